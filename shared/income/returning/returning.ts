/**
 * Where money of a receipt is taken from when the bank takes it back: from the debt it was paid on, then from what
 * waits, then from other debts. What was given back already is gone with it, so that the debt it was for owes it again.
 */
import { least, minus, NO_PENCE, plus, type Pence } from '../../money/pence.ts';

export type Where = {
	placed: readonly { debtId: string; amount: Pence }[];
	suspense: Pence;
	refunded: Pence;
};

export type TakenFrom = Where & {
	/** More than there is anywhere of it. */
	missing: Pence;
};

export function takenFrom(
	amount: Pence,
	{ first, where }: { first: string; where: Where }
): TakenFrom {
	let left = amount;
	const take = (there: Pence): Pence => {
		const taken = least(left, there);
		left = minus(left, taken);
		return taken;
	};
	const of = (parts: Where['placed']) =>
		parts
			.map(({ debtId, amount: there }) => ({ debtId, amount: take(there) }))
			.filter(({ amount: taken }) => taken > NO_PENCE);
	const onIt = of(where.placed.filter(({ debtId }) => debtId === first));
	const suspense = take(where.suspense);
	const onOthers = of(where.placed.filter(({ debtId }) => debtId !== first));
	const refunded = take(where.refunded);
	return { placed: [...onIt, ...onOthers], suspense, refunded, missing: left };
}

/** Each debt once, with all of the receipt that is on it. */
export function byDebt(parts: Where['placed']): Where['placed'] {
	const sums = new Map<string, Pence>();
	for (const { debtId, amount } of parts)
		sums.set(debtId, plus(sums.get(debtId) ?? NO_PENCE, amount));
	return [...sums].map(([debtId, amount]) => ({ debtId, amount }));
}
