/**
 * Money that waits and looks like one customer's, as the officer who knows them may see it: how much, when, and why. Who
 * paid it and by what means is not said: it may be somebody who owes it with them. What they wrote is, where it led here.
 */
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { likeliestHomes, type Candidate, type Home } from './homes.ts';

export type WaitingRecord = {
	receiptId: string;
	/** What of it waits. */
	amount: Pence;
	on: Day;
	reference: string;
	payerName: string | null;
	/** Money from the same bank account is on a debt of theirs. */
	paidBefore: boolean;
};

export type WaitingReceipt = {
	receiptId: string;
	amount: Pence;
	on: Day;
	quoted: string | null;
	/** The likeliest first; never empty. */
	homes: readonly Home[];
};

export type TheirDebt = Omit<Candidate, 'paidBefore'>;

/** The newest first. What has no likely home with them is not theirs to see. */
export function waitingFor(
	records: readonly WaitingRecord[],
	debts: readonly TheirDebt[]
): readonly WaitingReceipt[] {
	return records
		.map((record) => ({ record, homes: homesFor(record, debts) }))
		.filter(({ homes }) => homes.length > 0)
		.sort((a, b) => b.record.on.localeCompare(a.record.on))
		.map(({ record, homes }) => {
			const { receiptId, amount, on, reference } = record;
			const led = homes.some(({ reasons }) =>
				reasons.some((reason) => reason.startsWith('reference'))
			);
			return { receiptId, amount, on, quoted: led ? reference : null, homes };
		});
}

function homesFor(record: WaitingRecord, debts: readonly TheirDebt[]): readonly Home[] {
	const { paidBefore } = record;
	return likeliestHomes(
		record,
		debts.map((debt) => ({ ...debt, paidBefore }))
	);
}
