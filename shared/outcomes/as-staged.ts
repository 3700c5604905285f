/**
 * The debts as they will stand when what is staged is committed: payments taken off, holds in force, agents called
 * back. The plan is made from these, so that a debt held in this contact is not in it and nothing is paid twice.
 */
import { NO_REACH } from '../customers/wishes/wish.ts';
import type { DebtRecord, Hold } from '../debts/debt.ts';
import { minus } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import { decide, type Circumstance } from './decide.ts';
import { debtsOf, type StagedOutcome } from './outcome.ts';

/** How a customer may be reached changes no debt. */
type Standing = Omit<Circumstance, 'reach'>;

export function debtsAsStaged(
	staged: readonly StagedOutcome[],
	now: Standing
): readonly DebtRecord[] {
	return now.debts.map((debt) =>
		staged
			.filter((outcome) => debtsOf(outcome).includes(debt.id))
			.reduce((changed, outcome) => changedBy(changed, { outcome, now }), debt)
	);
}

/** Debts whose agents are called back in this contact: they then stand as under an order. */
export function recalledIn(staged: readonly StagedOutcome[]): readonly string[] {
	return staged.flatMap((one) => (one.kind === 'recall' ? [one.debtId] : []));
}

function changedBy(
	debt: DebtRecord,
	{ outcome, now }: { outcome: StagedOutcome; now: Standing }
): DebtRecord {
	if (outcome.kind === 'payment') return { ...debt, balance: minus(debt.balance, outcome.amount) };
	const decided = decide(outcome, { ...now, reach: NO_REACH });
	const hold = decided.ok && decided.until && holdOf(outcome, now.today, decided.until);
	return hold ? { ...debt, holds: [...debt.holds, hold] } : debt;
}

/** The hold that an outcome puts on its debts; null where it puts none. */
export function holdOf(outcome: StagedOutcome, fromOn: Day, untilOn: Day): Hold | null {
	switch (outcome.kind) {
		case 'hold':
			return { kind: outcome.why, fromOn, untilOn };
		case 'claim':
			return { kind: 'application-pending', fromOn, untilOn };
		case 'no-surplus':
			return { kind: 'no-surplus', fromOn, untilOn };
		default:
			return null;
	}
}
