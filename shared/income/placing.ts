/**
 * What is done with each sum as it comes in, in the order it came: a reference names an account, and within the account
 * the rule of appropriation says which debt. Money that names nobody, or two accounts, is for a person to look at. A
 * hold stops recovery and never a payment: what is offered goes to the debt that is named (SI 2020/1311 reg 7).
 */
import { APPROPRIATION } from '../law/charges/appropriation.ts';
import { minus, NO_PENCE, plus, type Pence } from '../money/pence.ts';
import { appropriate, type Ground, type Receivable } from './appropriation.ts';

/** The debts that the references on one line lead to. */
export type AccountDebt = Receivable & { reference: string };

export type Placed = {
	ground: Ground | null;
	parts: readonly { debtId: string; amount: Pence }[];
	/** For a person to place. */
	waiting: Pence;
	rules: readonly string[];
};

/** Places one sum, and takes it off `owed` so that the next of the same file finds what is left. */
export function place(
	amount: Pence,
	{ debts, owed }: { debts: readonly AccountDebt[]; owed: Map<string, Pence> }
): Placed {
	const accounts = new Set(debts.map(({ reference }) => reference));
	if (accounts.size !== 1) return { ground: null, parts: [], waiting: amount, rules: [] };
	const now = debts.map((debt) => ({ ...debt, balance: owed.get(debt.id) ?? debt.balance }));
	const [only] = now;
	const names = now.length === 1 && only ? only.id : null;
	const { ground, placed, unplaced } = appropriate(amount, { names, debts: now });
	for (const { id, amount: part } of placed) {
		owed.set(id, minus(now.find((debt) => debt.id === id)?.balance ?? NO_PENCE, part));
	}
	return {
		ground: placed.length > 0 ? ground : null,
		parts: placed.map(({ id, amount: part }) => ({ debtId: id, amount: part })),
		waiting: unplaced,
		rules: placed.length > 0 ? [APPROPRIATION.id] : []
	};
}

export type SplitRefusal =
	'nothing-placed' | 'more-than-received' | 'more-than-owed' | 'not-their-debt' | 'placed-twice';

/** What an officer may place by hand: on debts of this customer, each once, and no more than there is on either side. */
export function checkSplit(
	parts: readonly { debtId: string; amount: Pence }[],
	{ waiting, debts }: { waiting: Pence; debts: readonly { id: string; balance: Pence }[] }
): { ok: true } | { ok: false; because: SplitRefusal } {
	const refused = (because: SplitRefusal) => ({ ok: false, because }) as const;
	if (parts.length === 0 || parts.some(({ amount }) => amount <= NO_PENCE))
		return refused('nothing-placed');
	if (new Set(parts.map(({ debtId }) => debtId)).size < parts.length)
		return refused('placed-twice');
	if (plus(...parts.map(({ amount }) => amount)) > waiting) return refused('more-than-received');
	for (const { debtId, amount } of parts) {
		const debt = debts.find(({ id }) => id === debtId);
		if (!debt) return refused('not-their-debt');
		if (amount > debt.balance) return refused('more-than-owed');
	}
	return { ok: true };
}
