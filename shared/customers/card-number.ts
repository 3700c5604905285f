/**
 * Whether text holds what looks like a payment card's number: 13 to 19 digits, in one piece or in groups, that begin as
 * cards do and pass Luhn's check. Such text is refused wherever it is typed and never kept (PCI DSS). The council's own
 * references are shorter, or begin otherwise.
 */

const RUN = /\d+(?:[\s.-]{1,2}\d+)*/g;
const BETWEEN = /[\s.-]+/;
const MOST_DIGITS = 19;

export function holdsCardNumber(text: string): boolean {
	const runs = text.match(RUN) ?? [];
	return runs.some((run) => {
		const groups = run.split(BETWEEN);
		return groups.some((_, from) => startsCard(groups, from));
	});
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
