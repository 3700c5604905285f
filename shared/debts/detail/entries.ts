/**
 * The entries of a debt as one liable person may see them. On a joint debt another person's payments, and any of which
 * nobody knows the payer, are one sum without a day or a means; what they themselves paid, and what was charged, is theirs
 * to see line by line.
 */
import { minus, NO_PENCE, plus, type Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { EntryKind } from '../entries.ts';
import type { SplitEntry } from '../split.ts';

export type EntryRecord = SplitEntry & {
	on: Day;
	payerId: string | null;
	method: string | null;
	/** First made here, and not yet in the source's extract. */
	isOurs: boolean;
};

export type EntryView = {
	kind: EntryKind;
	on: Day;
	/** More owed is positive. */
	amount: Pence;
	method: string | null;
	isOurs: boolean;
};

/** Latest first. */
export function entriesView(
	entries: readonly EntryRecord[],
	{ customerId, isShared }: { customerId: string; isShared: boolean }
): { own: EntryView[]; paidByOthers: Pence; lastPaidOn: Day | null } {
	const isTheirs = (entry: EntryRecord) =>
		!isShared || !isOfSomebody(entry) || entry.payerId === customerId;
	const hidden = entries.filter((entry) => !isTheirs(entry));
	const own = entries.filter(isTheirs);
	const paid = own.filter(({ kind }) => kind === 'payment').map(({ on }) => on);
	return {
		own: own.toReversed().map(({ kind, on, amount, method, isOurs }) => ({
			kind,
			on,
			amount,
			method,
			isOurs
		})),
		paidByOthers: minus(NO_PENCE, plus(...hidden.map(({ amount }) => amount))),
		lastPaidOn: paid.toSorted().at(-1) ?? null
	};
}

/** Money that a person paid, moved or had back, unlike what the council charges or takes off. */
function isOfSomebody({ kind, fund, payerId }: EntryRecord): boolean {
	if (payerId !== null || kind === 'payment' || kind === 'transfer') return true;
	return kind === 'reversal' && fund !== 'costs' && fund !== 'income';
}
