/**
 * Which debts a payment is for (R v Miskin Lower Justices, ex parte Young): the one the payer names; else the one whose
 * instalment or balance it plainly matches; else the council's default, the oldest council tax under an order and then
 * the oldest of the rest. What is over on a debt that the payer named waits for their word, and is never moved silently.
 */
import { APPROPRIATION } from '../law/charges/appropriation.ts';
import { least, minus, NO_PENCE, type Pence } from '../money/pence.ts';

export type Receivable = {
	id: string;
	balance: Pence;
	/** The instalment that is due now; null where it has none. */
	instalmentDue: Pence | null;
	/** Council tax for which there is a liability order. */
	isOrderedTax: boolean;
	/** The year it is for: the smaller the older. */
	year: number;
};

export type Ground =
	| 'payer-said'
	| 'matches-instalment'
	| 'matches-balance'
	| 'default-order'
	/** Split by a payment plan, or over its debts in their order once it is over or past. */
	| 'by-plan'
	| 'plan-order';

export type Appropriation = {
	ground: Ground;
	placed: readonly { id: string; amount: Pence }[];
	/** Held as a credit until the payer says, or somebody finds its home. */
	unplaced: Pence;
	rules: readonly string[];
};

/** `names` is what the payer says it is for; null where they say nothing. */
export function appropriate(
	payment: Pence,
	{ names, debts }: { names: string | null; debts: readonly Receivable[] }
): Appropriation {
	if (names !== null)
		return placedOn(payment, {
			ground: 'payer-said',
			debts: debts.filter((debt) => debt.id === names)
		});
	const matches = debts.filter((debt) => debt.instalmentDue === payment);
	if (matches.length === 1)
		return placedOn(payment, { ground: 'matches-instalment', debts: matches });
	const exact = debts.filter((debt) => debt.balance === payment);
	if (exact.length === 1) return placedOn(payment, { ground: 'matches-balance', debts: exact });
	return placedOn(payment, { ground: 'default-order', debts: debts.toSorted(byDefault) });
}

function byDefault(one: Receivable, other: Receivable): number {
	return Number(other.isOrderedTax) - Number(one.isOrderedTax) || one.year - other.year;
}

function placedOn(
	payment: Pence,
	{ ground, debts }: { ground: Ground; debts: readonly Receivable[] }
): Appropriation {
	let unplaced = payment;
	const placed = debts.flatMap((debt) => {
		const amount = least(unplaced, debt.balance);
		if (amount <= NO_PENCE) return [];
		unplaced = minus(unplaced, amount);
		return [{ id: debt.id, amount }];
	});
	return { ground, placed, unplaced, rules: [APPROPRIATION.id] };
}
