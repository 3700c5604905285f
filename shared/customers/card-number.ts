/**
 * Whether text holds what looks like a payment card's number: 13 to 19 digits, in one piece or in groups, that begin as
 * cards do and pass Luhn's check. Such text is refused wherever it is typed and never kept (PCI DSS). The council's own
 * references are shorter, or begin otherwise; an id of ours and an amount beside a day are no groups of one number.
 */

/** Groups stand apart by spaces or dashes, long ones also by a full stop: `4111.1111`, and not `540.00`. */
const RUN = /\d+(?:(?:[\s\p{Pd}]{1,3}|(?<=\d{3})\.(?=\d{3}))\d+)*/gu;
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const UUID_OR_RUN = new RegExp(`${UUID.source}|${RUN.source}`, 'giu');
const BETWEEN = /[\s.\p{Pd}]+/u;
const MOST_DIGITS = 19;
const DEEPEST = 20;

export function holdsCardNumber(text: string): boolean {
	const runs = plain(text).match(RUN) ?? [];
	return runs.some((run) => {
		const groups = run.split(BETWEEN);
		return groups.some((_, from) => startsCard(groups, from));
	});
}

/** Where in an input a card's number stands, as a path; null where there is none. A number counts as it is written. */
export function cardNumberIn(input: unknown, path: readonly string[] = []): string[] | null {
	if (typeof input === 'string') return holdsCardNumber(input) ? [...path] : null;
	if (typeof input === 'number') return holdsCardNumber(String(input)) ? [...path] : null;
	if (typeof input !== 'object' || input === null || path.length > DEEPEST) return null;
	for (const [key, value] of Object.entries(input)) {
		if (holdsCardNumber(key)) return [...path];
		const found = cardNumberIn(value, [...path, key]);
		if (found) return found;
	}
	return null;
}

/** The text with another figure in the place of each card's number; of any other text the very same. */
export function withoutCards(text: string, instead: (digits: string) => string): string {
	if (!holdsCardNumber(text)) return text;
	return seen(text).replace(UUID_OR_RUN, (found) => {
		return holdsCardNumber(found) ? instead(found.replace(/\D/g, '')) : found;
	});
}

/** Figures of any width are figures, what cannot be seen stands between nothing, and an id of ours is not read. */
function plain(text: string): string {
	return seen(text).replace(UUID, '#');
}

function seen(text: string): string {
	return /[^\x20-\x7e]/.test(text) ? text.normalize('NFKC').replace(/\p{Cf}/gu, '') : text;
}

/** Whole groups are added up, because a reference may stand right before the card and a date right after it. */
function startsCard(groups: readonly string[], from: number): boolean {
	let digits = '';
	for (let index = from; index < groups.length; index += 1) {
		digits += groups[index] ?? '';
		if (digits.length > MOST_DIGITS) return false;
		if (isCard(digits)) return true;
	}
	return false;
}

function isCard(digits: string): boolean {
	return /^[2-6]\d{12,18}$/.test(digits) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
	const sum = Array.from(digits, Number)
		.reverse()
		.map((digit, index) => (index % 2 === 0 ? digit : doubled(digit)))
		.reduce((total, digit) => total + digit, 0);
	return sum % 10 === 0;
}

/** The sum of the doubled digit's own digits. */
function doubled(digit: number): number {
	return digit < 5 ? digit * 2 : digit * 2 - 9;
}
