/** Offers and requests for tests of the planner, on the demo day, by the sample policy. */
import type { Offer } from '../../shared/arrangements/said/offer.ts';
import { planFor, type Plan } from '../../shared/arrangements/plan.ts';
import type { PlanRequest } from '../../shared/arrangements/request.ts';
import type { Sorting } from '../../shared/arrangements/terms/debt.ts';
import { sortDebts } from '../../shared/arrangements/terms/in-or-out.ts';
import type { Means } from '../../shared/affordability/means.ts';
import type { DebtRecord } from '../../shared/debts/debt.ts';
import { samplePolicy } from '../../shared/law/northmere/policy.ts';
import { pence } from '../../shared/money/pence.ts';
import { day } from '../../shared/time/day.ts';

export const DEMO_DAY = day('2026-11-19');
export const POLICY = samplePolicy(DEMO_DAY);

/** A person, nothing said yet of support, agents or what is not right. */
export const SORTING: Sorting = {
	today: DEMO_DAY,
	payer: 'person',
	policy: POLICY,
	ended: [],
	isInMoratorium: false,
	notRight: [],
	leftOut: [],
	hasSupportNeed: false,
	hasCouncilTaxSupport: false,
	shouldNotBeThere: [],
	goodsTaken: []
};

/** The first of each month from December, by card. */
export const WHEN = {
	rhythm: 'monthly',
	firstOn: day('2026-12-01'),
	method: 'card',
	nextPayDay: day('2026-12-01')
} as const;

export function offerOf(amount: number, change: Partial<Offer> = {}): Offer {
	return { ...WHEN, amount: pence(amount), aboveUsableBecause: null, ...change };
}

export function meansOf(left: number, usable: number): Means {
	return { left: pence(left), usable: pence(usable), meanwhile: null };
}

export function requestOf(
	debts: readonly DebtRecord[],
	change: Partial<PlanRequest> = {}
): PlanRequest {
	return {
		debts: sortDebts(debts, SORTING).inPlan,
		means: null,
		form: 'full',
		notReliable: null,
		payer: 'person',
		today: DEMO_DAY,
		policy: POLICY,
		...change
	};
}

/** The plan there must be. */
export function planned(offer: Offer, request: PlanRequest): Plan {
	const result = planFor(offer, request);
	if (!result.ok) throw new Error(`There is no plan: ${result.refusal.because}.`);
	return result.plan;
}
