/**
 * First names that one person goes by: spellings of one name from another script, and short forms. Councils add to such
 * lists from their own records; a name may stand in one line only.
 */
const LINES = [
	'mohammed muhammad mohammad mohamed muhammed mohamad mohd md muhamed mohammod',
	'ahmed ahmad ahmet ahmett',
	'hussain hussein husain hossain hossein',
	'hassan hasan hassen',
	'yusuf yousuf yousef yusef youssef yousaf',
	'ibrahim ebrahim',
	'abdul abdool',
	'ayesha aisha aysha aishah',
	'fatima fatimah fatema',
	'khadija khadijah khadeeja',
	'zainab zaynab zeinab',
	'parveen parvin perveen',
	'alexander alex sandy',
	'andrew andy drew',
	'anthony tony antony',
	'barbara barb',
	'benjamin ben',
	'catherine katherine kathryn kathy cathy kate',
	'christopher chris',
	'daniel dan danny',
	'david dave',
	'deborah debbie debra',
	'edward ted ned eddie',
	'elizabeth liz lizzie beth betty elisabeth',
	'geoffrey jeffrey geoff jeff',
	'gerald gerry jerry',
	'henry harry hal',
	'james jim jimmy jamie',
	'jennifer jenny jen',
	'john jack johnny jon',
	'joseph joe joey',
	'kenneth ken kenny',
	'margaret peggy meg maggie',
	'matthew matt',
	'michael mike mick',
	'nicholas nick nicolas',
	'patricia trish pat tricia',
	'patrick paddy',
	'peter pete',
	'philip phil phillip',
	'rebecca becky rebekah',
	'richard dick rick rich',
	'robert bob bobby rob',
	'ronald ron ronnie',
	'samuel sam sammy',
	'stephen steve steven',
	'susan sue susie',
	'suzanne suzie',
	'terence terry terrence',
	'theresa tess tessa teresa',
	'thomas tom tommy',
	'victoria vicky vicki',
	'william bill billy will liam'
];

/** From each name to the first of its line. */
export const ALIASES: ReadonlyMap<string, string> = new Map(
	LINES.flatMap((line) => {
		const names = line.split(' ');
		return names.map((name) => [name, names[0] ?? name] as const);
	})
);
