/** Names and streets of the invented city, as mixed as an English city is. Any likeness to a person is chance. */

export const GIVEN_NAMES =
	`Aaron Abena Adam Agata Ahmed Alan Aleksander Amelia Amina Amir Andrea Andrew Angela Anita Anjali Ayesha Barbara
	Ben Bilal Brenda Callum Carol Catarina Chidi Chinedu Christine Claire Connor Daniel Daphne David Debbie Deepak
	Denise Derek Diana Dominic Donna Dylan Edith Eileen Elena Ellie Emeka Emma Ewa Farah Fiona Florence Frances Gary
	Geoffrey George Gloria Gordon Gurpreet Hannah Harjit Harriet Hassan Heather Helen Ian Ibrahim Ines Irene Isaac
	Jack Jacqueline James Jasmine Jennifer Joan Joanne John Joseph Joyce Julie Kamal Karen Karim Katarzyna Keith Kemi
	Kerry Kevin Khadija Kieran Kofi Kyle Laura Leah Lee Liam Linda Lorraine Louise Lucy Luke Lynne Magda Malcolm Manjit
	Marcin Maria Mark Martin Mary Matthew Maureen Maya Megan Michael Michelle Mohammed Moira Monika Musa Nadine Natasha
	Neil Ngozi Nicola Nigel Nina Norma Oluwaseun Oscar Pamela Parveen Patricia Paul Pauline Philip Piotr Rachel Rajesh
	Ravi Rebecca Reece Rhys Richard Robert Rosemary Rukhsana Ryan Sally Samantha Samuel Sandra Sanjay Sara Saskia Sean
	Shabana Shanelle Sharon Shaun Simon Sophie Stacey Stephen Sunita Susan Suzanne Tanya Terence Thomas Tina Tony Tracey
	Trevor Valerie Vanessa Victoria Vikram Wayne Wendy William Yasmin Yusuf Zainab Zofia`.split(/\s+/);

export const FAMILY_NAMES =
	`Abbott Adeyemi Ahmed Akhtar Ali Allardyce Anderton Appleyard Armitage Atkins Bakare Banerjee Barlow Barrowclough
	Baxter Begum Bellamy Bhatt Birch Blackwood Boateng Booth Bowden Bradshaw Brennan Briggs Broadbent Brook Burgess
	Butterfield Cartwright Chaudhry Cheung Clegg Clough Cooper Corcoran Coulson Crabtree Crowther Cunliffe Dawson Devlin
	Dhillon Dixon Doherty Drummond Duckworth Eastwood Eccles Ellison Fairclough Farooq Fashola Fenton Finch Firth Flynn
	Gallagher Garside Gill Goddard Grabowski Greenhalgh Gupta Haigh Hakimi Hammond Hardcastle Hargreaves Hartley Heaton
	Hinchliffe Holdsworth Hussain Hutton Ibrahim Idowu Illingworth Iqbal Jackson Jagger Jarvis Kaur Kaye Kelly Kershaw
	Khan Kowalczyk Kumar Lamb Lawal Lewandowski Lockwood Lomax Longbottom Mahmood Mallinson Marsden McAllister McBride
	Mellor Mensah Metcalfe Mistry Moorhouse Moyo Mukherjee Naylor Newsome Nguyen Nkosi Nolan Nowicki Nuttall Obi Ogden
	Okeke Oldroyd Osborne Owusu Parkin Patel Pemberton Pereira Pickering Popescu Quarmby Qureshi Rafiq Ramsbottom Rana
	Rawnsley Redfern Rehman Rigby Rothwell Rowntree Sandhu Schofield Shah Sharma Shaw Siddiqui Silva Singh Skelton Slater
	Smethurst Stansfield Stott Sutcliffe Swales Tattersall Thackray Thewlis Tomlinson Turnbull Uddin Varley Verity Wadsworth
	Wainwright Walton Waterhouse Whitaker Whiteley Wilkins Winterbottom Wojcik Womersley Wright Yeadon Yilmaz Zaman`.split(
		/\s+/
	);

export const STREETS = [
	'Albion Street',
	'Alder Close',
	'Bakehouse Lane',
	'Bellfounder Close',
	'Bridewell Street',
	'Brook Hill',
	'Calder Way',
	'Canal Side',
	'Chapel Rise',
	'Cloth Hall Road',
	'Corn Street',
	'Crosby Street',
	'Dyers Walk',
	'Edward Avenue',
	'Fellmonger Row',
	'Ferry Steps',
	'Foundry Street',
	'Gasworks Lane',
	'Glebe Road',
	'Grange Park',
	'Hawthorn Drive',
	'Hope Terrace',
	'Iron Bridge Road',
	'Jubilee Crescent',
	'Kiln Road',
	'Kingfisher Court',
	'Lantern Row',
	'Lime Tree Avenue',
	'Loom Street',
	'Market Hill',
	'Mill Lane',
	'Northgate',
	'Old Tannery Road',
	'Orchard Way',
	'Paradise Place',
	'Priory Gardens',
	'Quarry Bank',
	'Reservoir Road',
	'Ropewalk',
	'Saltmarsh Avenue',
	'Signal Terrace',
	'Spinners Green',
	'Station Road',
	'Swan Street',
	'Tenter Lane',
	'Tollgate Road',
	'Union Street',
	'Viaduct Road',
	'Weavers Row',
	'Weir Cottages',
	'Willow Garth'
] as const;

export const STREET_KINDS = [
	'Street',
	'Road',
	'Lane',
	'Avenue',
	'Close',
	'Drive',
	'Way',
	'Terrace',
	'Grove',
	'Place',
	'Gardens',
	'Crescent',
	'Walk',
	'Row'
] as const;

/** What the other streets are called after. */
export const STREET_WORDS =
	`Abbey Acorn Amber Anchor Apple Arbour Arch Ash Aspen Autumn Badger Barley Barn Beacon Beech Birch Bishop Blossom
	Boulder Bramble Briar Broom Buttercup Campion Carder Castle Cedar Chalk Chandler Cherry Chestnut Clover Cobbler
	Collier Conduit Cooper Coppice Cotton Cowslip Crane Cressbrook Cross Daisy Damson Dean Dell Drover Elder Elm Fairfield
	Falcon Farrier Fern Field Fir Fisher Flax Forge Fountain Foxglove Friar Furnace Garth Glover Goose Gorse Granary
	Harebell Harrier Harvest Haven Hazel Heather Heron Hive Holly Holme Hornbeam Ivy Juniper Kestrel Lace Larch Lark
	Laurel Lavender Leven Linden Linnet Lock Magpie Maltster Manor Maple Marsh Meadow Mercer Miller Minster Moor Moss
	Nettle Nightingale Oak Orchid Otter Owl Park Pear Pebble Pine Plover Plum Poplar Potter Primrose Quarry Raven Reed
	Ridge Robin Rowan Rush Saddler Sandpiper Sawmill Sedge Silver Skylark Smithy Snowdrop Sorrel Spindle Spring Spruce
	Starling Stone Swallow Swift Sycamore Thatcher Thistle Thorn Thrush Tulip Turner Vale Vicarage Violet Walnut Warren
	Wheel Wheat Whin Willow Windmill Wren Yarrow Yew`.split(/\s+/);

/** Beside the names of the city's own list: places people were once called after. */
export const NAME_PLACES =
	`Bar Black Brad Bram Brook Clay Cold Crom Den Dun East Fern Gold Green Grim Hard Hart Haver Hazel Hol Horn
	Kirk Lang Lin Lock Long Mar Mid Mor Nether New Nor Old Oak Over Pen Raven Red Roch Row Sand Shel Sher Sil Sker Stan
	Stock Sut Thorn Tod Under Wal War Wat West Wick Win Wood`.split(/\s+/);

export const NAME_ENDINGS =
	`ard bourne bury by cliffe combe croft dale den feld ford gate grave ham hurst ley low more ridge shaw stone stead thorpe
	thwaite ton wick well wold worth wright`.split(/\s+/);

export const TRADES = [
	'Bakery',
	'Barbers',
	'Bathrooms',
	'Bicycles',
	'Builders',
	'Carpets',
	'Catering',
	'Cleaning',
	'Couriers',
	'Electrical',
	'Florists',
	'Garage',
	'Grocers',
	'Hair',
	'Joinery',
	'Kitchens',
	'Nails',
	'Plumbing',
	'Roofing',
	'Scaffolding',
	'Takeaway',
	'Tiling',
	'Tyres',
	'Upholstery'
] as const;

export const NEEDS = [
	['Slower pace', 'Speak slowly. Offer a break.'],
	['Large print', 'Send letters in large print.'],
	['Hard of hearing', 'Speak clearly. Confirm in writing.'],
	['Written summary', 'Send what was agreed by email.'],
	['Someone to help', 'Offer a call back when their supporter is there.'],
	['Easy read', 'Use short sentences. Send easy read letters.'],
	['No calls in the morning', 'Ring only after midday.'],
	['Caring for somebody', 'Ask whether now is a good time. Offer a call back.']
] as const;
