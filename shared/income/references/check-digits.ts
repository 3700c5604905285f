/**
 * Check digits of references, for the streams and sources that have them: the last digit by modulus 10 (Luhn) or by
 * modulus 11 with weights, and the two of ISO 11649 creditor references by modulus 97.
 */
export type CheckDigit = { by: 'mod-10' } | { by: 'mod-11'; weights: readonly number[] };

/** Whether the last digit is what the others ask for. Letters count for nothing. */
export function hasItsCheckDigit(reference: string, check: CheckDigit): boolean {
	const digits = [...reference.replace(/\D/g, '')].map(Number);
	const last = digits.pop();
	if (last === undefined) return false;
	return last === checkDigitOf(digits, check);
}

/** The digit that these ask for; null where they have none, so that such a number is never given out. */
export function checkDigitOf(digits: readonly number[], check: CheckDigit): number | null {
	return check.by === 'mod-10' ? luhn(digits) : weighted(digits, check.weights);
}

function luhn(digits: readonly number[]): number {
	const sum = digits.toReversed().reduce((total, digit, at) => {
		const value = at % 2 === 0 ? digit * 2 : digit;
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return (10 - (sum % 10)) % 10;
}

/** Eleven less the remainder; a remainder of one has no digit. */
function weighted(digits: readonly number[], weights: readonly number[]): number | null {
	const sum = digits.reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0);
	const check = (11 - (sum % 11)) % 11;
	return check === 10 ? null : check;
}

/** The reference inside an ISO 11649 creditor reference, `RF18 5390 0754 7034`; null where its digits do not check. */
export function insideCreditorReference(written: string): string | null {
	const whole = written.toUpperCase().replace(/\s/g, '');
	const [, checks, inside] = /^RF(\d\d)([A-Z0-9]{1,21})$/.exec(whole) ?? [];
	if (!checks || !inside) return null;
	const number = [...`${inside}RF${checks}`].map((letter) => parseInt(letter, 36)).join('');
	const rest = [...number].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
	return rest === 1 ? inside : null;
}
