/**
 * What is proved of the planner's sums, each on so many random cases: that they agree with every schedule there is and
 * with a solver of the same rules, that the separate checker takes every true plan and no broken one, and that a refusal
 * names nothing needless.
 */
import { isDeepStrictEqual } from 'node:util';
import { payDaysNeeded } from '../../shared/arrangements/filling/fill.ts';
import {
	leastPayment,
	shortageOf,
	type Filling,
	type Shortage
} from '../../shared/arrangements/filling/shortage.ts';
import { flawOfPlan, type PlanClaim } from '../../shared/arrangements/proof/check.ts';
import { datesKept, fewestPayDays, leastByTrying } from './every-schedule.ts';
import {
	BREAKS,
	claimFor,
	largeFilling,
	lengthOf,
	mediumFilling,
	mutant,
	smallFilling,
	soonerDates,
	type Break,
	type Draw
} from './random.ts';
import { datesBySolver, fewestBySolver, leastBySolver } from './solver.ts';

export type Proof = { name: string; cases: number; failures: string[] };

/** Plan or refusal, soonest end, least payment and the dates that can be promised. */
export function againstEverySchedule(cases: number, draw: Draw): Proof {
	return prove('as every schedule has it', cases, () => {
		const filling = smallFilling(draw);
		const asked = {
			filling,
			payment: 1 + draw(8),
			sooner: soonerDates(filling, { draw, below: 5 })
		};
		return differenceOf(asked, {
			end: fewestPayDays(filling, asked.payment),
			least: leastByTrying(filling),
			dates: () => datesKept(filling, asked)
		});
	});
}

/** The same, of plans too long to try every way. */
export function againstSolver(cases: number, draw: Draw): Proof {
	return prove('as a solver of the same rules has it', cases, () => {
		const filling = mediumFilling(draw);
		const least = leastPayment(filling) ?? 1;
		const payment = Math.max(least - 400 + draw(2 * least), 1);
		const asked = { filling, payment, sooner: soonerDates(filling, { draw, below: 20 }) };
		const payDays = lengthOf(filling);
		return differenceOf(asked, {
			end: fewestBySolver({ ...asked, payDays }),
			least: leastBySolver(filling, payDays),
			dates: () => datesBySolver({ ...asked, payDays })
		});
	});
}

type Sooner = readonly (number | null)[];
type AskedOf = { filling: Filling; payment: number; sooner: Sooner };
type Answers = { end: number | null; least: number | null; dates: () => boolean[] };

/** Null where the planner's answers are these. Dates are only asked of what has a plan. */
function differenceOf({ filling, payment, sooner }: AskedOf, theirs: Answers): string | null {
	const isPossible = shortageOf(filling, payment) === null;
	const ours = [
		isPossible ? payDaysNeeded(filling, payment) : null,
		leastPayment(filling),
		isPossible ? promisedBy(filling, { payment, sooner }) : []
	];
	const found = [theirs.end, theirs.least, isPossible ? theirs.dates() : []];
	if (isDeepStrictEqual(ours, found)) return null;
	return `${said(filling)} at ${payment}, sooner ${said(sooner)}: ${said([ours, found])}`;
}

/** Every true plan is taken; of a rule, a sum and a promised date one is broken in turn. */
export function trueAndBrokenPlans(cases: number, draw: Draw): Proof {
	const broken = new Map<Break, number>(BREAKS.map((kind) => [kind, 0]));
	const proof = prove('true plans taken', cases, () => {
		const claim = claimFor(largeFilling(draw), draw);
		const flaw = flawOfPlan(claim);
		if (flaw) return `a true plan is refused: ${flaw}`;
		const [kind, wrong] = brokenOf(claim, draw);
		broken.set(kind, (broken.get(kind) ?? 0) + 1);
		return flawOfPlan(wrong) === null ? `a broken ${kind} is taken: ${said(wrong)}` : null;
	});
	const counts = [...broken].map(([kind, count]) => `${count} by a ${kind}`);
	return { ...proof, name: `true plans taken and broken ones refused (${counts.join(', ')})` };
}

/** Of the kind drawn, where it has one; a sum it always has. */
function brokenOf(claim: PlanClaim, draw: Draw): [Break, PlanClaim] {
	const kind = BREAKS[draw(BREAKS.length)] ?? 'sum';
	const wrong = mutant(claim, { kind, draw });
	if (wrong) return [kind, wrong];
	const short = { ...claim, payments: claim.payments.slice(0, -1) };
	return ['sum', short];
}

export function refusalsWithoutNeedlessReasons(cases: number, draw: Draw): Proof {
	return prove('refusals that name nothing needless', cases, () => {
		const { filling, shortage } = refusedFilling(draw);
		const { payDays, debts, due, canBePaid } = shortage;
		if (dueOf(filling, { payDays, debts }) !== due || due <= canBePaid) return said(filling);
		const needless = debts.filter((left) => {
			const others = debts.filter((debt) => debt !== left);
			return others.length > 0 && dueOf(filling, { payDays, debts: others }) > canBePaid;
		});
		return needless.length > 0 ? `${said(filling)} names ${said(needless)} for nothing` : null;
	});
}

/** A plan that is refused for a date, not for its minimums, which name no debt. */
function refusedFilling(draw: Draw): { filling: Filling; shortage: Shortage } {
	for (;;) {
		const filling = largeFilling(draw);
		const least = leastPayment(filling) ?? 1;
		const shortage = shortageOf(filling, Math.max(least - 1 - draw(least), 1));
		if (shortage && shortage.debts.length > 0) return { filling, shortage };
	}
}

export function prove(name: string, cases: number, one: () => string | null): Proof {
	const failures: string[] = [];
	for (let index = 0; index < cases; index += 1) {
		const failure = one();
		if (failure) failures.push(failure);
	}
	return { name, cases, failures };
}

/** As the planner promises: in turn, by the closed sum. */
function promisedBy(filling: Filling, { payment, sooner }: Omit<AskedOf, 'filling'>): boolean[] {
	let within = filling.within;
	return sooner.map((date, debt) => {
		if (date === null) return false;
		const tried = within.with(debt, Math.min(within[debt] ?? Infinity, date));
		const isKept = shortageOf({ ...filling, within: tried }, payment) === null;
		if (isKept) within = tried;
		return isKept;
	});
}

/** What these debts owe, and what the others take in so many pay-days. */
function dueOf(
	filling: Filling,
	{ payDays, debts }: { payDays: number; debts: readonly number[] }
): number {
	return filling.owed.reduce((due, owed, debt) => {
		const always = filling.courtSum[debt] || (filling.least[debt] ?? 0);
		return due + (debts.includes(debt) ? owed : Math.min(owed, payDays * always));
	}, 0);
}

function said(value: unknown): string {
	const text = JSON.stringify(value, (_, part: unknown) => (part === Infinity ? 'any' : part));
	return text.slice(0, 600);
}
