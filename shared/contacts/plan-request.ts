/**
 * What a plan is made from, taken out of a contact: the one way in which the screen and the server turn what was told,
 * offered and left out into a request of the planner. The debts are those that `known-debts.ts` lets the screen have,
 * on both sides, so that both make the same plan.
 */
import { netPayOf } from '../affordability/net-pay.ts';
import type { Means } from '../affordability/means.ts';
import type { Life } from '../arrangements/next/usually.ts';
import type { Offer } from '../arrangements/said/offer.ts';
import { usualPayDays } from '../arrangements/said/opening.ts';
import { mayAgreeAgain } from '../arrangements/life/broken.ts';
import { livePlansOf, meansBeside, replacedBy } from '../arrangements/life/replaced.ts';
import { planFor, type Planned } from '../arrangements/plan.ts';
import { requestFor, type PlanRequest } from '../arrangements/request.ts';
import { firstSuggestion, type When } from '../arrangements/suggesting/suggestion.ts';
import { endedBy } from '../arrangements/terms/collecting.ts';
import type { DebtOutside, Sorting } from '../arrangements/terms/debt.ts';
import { isUnexplained } from '../arrangements/terms/set-term.ts';
import type { DebtRecord, LivePlan } from '../debts/debt.ts';
import type { Claimant } from '../law/deductions/universal-credit.ts';
import { debtsAsStaged, recalledIn } from '../outcomes/as-staged.ts';
import type { ContactPolicy } from '../law/policy-values.ts';
import { addMonths, type Day } from '../time/day.ts';
import type { Contact } from './state/fold.ts';
import { statementFrom } from './state/statement-state.ts';
import type { KnownPerson, PeopleView } from './shown/view.ts';

export type Known = {
	person: Pick<KnownPerson, 'kind' | 'bornOn' | 'supportNeeds' | 'reach' | 'plansEndedOn'>;
	debts: readonly DebtRecord[];
	policy: ContactPolicy;
	today: Day;
};

export type Basis = {
	/** As they stand when what this contact does to them is done. */
	debts: readonly DebtRecord[];
	sorting: Sorting;
	request: PlanRequest;
	/** All that the statement leaves, whatever of it goes to a plan that they have. */
	means: Means | null;
	outside: readonly DebtOutside[];
};

/** Null until identity has passed. */
export function knownFrom(people: PeopleView, today: Day): Known | null {
	if (people.kind !== 'known') return null;
	return { person: people.person, debts: people.records, policy: people.policy, today };
}

export function requestFrom(contact: Contact, known: Known): Basis {
	const sorting = sortingFrom(contact, known);
	const staged = contact.outcomes.staged.map(({ outcome }) => outcome);
	const debts = debtsAsStaged(staged, { ...sorting, debts: known.debts });
	const statement = statementFrom(contact.statement);
	const { request, outside } = requestFor(debts, { statement, sorting });
	const { varying } = contact.offer;
	const plans = goingOn(request, { known, sorting });
	return {
		debts,
		sorting,
		request: {
			...request,
			...beside(request.means, plans),
			isAsBefore: contact.statement.isUntouched,
			...againIn(request, { known, varying })
		},
		means: request.means,
		outside
	};
}

/** Plans of theirs that go on beside this one. */
function goingOn(
	{ debts }: PlanRequest,
	{ known, sorting }: { known: Known; sorting: Sorting }
): LivePlan[] {
	if (debts.length === 0) return [];
	const ends = new Set([...(sorting.replacing ?? []), ...(sorting.varying ?? [])]);
	return livePlansOf(known.debts).filter(({ id }) => !ends.has(id));
}

/** Of what is usable they have their part already. */
function beside(
	means: Means | null,
	plans: readonly LivePlan[]
): Pick<PlanRequest, 'means' | 'besides'> {
	if (!means || plans.length === 0) return { means };
	return { means: meansBeside(means, plans), besides: { plans, means } };
}

/** A plan that another takes the place of ends unpaid like one that is broken (policy L5); one that is varied goes on. */
function againIn(
	{ debts }: PlanRequest,
	{ known, varying }: { known: Known; varying: readonly string[] }
): Pick<PlanRequest, 'again'> {
	const { today, policy, person } = known;
	const plans = replacedBy(debts, { records: known.debts, varying });
	if (plans.length > 0 && plans.every(({ isVaried }) => isVaried)) return {};
	const ended = plans.filter(({ isVaried }) => !isVaried).map(() => today);
	const endedOn = [...(person.plansEndedOn ?? []), ...ended];
	return endedOn.length > 0 ? { again: mayAgreeAgain(endedOn, { today, policy }) } : {};
}

/** Null while nothing is offered. */
export function planFrom({ offer }: Contact, { request }: Basis): Planned | null {
	if (!offer.offer) return null;
	const planned = planFor(offer.offer, request);
	if (!planned.ok || offer.term === null) return planned;
	const suggested = firstSuggestion(timesOf(offer.offer), request);
	return isUnexplained(planned.plan, offer.term, suggested)
		? { ok: false, refusal: { because: 'term-unexplained', months: offer.term.months } }
		: planned;
}

/** When they would pay: as offered, or as most do until something is. */
export function whenOf({ offer }: Contact, today: Day): When {
	return offer.offer ? timesOf(offer.offer) : usualPayDays(today);
}

/** What the estimates of a next step stand on. */
export function lifeFrom(contact: Contact, { sorting }: Basis, bornOn: Day | null): Life {
	const statement = statementFrom(contact.statement);
	const { today, payer, ended, hasSupportNeed, hasCouncilTaxSupport, policy } = sorting;
	return {
		today,
		payer,
		ended,
		hasSupportNeed,
		hasCouncilTaxSupport,
		costs: policy,
		hasPensionCredit: isTold(contact.statement, 'pension-credit'),
		hasHousingBenefit: isTold(contact.statement, 'housing-benefit'),
		netPay: statement && netPayOf(statement),
		universalCredit: claimantFrom(contact, { bornOn, today })
	};
}

function sortingFrom({ person, statement, offer, outcomes }: Contact, known: Known): Sorting {
	const notRight = Object.entries(person.recognised).flatMap(([debtId, answer]) =>
		answer === 'no' ? [debtId] : []
	);
	const adjustments = person.support?.adjustments ?? [];
	return {
		today: known.today,
		policy: known.policy,
		payer: known.person.kind === 'organisation' ? 'company' : 'person',
		isInMoratorium: false,
		ended: [
			...recalledIn(outcomes.staged.map(({ outcome }) => outcome)),
			...endedBy(known.debts, offer.collecting)
		],
		notRight,
		leftOut: offer.leftOut,
		replacing: offer.replacing,
		varying: offer.varying,
		collecting: offer.collecting,
		hasSupportNeed: known.person.supportNeeds.length > 0 || adjustments.length > 0,
		hasCouncilTaxSupport: isTold(statement, 'council-tax-support'),
		shouldNotBeThere: notRight,
		goodsTaken: []
	};
}

/** Who claims Universal Credit; unknown where the household or an age is. */
function claimantFrom(
	{ statement }: Contact,
	{ bornOn, today }: { bornOn: Day | null; today: Day }
): Claimant | null {
	const { household } = statement;
	if (!isTold(statement, 'universal-credit') || !household || !bornOn) return null;
	const is25 = addMonths(bornOn, 25 * 12) <= today;
	if (household.adults > 1) return is25 ? 'couple-25' : 'couple-under-25';
	return is25 ? 'single-25' : 'single-under-25';
}

function isTold(
	{ told }: Contact['statement'],
	line: 'council-tax-support' | 'universal-credit' | 'pension-credit' | 'housing-benefit'
): boolean {
	return (told[line]?.amount ?? 0) > 0;
}

function timesOf({ rhythm, firstOn, method, nextPayDay }: Offer): When {
	return { rhythm, firstOn, method, nextPayDay };
}
