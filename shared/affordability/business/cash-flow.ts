/**
 * A company's, partnership's or trust's thirteen weeks of money in and out (policy P7), in place of a household's
 * statement; a sole trader has both. By the month it leaves a third of what the thirteen weeks bring, as thirteen weeks
 * are three months, and never so much that a payment at each month's end would take any week below what it may go down
 * to: nothing, or into an agreed overdraft as far as policy P9 lets it. What of that is usable policy P2 says.
 */
import type { PolicyValues } from '../../law/policy-values.ts';
import { least, minus, most, NO_PENCE, plus, timesRate, type Pence } from '../../money/pence.ts';
import { addDays, weekdayOf, type Day } from '../../time/day.ts';
import type { Source } from '../provenance.ts';

export const WEEKS = 13;
const MONTHS = 3;

export type Week = { moneyIn: Pence; moneyOut: Pence };

export type CashFlow = {
	opening: Pence;
	weeks: readonly Week[];
	/** The limit agreed with the bank; nothing where none was asked about. */
	overdraft: Pence;
};

export const SIDES = ['moneyIn', 'moneyOut'] as const;

export type Side = (typeof SIDES)[number];

/** One figure of it: `moneyIn-3` is what comes in in the third week. */
export type FigureId = 'opening' | 'overdraft' | `${Side}-${number}`;

/** As far as it was told; null is not told yet. What is in the bank may be less than nothing. */
export type CashFlowTold = {
	opening: Pence | null;
	weeks: readonly Readonly<Record<Side, Pence | null>>[];
	/** Absent until it was asked about. */
	overdraft?: Pence | null;
	/** Of figures that were not just said. */
	sources?: Readonly<Partial<Record<FigureId, Source>>>;
};

export const NOTHING_TOLD: CashFlowTold = {
	opening: null,
	weeks: Array.from({ length: WEEKS }, () => ({ moneyIn: null, moneyOut: null }))
};

export type CashFlowRefusal = 'not-thirteen-weeks';

export type CashFlowTotals = {
	/** After each week. */
	balances: readonly Pence[];
	lowest: Pence;
	/** Over the thirteen weeks. */
	net: Pence;
};

type Weekly = Pick<CashFlow, 'opening' | 'weeks'>;

export function cashFlowTotals(
	cashFlow: Weekly
): ({ ok: true } & CashFlowTotals) | { ok: false; because: CashFlowRefusal } {
	if (cashFlow.weeks.length !== WEEKS) return { ok: false, because: 'not-thirteen-weeks' };
	return { ok: true, ...totalsOfWeeks(cashFlow) };
}

/** Null until every week and the opening are told. */
export function wholeCashFlow({ opening, weeks, overdraft }: CashFlowTold): CashFlow | null {
	const whole = weeks.flatMap(({ moneyIn, moneyOut }) =>
		moneyIn === null || moneyOut === null ? [] : [{ moneyIn, moneyOut }]
	);
	if (opening === null || whole.length !== WEEKS) return null;
	return { opening, weeks: whole, overdraft: overdraft ?? NO_PENCE };
}

export function isWhole(told: CashFlowTold): boolean {
	return wholeCashFlow(told) !== null;
}

export function isBegun({ opening, weeks, overdraft }: CashFlowTold): boolean {
	const asked = [opening, overdraft ?? null, ...weeks.flatMap((week) => Object.values(week))];
	return asked.some((amount) => amount !== null);
}

/** Costs alone say nothing about what can be paid. */
export function hasMoneyIn({ opening, weeks }: CashFlowTold): boolean {
	return (opening ?? 0) > 0 || weeks.some(({ moneyIn }) => (moneyIn ?? 0) > 0);
}

/**
 * By the month: what the weeks bring, or less where a lean week could not bear it. As it is never more than they bring,
 * an overdraft bridges a lean week and is no deeper at the end than it was at the beginning.
 */
export function leftOfCashFlow(cashFlow: CashFlow, policy: PolicyValues['P9']): Pence {
	const lowest = lowestAllowed(cashFlow.overdraft, policy);
	const bearable = totalsOfWeeks(cashFlow).balances.flatMap((balance, index) => {
		const paid = Math.floor(((index + 1) * MONTHS) / WEEKS);
		const room = most(minus(balance, lowest), NO_PENCE);
		if (paid === 0) return balance < lowest ? [room] : [];
		return [timesRate(room, { numerator: 1, denominator: paid }, 'down')];
	});
	return least(netByMonth(cashFlow), ...bearable);
}

/** How low a week may go: below nothing only into an agreed overdraft. */
export function lowestAllowed(overdraft: Pence, { overdraftPercent }: PolicyValues['P9']): Pence {
	const rate = { numerator: overdraftPercent, denominator: 100 };
	return minus(NO_PENCE, timesRate(overdraft, rate, 'half-down'));
}

/** What a business costs its household by the month; nothing where it keeps itself. */
export function shortOfCashFlow(cashFlow: CashFlow): Pence {
	return most(minus(NO_PENCE, netByMonth(cashFlow)), NO_PENCE);
}

function netByMonth(cashFlow: CashFlow): Pence {
	const { net } = totalsOfWeeks(cashFlow);
	return timesRate(net, { numerator: 1, denominator: MONTHS }, 'down');
}

/** With what is not told yet as nothing: for the picture while it is filled in. */
export function balancesSoFar({ opening, weeks }: CashFlowTold): readonly Pence[] {
	const told = weeks.map(({ moneyIn, moneyOut }) => ({
		moneyIn: moneyIn ?? NO_PENCE,
		moneyOut: moneyOut ?? NO_PENCE
	}));
	return totalsOfWeeks({ opening: opening ?? NO_PENCE, weeks: told }).balances;
}

/** The Mondays of the thirteen weeks, from the week of the day it is made on. */
export function mondaysFrom(madeOn: Day): readonly Day[] {
	const first = addDays(madeOn, 1 - weekdayOf(madeOn));
	return Array.from({ length: WEEKS }, (_, week) => addDays(first, week * 7));
}

function totalsOfWeeks({ opening, weeks }: Weekly): CashFlowTotals {
	let balance = opening;
	const balances = weeks.map(({ moneyIn, moneyOut }) => {
		balance = minus(plus(balance, moneyIn), moneyOut);
		return balance;
	});
	return {
		balances,
		lowest: least(opening, ...balances),
		net: minus(balances.at(-1) ?? opening, opening)
	};
}
