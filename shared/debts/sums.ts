/**
 * A balance said as three sums: what is overdue, what falls due in the next 28 days, and what is not yet due. Only the
 * first is arrears. What is still owed is taken to be the latest of what was charged, because a payment goes to the
 * oldest instalment; what an order or a deduction takes is due as it is taken (council policy).
 */
import { least, minus, most, NO_PENCE, plus, timesRate, type Pence } from '../money/pence.ts';
import { addDays, type Day } from '../time/day.ts';
import type { DebtRecord } from './debt.ts';

export type Sums = { overdue: Pence; soon: Pence; later: Pence; balance: Pence };

export const NO_SUMS: Sums = {
	overdue: NO_PENCE,
	soon: NO_PENCE,
	later: NO_PENCE,
	balance: NO_PENCE
};

/** How many days ahead count as soon. */
const SOON_DAYS = 28;

/** How often an order or a deduction takes its sum in those days. */
const TAKEN_SOON = { week: 4, month: 1 } as const;

/** A credit is nobody's arrears: its three sums are nothing and its balance stands below nothing. */
export function sumsOf(debt: Pick<DebtRecord, 'balance' | 'dues' | 'facts'>, today: Day): Sums {
	const owed = most(debt.balance, NO_PENCE);
	const taken = debt.facts.method?.takesPence;
	if (taken !== undefined) {
		const times = TAKEN_SOON[debt.facts.method?.every ?? 'month'];
		const soon = least(owed, timesRate(taken, { numerator: times }, 'half-up'));
		return { overdue: NO_PENCE, soon, later: minus(owed, soon), balance: debt.balance };
	}
	// Nothing is asked of this person while it is taken from somebody else.
	if (debt.facts.stepOfAnother)
		return { overdue: NO_PENCE, soon: NO_PENCE, later: owed, balance: debt.balance };
	const soonEnds = addDays(today, SOON_DAYS);
	const later = least(
		owed,
		chargedWhere(debt, today, (on) => on > soonEnds)
	);
	const notYetOverdue = least(
		owed,
		chargedWhere(debt, today, (on) => on >= today)
	);
	return {
		overdue: minus(owed, notYetOverdue),
		soon: minus(notYetOverdue, later),
		later,
		balance: debt.balance
	};
}

/** Everything owed on several debts. A credit is not set against another debt: it is refunded, or moved if they agree. */
export function totalOf(debts: readonly Sums[]): Sums {
	return {
		overdue: plus(...debts.map((sums) => sums.overdue)),
		soon: plus(...debts.map((sums) => sums.soon)),
		later: plus(...debts.map((sums) => sums.later)),
		balance: plus(...debts.map((sums) => most(sums.balance, NO_PENCE)))
	};
}

function chargedWhere(
	debt: Pick<DebtRecord, 'dues' | 'facts'>,
	today: Day,
	isIn: (on: Day) => boolean
): Pence {
	const dues = debt.dues.filter((due) =>
		isIn(whenDue(due.on, debt.facts.wholeBalanceDueOn, today))
	);
	return plus(...dues.map((due) => due.amount));
}

/** When the day has come on which the right to instalments is lost, the rest of the year is due on that day. */
function whenDue(on: Day, wholeBalanceDueOn: Day | undefined, today: Day): Day {
	const isLost = wholeBalanceDueOn !== undefined && wholeBalanceDueOn <= today;
	return isLost && on > wholeBalanceDueOn ? wholeBalanceDueOn : on;
}
