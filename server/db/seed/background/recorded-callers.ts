/**
 * The people behind the numbers of the Asterisk recordings (`tests/traces`), each with debts on several streams. One
 * number is a household's; the call from abroad (+1 202 555 0143) and the advice line are known to nobody.
 */

export type CallerDebt =
	'order' | 'behind' | 'overpayment' | 'invoice' | 'care' | 'rent' | 'parking' | 'rates';

export type Caller = {
	name: string;
	number: string;
	/** How many months ago identity passed on the number; null when it never did. */
	confirmedMonthsAgo: number | null;
	/** What is left of each in pounds; of `behind`, one instalment. */
	owes: Readonly<Partial<Record<CallerDebt, string>>>;
};

export const CALLERS: readonly Caller[] = [
	{
		name: 'Bridget Amos',
		number: '07700 900123',
		confirmedMonthsAgo: 4,
		owes: { order: '1034.60', behind: '96', overpayment: '412.75', parking: '70', invoice: '58.40' }
	},
	// One line, two people of one household.
	{
		name: 'Folake Adebayo',
		number: '01632 960456',
		confirmedMonthsAgo: 5,
		owes: { behind: '132', invoice: '214.50' }
	},
	{
		name: 'Samuel Adebayo',
		number: '01632 960456',
		confirmedMonthsAgo: 9,
		owes: { order: '688.15', overpayment: '153.20' }
	},
	{
		name: 'Peter Gannon',
		number: '01632 960777',
		confirmedMonthsAgo: 7,
		owes: { rent: '386.20', overpayment: '1120.45', behind: '104' }
	},
	{
		name: 'Yusra Haidari',
		number: '07700 900234',
		confirmedMonthsAgo: 2,
		owes: { order: '540.90', parking: '105' }
	},
	{
		name: 'Colin Thwaite',
		number: '07700 900235',
		confirmedMonthsAgo: 16,
		owes: { overpayment: '894.30', rent: '212.60' }
	},
	{
		name: 'Maeve Connolly',
		number: '07700 900345',
		confirmedMonthsAgo: 1,
		owes: { behind: '118', overpayment: '77.85' }
	},
	{
		name: 'Desmond Achebe',
		number: '07700 900456',
		confirmedMonthsAgo: 11,
		owes: { order: '1310.20', invoice: '96' }
	},
	{
		name: 'Rosa Lindqvist',
		number: '07700 900457',
		confirmedMonthsAgo: 3,
		owes: { overpayment: '640.10', behind: '88' }
	},
	{
		name: 'Hugh Penrose',
		number: '07700 900567',
		confirmedMonthsAgo: 8,
		owes: { order: '455.35', rent: '622.80', parking: '70' }
	},
	{
		name: 'Imran Saddiq',
		number: '07700 900568',
		confirmedMonthsAgo: 6,
		owes: { behind: '145', rent: '505.75' }
	},
	{
		name: 'Lowri Jenkins',
		number: '07700 900569',
		confirmedMonthsAgo: 10,
		owes: { invoice: '132.60', overpayment: '288.40' }
	},
	{
		name: 'Agnes Whitmore',
		number: '07700 900601',
		confirmedMonthsAgo: 2,
		owes: { care: '228', behind: '74' }
	},
	{
		name: 'Viktor Balan',
		number: '01632 960602',
		confirmedMonthsAgo: 5,
		owes: { overpayment: '1864.95', order: '371.15' }
	},
	{
		name: 'Tessa Goodfellow',
		number: '07700 900611',
		confirmedMonthsAgo: 7,
		owes: { behind: '121', parking: '70' }
	},
	{
		name: 'Amadou Diallo',
		number: '07700 900701',
		confirmedMonthsAgo: 3,
		owes: { order: '928.05', rent: '164.30' }
	},
	{
		name: 'Sheila Rourke',
		number: '07700 900801',
		confirmedMonthsAgo: 12,
		owes: { overpayment: '349.60', behind: '99' }
	},
	{
		name: 'Noel Fairhurst',
		number: '07700 900811',
		confirmedMonthsAgo: null,
		owes: { invoice: '480', order: '790.45' }
	},
	{
		name: 'Kamila Dudek',
		number: '07700 900821',
		confirmedMonthsAgo: 9,
		owes: { behind: '110', overpayment: '205.15' }
	},
	{
		name: 'Bryn Maddox',
		number: '07700 900831',
		confirmedMonthsAgo: 4,
		owes: { parking: '105', order: '1522.70' }
	},
	{
		name: 'Joy Mensah',
		number: '07700 900832',
		confirmedMonthsAgo: 6,
		owes: { rent: '298.90', overpayment: '133.35' }
	},
	{
		name: 'Ropewalk Joinery Ltd',
		number: '01632 960841',
		confirmedMonthsAgo: 8,
		owes: { rates: '2310', invoice: '365.20' }
	},
	{
		name: 'Graham Sutter',
		number: '07700 900851',
		confirmedMonthsAgo: 5,
		owes: { order: '615.25', invoice: '44' }
	},
	{
		name: 'Elif Kaplan',
		number: '07700 900861',
		confirmedMonthsAgo: 1,
		owes: { behind: '127', parking: '70' }
	},
	// The two that the recordings call back.
	{
		name: 'Ruby Castell',
		number: '07700 900901',
		confirmedMonthsAgo: 2,
		owes: { behind: '92', overpayment: '176.80' }
	},
	{
		name: 'Owen Lascelles',
		number: '07700 900902',
		confirmedMonthsAgo: 14,
		owes: { order: '834.45', parking: '70' }
	}
];
