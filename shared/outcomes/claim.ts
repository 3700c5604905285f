/**
 * What a claim changes while it is decided (policy H1): the debt it would lower is held as long as an officer may, and
 * paid on account at the lower figure where the law fixes what comes off. A debt already held is held once.
 */
import type { DebtRecord } from '../debts/debt.ts';
import { isPaused } from '../debts/holds.ts';
import { ENTITLEMENT_RULES, ENTITLEMENTS, type Entitlement } from '../law/entitlements.ts';
import type { ContactPolicy } from '../law/policy-values.ts';
import { plus, timesRate, type Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import { financialYearOf } from '../time/financial-year.ts';
import type { OutcomeOf } from './outcome.ts';

export type Claimed = {
	entitlement: Entitlement;
	debts: readonly DebtRecord[];
	today: Day;
	policy: ContactPolicy;
};

/** Held or not. None where what is claimed is not one that we know to lower a debt. */
export function loweredBy(
	entitlement: string,
	{ debts, today }: Pick<Claimed, 'debts' | 'today'>
): readonly DebtRecord[] {
	const known = ENTITLEMENTS.find((one) => one === entitlement);
	const lowers = known && LOWERS[known];
	return lowers ? debts.filter((debt) => lowers(debt, today)) : [];
}

type Lowers = (debt: DebtRecord, today: Day) => boolean;

export function claimOf({
	entitlement,
	debts,
	today,
	policy
}: Claimed): Omit<OutcomeOf<'claim'>, 'id'> {
	const { name, percentOff } = ENTITLEMENT_RULES[entitlement].value;
	const lowered = loweredBy(entitlement, { debts, today });
	const held = lowered.filter((debt) => !isPaused(debt, today));
	const days = policy.H1.value.lengths['application-pending'].days.officer;
	if (days === undefined) throw new Error('An officer may hold nothing while a claim is decided.');
	return {
		kind: 'claim',
		entitlement,
		name,
		debtIds: held.map(({ id }) => id),
		days,
		onAccount: percentOff === undefined ? null : onAccount(held, { percentOff, today })
	};
}

/** Which debts it would lower; nothing of ours where there is no entry. */
const LOWERS: Partial<Record<Entitlement, Lowers>> = {
	'single-person-discount': isThisYearsTax,
	'council-tax-support': isThisYearsTax,
	'student-exemption': isThisYearsTax,
	'care-leaver-relief': isThisYearsTax,
	'disregarded-adult': isThisYearsTax,
	'disabled-band-reduction': isThisYearsTax,
	'underlying-entitlement': ({ stream }) => stream === 'overpayment',
	'small-business-relief': ({ stream }) => stream === 'business-rates'
};

function isThisYearsTax({ stream, facts, fromOn }: DebtRecord, today: Day): boolean {
	const year = facts.taxYear ?? financialYearOf(fromOn);
	return stream === 'council-tax' && year === financialYearOf(today);
}

/** The next instalments at the lower figure; null where none is to come. */
function onAccount(
	debts: readonly DebtRecord[],
	{ percentOff, today }: { percentOff: number; today: Day }
): Pence | null {
	const next = debts.flatMap(({ dues }) => dues.find(({ on }) => on >= today)?.amount ?? []);
	if (next.length === 0) return null;
	return timesRate(plus(...next), { numerator: 100 - percentOff, denominator: 100 }, 'half-up');
}
