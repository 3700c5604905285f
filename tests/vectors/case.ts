/** A worked case as it lies in its file, and what a check of it says: what the product's own function gave, and what the case expects. */
import { parsePounds, typePounds, type Pence } from '../../shared/money/pence.ts';
import { day, type Day } from '../../shared/time/day.ts';

export type Case = Record<string, unknown> & { id: string };

export type Answer = { got: unknown; expected: unknown };

export type Check = (one: Case) => Answer;

export function text(one: Record<string, unknown>, key: string): string {
	const value = one[key];
	if (typeof value !== 'string') throw new Error(`${key} is not text.`);
	return value;
}

export function count(one: Record<string, unknown>, key: string): number {
	const value = one[key];
	if (typeof value !== 'number') throw new Error(`${key} is not a number.`);
	return value;
}

export function list(one: Record<string, unknown>, key: string): unknown[] {
	const value = one[key];
	if (!Array.isArray(value)) throw new Error(`${key} is not a list.`);
	return value;
}

export function record(value: unknown): Record<string, unknown> {
	if (typeof value !== 'object' || value === null) throw new Error('There is no such part.');
	return value as Record<string, unknown>;
}

export function money(value: unknown): Pence {
	const amount = typeof value === 'string' ? parsePounds(value) : null;
	if (amount === null) throw new Error(`${String(value)} is not an amount.`);
	return amount;
}

export function date(one: Record<string, unknown>, key: string): Day {
	return day(text(one, key));
}

/** As the files write amounts: always two decimals. */
export function pounds(amount: Pence): string {
	return typePounds(amount);
}

/** `four_weekly` is `four-weekly` here. */
export function hyphened(name: string): string {
	return name.replaceAll('_', '-');
}

/** Only what both know: a case's own keys, in its own order. */
export function picked(one: Record<string, unknown>, keys: readonly string[]) {
	return Object.fromEntries(keys.filter((key) => key in one).map((key) => [key, one[key]]));
}
