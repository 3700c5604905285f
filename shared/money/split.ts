/**
 * Shares of an amount that always sum to it. Every share is rounded down to a whole penny, then the spare pennies are
 * handed out in the order the caller states; a share of nothing never receives one.
 */
import { pence, type Pence } from './pence.ts';

/** Who gets the spare pennies: one each from the first share on, or all of them to the first or to the last. */
export type SparePennies = 'one-each' | 'first' | 'last';

export type Shares = { weights: readonly number[]; spare: SparePennies };

/** `whole` in proportion to whole-number weights. A negative amount is shared as its opposite is. */
export function split(whole: Pence, { weights, spare }: Shares): Pence[] {
	const total = totalWeight(weights);
	const sign = whole < 0 ? -1 : 1;
	const amount = Math.abs(whole);
	const shares = weights.map((weight) => floorShare(amount, { weight, total }));
	handOut(amount - sum(shares), { shares, order: spareOrder(weights, spare) });
	if (sum(shares) !== amount) throw new Error('The shares of an amount do not sum to it.');
	return shares.map((share) => pence(sign * share));
}

/** Equal shares, as of a payment plan or a bill. */
export function splitEqually(
	whole: Pence,
	{ count, spare }: { count: number; spare: SparePennies }
): Pence[] {
	return split(whole, { weights: Array.from({ length: count }, () => 1), spare });
}

/** BigInt because an amount times a weight can be past what a number holds exactly. */
function floorShare(amount: number, of: { weight: number; total: number }): number {
	return Number((BigInt(amount) * BigInt(of.weight)) / BigInt(of.total));
}

/** With `one-each` there are fewer spare pennies than shares in the order, so nobody's turn comes twice. */
function handOut(spare: number, to: { shares: number[]; order: readonly number[] }): void {
	for (let penny = 0; penny < spare; penny += 1) {
		const index = to.order[penny % to.order.length];
		if (index === undefined) throw new Error('There is nobody to give a spare penny to.');
		to.shares[index] = (to.shares[index] ?? 0) + 1;
	}
}

function spareOrder(weights: readonly number[], spare: SparePennies): number[] {
	const sharing = weights.flatMap((weight, index) => (weight > 0 ? [index] : []));
	if (spare === 'one-each') return sharing;
	return spare === 'first' ? sharing.slice(0, 1) : sharing.slice(-1);
}

function totalWeight(weights: readonly number[]): number {
	if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
		throw new RangeError('The weight of a share is a whole number, nothing or more.');
	const total = sum(weights);
	if (total <= 0) throw new RangeError('Somebody must have a share.');
	return total;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
