/**
 * A date as people say it and officers type it: `14 3 87`, `14th of March 1987`, `140387`, `1987-03-14`. Read as day,
 * month and year in the British order; a month in words, or a number that can be no month, settles the order.
 */

/** What was said of a day. A year of two figures is one of any century. */
export type DaySaid = { day: number; month: number; year: number | null };

const MONTHS = [
	'jan',
	'feb',
	'mar',
	'apr',
	'may',
	'jun',
	'jul',
	'aug',
	'sep',
	'oct',
	'nov',
	'dec'
] as const;

/** Null where it is no date, so that a slip of the keys is not an answer. */
export function readDay(said: string): DaySaid | null {
	const parts = partsOf(said);
	if (parts.some((part) => part === null)) return null;
	const [first, second, third] = parts as readonly Part[];
	if (!first || !second || parts.length > 3) return null;
	if (!first.isMonth && first.digits === 4 && third) {
		return dayOf({ day: third.value, month: second.value, year: first.value });
	}
	const year = third ? third.value : null;
	if (third && third.digits !== 2 && third.digits !== 4) return null;
	if (first.isMonth) return dayOf({ day: second.value, month: first.value, year });
	const read = dayOf({ day: first.value, month: second.value, year });
	return read ?? (second.isMonth ? null : dayOf({ day: second.value, month: first.value, year }));
}

type Part = { value: number; digits: number; isMonth: boolean };

function partsOf(said: string): (Part | null)[] {
	const words = wordsOf(said.replace(/(\d)(st|nd|rd|th)\b/gi, '$1')).filter(
		(word) => word !== 'of' && word !== 'the'
	);
	return words.flatMap(separated).map(partOf);
}

/** `140387`, `14031987`, and a month written against its number. */
function separated(word: string): string[] {
	const figures = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(word);
	if (figures) return figures.slice(1);
	return word.match(/\d+|\D+/g) ?? [word];
}

function partOf(word: string): Part | null {
	if (/^\d{1,4}$/.test(word)) return { value: Number(word), digits: word.length, isMonth: false };
	const month = MONTHS.findIndex((name) => word.length >= 3 && word.startsWith(name));
	return month < 0 ? null : { value: month + 1, digits: 0, isMonth: true };
}

function dayOf({ day, month, year }: DaySaid): DaySaid | null {
	const isDate = day >= 1 && day <= 31 && month >= 1 && month <= 12;
	return isDate ? { day, month, year } : null;
}

function wordsOf(said: string): string[] {
	return said.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}
