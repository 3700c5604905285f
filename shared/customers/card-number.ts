/**
 * Whether text holds what looks like a payment card's number: 13 to 19 digits, in one piece or in groups, that begin as
 * cards do and pass Luhn's check. Such text is refused wherever it is typed and never kept (PCI DSS). The council's own
 * references are shorter, or begin otherwise.
 */

export function holdsCardNumber(text: string): boolean {
	const runs = text.match(/\d+(?:[ -]\d+)*/g) ?? [];
	return runs.some((run) => isAnyCard(run.split(/[ -]/)));
}

/** Every stretch of whole groups is tried, because a reference may stand right before the card. */
function isAnyCard(groups: readonly string[]): boolean {
	return groups.some((_, from) =>
		groups
			.slice(from)
			.some((_last, length) => isCard(groups.slice(from, from + length + 1).join('')))
	);
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
