/**
 * Which debt comes first (policy P6): rent at risk of the home, council tax before a hearing, orders, then the rest.
 * Ties go to the older debt, then by reference.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import type { RowId } from '../../law/policy-rows.ts';
import type { PolicyValues, Rank } from '../../law/policy-values.ts';
import { addDays, type Day } from '../../time/day.ts';
import type { Stream } from '../../debts/streams.ts';

const RANK_OF_STREAM: Record<Stream, Rank> = {
	'council-tax': 'council-tax',
	'business-rates': 'rates',
	overpayment: 'overpayment',
	invoice: 'invoice',
	care: 'care',
	rent: 'rent',
	'former-tenant': 'former-tenant',
	// Outside every plan; beside invoices where it is listed.
	parking: 'invoice',
	bid: 'bid'
};

/** 1 is best. */
export function rankOf(
	debt: DebtRecord,
	{ row, today, policy }: { row: RowId; today: Day; policy: PolicyValues['P6'] }
): number {
	return policy.ranks.indexOf(rankName(debt, { row, today, policy })) + 1;
}

export type Senior = { rank: number; since: Day; reference: string };

/** Best rank first, then the older debt, then the reference. */
export function bySeniority(one: Senior, other: Senior): number {
	return (
		one.rank - other.rank ||
		compare(one.since, other.since) ||
		compare(one.reference, other.reference)
	);
}

function rankName(
	debt: DebtRecord,
	{ row, today, policy }: { row: RowId; today: Day; policy: PolicyValues['P6'] }
): Rank {
	if (debt.stream === 'rent' && ['NOSP', 'POSSESSION_CLAIM'].includes(debt.stage))
		return 'rent-notice';
	if (row === 'CT3' && isHearingSoon(debt, { today, policy })) return 'council-tax-hearing';
	if (row === 'CT4') return 'council-tax-order';
	if (row === 'NR2' && debt.stream === 'business-rates') return 'rates-order';
	return RANK_OF_STREAM[debt.stream];
}

function isHearingSoon(
	debt: DebtRecord,
	{ today, policy }: { today: Day; policy: PolicyValues['P6'] }
): boolean {
	const { hearingOn } = debt.facts;
	return hearingOn !== undefined && hearingOn <= addDays(today, policy.hearingWithinDays);
}

function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
