/**
 * What is proved of the planner, each on so many random cases: that it agrees with every schedule there is, that the
 * separate checker takes every true plan and no broken one, and that a refusal names nothing needless.
 */
import { isDeepStrictEqual } from 'node:util';
import { payDaysNeeded } from '../../shared/arrangements/filling/fill.ts';
import {
	leastPayment,
	shortageOf,
	type Filling
} from '../../shared/arrangements/filling/shortage.ts';
import { flawOfPlan } from '../../shared/arrangements/proof/check.ts';
import { datesKept, fewestPayDays, leastByTrying } from './every-schedule.ts';
import { claimFor, largeFilling, mutant, smallFilling, soonerDates, type Draw } from './random.ts';

export type Proof = { name: string; cases: number; failures: string[] };

/** Plan or refusal, soonest end, least payment and the dates that can be promised. */
export function againstEverySchedule(cases: number, draw: Draw): Proof {
	return prove('as every schedule has it', cases, () => {
		const filling = smallFilling(draw);
		const payment = 1 + draw(8);
		const sooner = soonerDates(filling, draw);
		const isPossible = shortageOf(filling, payment) === null;
		const ours = [
			isPossible ? payDaysNeeded(filling, payment) : null,
			leastPayment(filling),
			isPossible ? promisedBy(filling, { payment, sooner }) : []
		];
		const tried = [
			fewestPayDays(filling, payment),
			leastByTrying(filling),
			isPossible ? datesKept(filling, { payment, sooner }) : []
		];
		return isDeepStrictEqual(ours, tried)
			? null
			: `${said(filling)} at ${payment}: ${said([ours, tried])}`;
	});
}

export function trueAndBrokenPlans(cases: number, draw: Draw): Proof {
	return prove('true plans taken and broken ones refused', cases, () => {
		const claim = claimFor(largeFilling(draw), draw);
		const flaw = flawOfPlan(claim);
		if (flaw) return `a true plan is refused: ${flaw}`;
		const broken = mutant(claim, draw);
		return broken && flawOfPlan(broken) === null ? `a broken plan is taken: ${said(broken)}` : null;
	});
}

export function refusalsWithoutNeedlessReasons(cases: number, draw: Draw): Proof {
	return prove('refusals that name nothing needless', cases, () => {
		const filling = largeFilling(draw);
		const least = leastPayment(filling) ?? 1;
		const shortage = shortageOf(filling, Math.max(least - 1 - draw(least), 1));
		if (!shortage || shortage.debts.length === 0) return null;
		const { payDays, debts, due, canBePaid } = shortage;
		if (dueOf(filling, { payDays, debts }) !== due || due <= canBePaid) return said(filling);
		const needless = debts.filter((left) => {
			const others = debts.filter((debt) => debt !== left);
			return others.length > 0 && dueOf(filling, { payDays, debts: others }) > canBePaid;
		});
		return needless.length > 0 ? `${said(filling)} names ${said(needless)} for nothing` : null;
	});
}

function prove(name: string, cases: number, one: () => string | null): Proof {
	const failures: string[] = [];
	for (let index = 0; index < cases; index += 1) {
		const failure = one();
		if (failure) failures.push(failure);
	}
	return { name, cases, failures };
}

/** As the planner promises: in turn, by the closed sum. */
function promisedBy(
	filling: Filling,
	{ payment, sooner }: { payment: number; sooner: readonly (number | null)[] }
): boolean[] {
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
