/**
 * Money is a whole number of pence, and this is the only place that makes one.
 * decimal.js parses what a person typed, multiplies by rates and formats; nothing here is a fraction.
 */
import { Decimal } from 'decimal.js';

declare const unit: unique symbol;

/** A whole number of pence, safe as a JavaScript integer. */
export type Pence = number & { readonly [unit]: 'pence' };

/** How a rate's result becomes whole pence. The rule or policy that applies the rate names it. */
export type Rounding = 'half-up' | 'half-down' | 'up' | 'down';

const ROUNDINGS: Record<Rounding, Decimal.Rounding> = {
	'half-up': Decimal.ROUND_HALF_UP,
	'half-down': Decimal.ROUND_HALF_DOWN,
	up: Decimal.ROUND_UP,
	down: Decimal.ROUND_DOWN
};

/** Pence from a number already known to be whole pence (a column, a literal). Throws on anything else. */
export function pence(amount: number): Pence {
	if (!Number.isSafeInteger(amount)) throw new RangeError('An amount of money is not whole pence.');
	return (amount === 0 ? 0 : amount) as Pence;
}

export const NO_PENCE = pence(0);

const TYPED_POUNDS = /^(-)?£?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?|\.\d{1,2})$/;

/** Pence from what a person types: `1,184.37`, `£140`, `.5`. Null when it is not an amount in pounds. */
export function parsePounds(text: string): Pence | null {
	const match = TYPED_POUNDS.exec(text.replace(/\s/g, ''));
	if (!match) return null;
	const amount = new Decimal((match[2] ?? '').replaceAll(',', '')).times(match[1] ? -100 : 100);
	return amount.abs().lte(Number.MAX_SAFE_INTEGER) ? pence(amount.toNumber()) : null;
}

export function plus(...amounts: readonly Pence[]): Pence {
	return pence(amounts.reduce((total: number, amount) => total + amount, 0));
}

/** Of however many there are: what is spread over a call has an end. */
export function sumOf(amounts: readonly Pence[]): Pence {
	return pence(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function minus(from: Pence, take: Pence): Pence {
	return pence(from - take);
}

export function least(first: Pence, ...others: readonly Pence[]): Pence {
	return pence(Math.min(first, ...others));
}

export function most(first: Pence, ...others: readonly Pence[]): Pence {
	return pence(Math.max(first, ...others));
}

/** `amount` x `numerator` / `denominator`, multiplied before it is divided, rounded once by the named rule. */
export function timesRate(
	amount: Pence,
	rate: { numerator: number | string; denominator?: number | string },
	rounding: Rounding
): Pence {
	const exact = new Decimal(amount).times(rate.numerator).div(rate.denominator ?? 1);
	return pence(exact.toDecimalPlaces(0, ROUNDINGS[rounding]).toNumber());
}

/** `£1,184.37`: always two decimals, as data is shown. A minus sign stands before the pound sign. */
export function formatPounds(amount: Pence): string {
	const [pounds = '0', rest = '00'] = new Decimal(amount).abs().div(100).toFixed(2).split('.');
	const grouped = pounds.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${amount < 0 ? '-' : ''}£${grouped}.${rest}`;
}

/** As it is said aloud: `£140`, `£20.62`, `62p`. */
export function sayPounds(amount: Pence): string {
	if (amount > 0 && amount < 100) return `${amount}p`;
	return formatPounds(amount).replace(/\.00$/, '');
}

/** The figure a person would type back: `1184.37`. */
export function typePounds(amount: Pence): string {
	return new Decimal(amount).div(100).toFixed(2);
}
