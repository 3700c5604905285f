/**
 * Whether a debt may be in a payment plan, by council policy's row for it: with how much and on what terms, or why not,
 * what the customer can do instead and who may agree otherwise. A debt that is left out stays on the screen.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import { sumsOf } from '../../debts/sums.ts';
import type { ClearByRole, RowId, StreamRow } from '../../law/policy-rows.ts';
import type { Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';
import { financialYearOf, lastDayOfYear } from '../../time/financial-year.ts';
import { isVaried } from '../life/replaced.ts';
import type { DebtInPlan, DebtOutside, InOrOut, Sorting } from './debt.ts';
import { isInMoratorium } from './moratorium.ts';
import { outsideFor, reasonOfTheMoment, type Reason } from './outside.ts';
import { bySeniority, rankOf } from './rank.ts';
import { rowOf, yearOf } from './rows.ts';

export function inOrOut(debt: DebtRecord, sorting: Sorting): InOrOut {
	const row = rowOf(debt, sorting);
	const policyRow = sorting.policy[row].value;
	const owed = owedInPlan(debt, { policyRow, sorting });
	const reason =
		policyRow.outside ??
		reasonOfTheMoment(debt, { owed, sorting }) ??
		unknownCourtSum(debt, policyRow);
	if (reason) return { isIn: false, ...outsideFor(debt, { row, reason, sorting }) };
	return { isIn: true, ...inPlan(debt, { row, policyRow, owed, sorting }) };
}

/** Everything the customer owes, in the order of its rank, and what is left out with why. */
export function sortDebts(
	debts: readonly DebtRecord[],
	sorting: Sorting
): { inPlan: DebtInPlan[]; outside: DebtOutside[] } {
	const isSilent = sorting.isInMoratorium || isInMoratorium(debts, sorting.today);
	const sorted = debts.map((debt) => inOrOut(debt, { ...sorting, isInMoratorium: isSilent }));
	return {
		inPlan: leastOnTheOldest(sorted.filter((debt) => debt.isIn).toSorted(bySeniority)),
		outside: sorted.filter((debt) => !debt.isIn)
	};
}

/** Where only the oldest of several carries a minimum, it is the first of them by seniority. */
function leastOnTheOldest(debts: readonly DebtInPlan[]): DebtInPlan[] {
	const carried = new Set<RowId>();
	return debts.map((debt) => {
		const isCarried = debt.least?.onlyTheOldest && carried.has(debt.row);
		if (debt.least?.onlyTheOldest) carried.add(debt.row);
		return isCarried ? { ...debt, least: null } : debt;
	});
}

/** Only what is overdue while the instalments of the rest still run; the rest is continuing liability. */
function owedInPlan(
	debt: DebtRecord,
	{ policyRow, sorting }: { policyRow: StreamRow; sorting: Sorting }
): Pence {
	const sums = sumsOf(debt, sorting.today);
	const isRunning = !WHOLE_BALANCE.includes(debt.stage);
	return policyRow.inPlan === 'overdue' && isRunning ? sums.overdue : sums.balance;
}

const WHOLE_BALANCE = ['FULL_BALANCE_DUE', 'SUMMONS'];

/** A court's order is kept to the penny or not at all. */
function unknownCourtSum(debt: DebtRecord, policyRow: StreamRow): Reason | null {
	if (policyRow.inPlan !== 'as-ordered' || debt.facts.courtSumPence !== undefined) return null;
	return {
		why: 'A court has ordered how it is paid, and its sum is not known here.',
		instead: 'It is paid as the court ordered.'
	};
}

function inPlan(
	debt: DebtRecord,
	{
		row,
		policyRow,
		owed,
		sorting
	}: { row: RowId; policyRow: StreamRow; owed: Pence; sorting: Sorting }
): DebtInPlan {
	const { today, policy } = sorting;
	return {
		debtId: debt.id,
		rule: policy[row].id,
		title: debt.title,
		reference: debt.reference,
		row,
		rank: rankOf(debt, { row, today, policy: policy.P6.value }),
		since: debt.fromOn,
		owed,
		isAllOverdue: owed <= sumsOf(debt, today).overdue,
		isNonPriority: policyRow.isNonPriority,
		clearBy: clearByRole(debt, { policyRow, sorting }),
		yearEndsOn: yearEnd(debt, today),
		...countedFrom(debt, sorting),
		least: policyRow.least,
		courtSum: policyRow.inPlan === 'as-ordered' ? (debt.facts.courtSumPence ?? null) : null,
		averts: averted(debt, row),
		stops: policyRow.stops,
		doesNotStop: policyRow.doesNotStop,
		isJoint: debt.others.length > 0,
		taxLineNilUntil: taxLineNilUntil(debt, { row, today })
	};
}

function countedFrom(
	{ agreed }: DebtRecord,
	{ varying = [] }: Sorting
): Pick<DebtInPlan, 'countedFrom'> {
	return agreed?.plan && isVaried(agreed.plan, varying) ? { countedFrom: agreed.plan.firstOn } : {};
}

function clearByRole(
	debt: DebtRecord,
	{ policyRow, sorting }: { policyRow: StreamRow; sorting: Sorting }
): ClearByRole {
	const limits = policyRow.clearBy;
	if (!limits) throw new Error('A debt in a plan has no date to be clear by.');
	if (sorting.payer === 'company' && limits.company) return limits.company;
	const isOlder = yearOf(debt) < financialYearOf(sorting.today);
	return isOlder && limits.older ? limits.older : limits.usual;
}

function yearEnd(debt: DebtRecord, today: Day): Day {
	return lastDayOfYear(Math.max(yearOf(debt), financialYearOf(today)));
}

function taxLineNilUntil(debt: DebtRecord, { row, today }: { row: RowId; today: Day }): Day | null {
	const isThisYear = yearOf(debt) === financialYearOf(today);
	return (row === 'CT2' || row === 'CT3') && isThisYear ? yearEnd(debt, today) : null;
}

/** Paid in full with the costs before the hearing, the summons is withdrawn (SI 1992/613 regulation 34(5)). */
function averted(debt: DebtRecord, row: RowId): DebtInPlan['averts'] {
	const { hearingOn } = debt.facts;
	if (row !== 'CT3' || !hearingOn) return null;
	return { by: addDays(hearingOn, -1), what: 'the hearing' };
}
