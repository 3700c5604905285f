/**
 * What is proved of the planner's own door, `planFor` and its suggestions, for random households: the separate checker
 * takes every plan, every refusal and every date not promised; what is named as the nearest works, and a penny less does
 * not; and in no month of a plan's life does the council collect more than income less costs, by all routes together.
 */
import { TIMES_A_YEAR, perMonth } from '../../shared/affordability/frequency.ts';
import { lineOf } from '../../shared/affordability/lines.ts';
import type { Statement } from '../../shared/affordability/statement.ts';
import type { Offer } from '../../shared/arrangements/said/offer.ts';
import { planFor, type Plan } from '../../shared/arrangements/plan.ts';
import {
	claimOf,
	notPromisedClaimOf,
	refusalClaimOf
} from '../../shared/arrangements/proof/certificate.ts';
import {
	flawOfPlan,
	flawOfRefusal,
	type RefusalClaim
} from '../../shared/arrangements/proof/check.ts';
import type { PlanRefusal } from '../../shared/arrangements/said/refusals.ts';
import { requestFor, type PlanRequest } from '../../shared/arrangements/request.ts';
import {
	alternatives,
	firstSuggestion,
	paymentToEndBy,
	sliderEnds,
	type When
} from '../../shared/arrangements/suggesting/suggestion.ts';
import { AGREEING_ROLES } from '../../shared/law/policy-rows.ts';
import { pence } from '../../shared/money/pence.ts';
import { addDays, type Day } from '../../shared/time/day.ts';
import { financialYearOf, lastDayOfYear } from '../../shared/time/financial-year.ts';
import { RHYTHMS } from '../../shared/time/pay-days.ts';
import { DEMO_DAY } from '../builders/plans.ts';
import { householdFrom, one, type HouseholdCase } from './households.ts';
import { prove, type Proof } from './proofs.ts';
import type { Draw } from './random.ts';

export function planForEveryHousehold(cases: number, draw: Draw): Proof {
	const seen: Seen = { plans: 0, refusals: 0, notPromised: 0 };
	const proof = prove('households', cases, () => flawAtTheDoor(draw, seen));
	const { plans, refusals, notPromised } = seen;
	const certified = `${plans} plans, ${refusals} refusals and ${notPromised} dates not promised`;
	return { ...proof, name: `households with ${certified} certified and affordable every month` };
}

type Seen = { plans: number; refusals: number; notPromised: number };

/** What is wrong with what the planner says to one household, or null. What was proved is counted in `seen`. */
function flawAtTheDoor(draw: Draw, seen: Seen): string | null {
	const household = householdFrom(draw);
	const { request } = requestFor(household.debts, household);
	const when: When = {
		rhythm: one(RHYTHMS, draw),
		firstOn: addDays(DEMO_DAY, draw(32)),
		method: 'card',
		nextPayDay: null
	};
	const asked = { ...request, ...(draw(2) === 0 ? { upTo: one(AGREEING_ROLES, draw) } : {}) };
	const ends = sliderEnds(when, asked);
	for (const amount of [...amountsFrom(draw), ...(ends ? [ends.least, ends.most] : [])]) {
		const aboveUsableBecause = draw(3) === 0 ? 'Her mother pays the rest' : null;
		const offer = { ...when, amount: pence(amount), aboveUsableBecause };
		const flaw = flawOfOffer(offer, { request: asked, household, seen });
		if (flaw) return `${flaw}, of ${amount}`;
	}
	const unworkable = ends && Object.values(ends).find((amount) => !works(when, asked, amount));
	if (unworkable) return `the slider ends at ${unworkable}, which does not work`;
	const by = addDays(when.firstOn, draw(900));
	return (
		flawOfEnd(by, { when, request: { ...asked, means: null } }) ??
		flawOfSuggestions(when, { request: asked, household, seen })
	);
}

/** What is said to be over by a day is, and with a penny less it is not, or there is no plan. */
function flawOfEnd(by: Day, asked: { when: When; request: PlanRequest }): string | null {
	const amount = paymentToEndBy(by, asked);
	if (amount === null || asked.request.debts.length === 0) return null;
	if (!isOverBy(by, { ...asked, amount })) return `${amount} is not over by ${by}`;
	const less = amount > 1 && isOverBy(by, { ...asked, amount: amount - 1 });
	return less ? `less than ${amount} is over by ${by} too` : null;
}

function isOverBy(
	by: Day,
	{ when, request, amount }: { when: When; request: PlanRequest; amount: number }
): boolean {
	const offer = { ...when, amount: pence(amount), aboveUsableBecause: null };
	const planned = planFor(offer, request);
	return planned.ok && (planned.plan.payments.at(-1)?.on ?? by) <= by;
}

type Known = { request: PlanRequest; household: HouseholdCase; seen: Seen };

function amountsFrom(draw: Draw): number[] {
	return [1 + draw(50_00), 1 + draw(400_00), 1 + draw(3_000_00)];
}

function works(when: When, request: PlanRequest, amount: number): boolean {
	return planFor({ ...when, amount: pence(amount), aboveUsableBecause: null }, request).ok;
}

function flawOfOffer(offer: Offer, known: Known): string | null {
	const planned = planFor(offer, known.request);
	return planned.ok
		? flawOfThisPlan(planned.plan, known)
		: flawOfThisRefusal(planned.refusal, { offer, ...known });
}

function flawOfSuggestions(when: When, known: Known): string | null {
	const first = firstSuggestion(when, known.request);
	for (const { plan } of alternatives(when, known.request)) {
		const flaw = flawOfThisPlan(plan, known);
		if (flaw) return `an alternative: ${flaw}`;
	}
	if (!first.ok)
		return sliderEnds(when, known.request) && 'nothing is suggested where a plan works';
	const { offer, role } = first.plan;
	const flaw = flawOfThisPlan(first.plan, known);
	if (flaw || role !== 'officer' || offer.amount <= 100) return flaw;
	const less = planFor({ ...offer, amount: pence(offer.amount - 100) }, known.request);
	return less.ok && less.plan.role === 'officer' ? 'a pound less is an officer’s too' : null;
}

function flawOfThisPlan(plan: Plan, { household, seen }: Known): string | null {
	seen.plans += 1;
	const flaw = flawOfPlan(claimOf(plan));
	if (flaw) return `a plan: ${flaw}`;
	for (const date of plan.notPromised) {
		seen.notPromised += 1;
		const wrong = flawOfRefusal(notPromisedClaimOf(date, plan));
		if (wrong) return `a date not promised: ${wrong}`;
	}
	const on =
		household.statement && overspentOn(plan, { ...household, statement: household.statement });
	return on ? `more than is left is collected on ${on}` : null;
}

type Refused = { offer: Offer; request: PlanRequest; seen: Seen };

function flawOfThisRefusal(refusal: PlanRefusal, { offer, request, seen }: Refused): string | null {
	const claim = claimOfRefusal(refusal, { offer, request });
	if (claim) {
		seen.refusals += 1;
		const flaw = flawOfRefusal(claim);
		if (flaw) return `a refusal (${refusal.because}): ${flaw}`;
	}
	if (!('nearest' in refusal) || refusal.nearest === null) return null;
	// What they can afford is another question: the nearest is the least that law and policy leave.
	const freely = { ...request, means: null };
	if (!works(offer, freely, refusal.nearest)) return 'the nearest does not work';
	return works(offer, freely, refusal.nearest - 1) ? 'a penny less than the nearest works' : null;
}

function claimOfRefusal(
	refusal: PlanRefusal,
	{ offer, request }: { offer: Offer; request: PlanRequest }
): RefusalClaim | null {
	const asked = { debts: request.debts, role: request.upTo ?? 'manager' };
	if (refusal.because === 'date' || refusal.because === 'minimums')
		return refusalClaimOf(refusal, { ...asked, offer });
	if (refusal.because !== 'no-surplus' || !refusal.proof) return null;
	const most = { ...offer, amount: refusal.proof.amount };
	return refusalClaimOf(refusal.proof, { ...asked, offer: most });
}

/**
 * The first pay-day in whose month the plan, what continues (the statement's own lines) and what is taken from wages and
 * benefits are more than income less costs. A month is a twelfth of a year, as in the statement, and what is told of
 * income is what reaches them: what is taken beforehand is added to it, and stands among what is collected.
 */
function overspentOn(
	{ offer, debts, payments }: Plan,
	{ statement, debts: owed, sorting }: HouseholdCase & { statement: Statement }
): Day | null {
	if (statement.form === 'three-questions') return null;
	const sum = (...sections: readonly string[]): number =>
		statement.lines
			.filter((line) => sections.includes(lineOf(line.line).section))
			.reduce((total, line) => total + perMonth(line.amount, line.frequency), 0);
	const taxLine = statement.lines
		.filter((line) => line.line === 'council-tax')
		.reduce((total, line) => total + perMonth(line.amount, line.frequency), 0);
	const inPlan = new Set(debts.map((debt) => debt.debtId));
	const takenFrom = owed.filter((debt) => !inPlan.has(debt.id) && !sorting.ended.includes(debt.id));
	const takenBefore = monthlyTaken(owed);
	const takenStill = monthlyTaken(takenFrom);
	const yearEnd = lastDayOfYear(financialYearOf(sorting.today));
	const isWholeYearIn = debts.some(
		(debt) =>
			['CT2', 'CT3'].includes(debt.row) && debt.yearEndsOn === yearEnd && debt.taxLineNilUntil
	);
	const late = payments.find(({ on, amount }) => {
		const continuing = isWholeYearIn && on <= yearEnd ? 0 : taxLine;
		const costs = sum('fixed', 'flexible') - taxLine;
		const left = sum('income') + takenBefore - costs - continuing - takenStill;
		return left * 12 < amount * TIMES_A_YEAR[offer.rhythm];
	});
	return late?.on ?? null;
}

function monthlyTaken(debts: HouseholdCase['debts']): number {
	return debts.reduce((total, { facts: { method } }) => {
		if (!method?.takesPence) return total;
		return total + perMonth(method.takesPence, method.every === 'week' ? 'weekly' : 'monthly');
	}, 0);
}
