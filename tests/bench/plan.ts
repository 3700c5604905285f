/**
 * How long a plan of twelve debts over two years of weeks takes with its certificate, and with the least payment, the
 * soonest end and the alternatives beside it: against one bare pass in whole pence that fills the same table, and against
 * one solve of the same rules by an integer program. By turns; the tables are compared before anything is timed.
 */
import { isDeepStrictEqual } from 'node:util';
import { fillingFor, promised } from '#shared/arrangements/filling/ready.ts';
import type { Filling } from '#shared/arrangements/filling/shortage.ts';
import { planFor, type Plan } from '#shared/arrangements/plan.ts';
import { claimOf } from '#shared/arrangements/proof/certificate.ts';
import { flawOfPlan } from '#shared/arrangements/proof/check.ts';
import {
	alternatives,
	paymentToEndBy,
	sliderEnds
} from '#shared/arrangements/suggesting/suggestion.ts';
import type { Asked, Say } from './bench.ts';
import { asRatio, inMilliseconds, middle } from './figures.ts';
import { OFFER, REQUEST } from './plan-debts.ts';
import { nowUs } from './protocol.ts';
import { barePass } from './plan-bare.ts';
import { isSolved } from '../plans/solver.ts';

const LONG = { turns: 60, times: 40, solverSeconds: 60 };
const SHORT = { turns: 8, times: 20, solverSeconds: 3 };
const WARMING = 300;
const MOST = { plan: 25, all: 150 };
const SOLVER_LEAST = 10;

export async function benchPlan({ isShort, say }: Asked): Promise<void> {
	const length = isShort ? SHORT : LONG;
	const plan = planWithCertificate();
	const filling = fillingOf(plan);
	const bare = (): number[][] => barePass(filling, OFFER.amount);
	const table = plan.payments.map((payment) => [...payment.parts]);
	if (!isDeepStrictEqual(bare(), table)) throw new Error('The bare pass fills another table.');
	const flaw = flawOfPlan(claimOf(plan));
	if (flaw) throw new Error(`The checker does not take the plan: ${flaw}.`);
	say(
		`${plan.debts.length} debts by ${plan.payments.length} pay-days; the checker takes the plan.`
	);
	const times = byTurns([bare, planWithCertificate, everything], length);
	const [floor = Number.NaN, one = Number.NaN, all = Number.NaN] = times.map(middle);
	say(`The bare pass takes ${Math.round(floor)} microseconds.`);
	sayRatio('A plan with its certificate', { us: one, floor, most: MOST.plan, say });
	const whole = 'With the least payment, the soonest end and the alternatives it';
	sayRatio(whole, { us: all, floor, most: MOST.all, say });
	saySolver({ filling, payDays: table.length, seconds: length.solverSeconds, one, all, say });
	await Promise.resolve();
}

function planWithCertificate(): Plan {
	const planned = planFor(OFFER, REQUEST);
	if (!planned.ok) throw new Error(`There is no plan: ${planned.refusal.because}.`);
	claimOf(planned.plan);
	return planned.plan;
}

/** What the screen shows of one request: the plan, the slider's ends, the soonest end and the plans by name. */
function everything(): void {
	const { payments } = planWithCertificate();
	sliderEnds(OFFER, REQUEST);
	paymentToEndBy(payments.at(-1)?.on ?? OFFER.firstOn, { when: OFFER, request: REQUEST });
	alternatives(OFFER, REQUEST);
}

function fillingOf({ debts, role, offer }: Plan): Filling {
	const ready = fillingFor(debts, { role, payDays: offer });
	if (!ready.isTheirs) throw new Error('The plan is not theirs to agree.');
	return promised(debts, { filling: ready.filling, payDays: offer, payment: offer.amount }).filling;
}

/** Microseconds of one, turn by turn, so that a busy moment meets them all. */
function byTurns(
	sides: readonly (() => unknown)[],
	{ turns, times }: { turns: number; times: number }
): number[][] {
	for (const side of sides) for (let time = 0; time < WARMING; time += 1) side();
	const measured: number[][] = sides.map(() => []);
	for (let turn = 0; turn < turns; turn += 1)
		for (const [index, side] of sides.entries()) {
			const from = nowUs();
			for (let time = 0; time < times; time += 1) side();
			measured[index]?.push((nowUs() - from) / times);
		}
	return measured;
}

type Compared = { us: number; floor: number; most: number; say: Say };

function sayRatio(what: string, { us, floor, most, say }: Compared): void {
	const ratio = us / floor;
	const verdict = ratio <= most ? 'met' : 'not met';
	say(
		`${what} takes ${inMilliseconds(us)} ms, ${asRatio(ratio)} times (at most ${most}): ${verdict}.`
	);
}

type Solve = {
	filling: Filling;
	payDays: number;
	seconds: number;
	one: number;
	all: number;
	say: Say;
};

function saySolver({ filling, payDays, seconds, one, all, say }: Solve): void {
	const from = nowUs();
	const isDone = isSolved({ filling, payDays, payment: OFFER.amount }, seconds);
	const us = nowUs() - from;
	const took = isDone ? 'takes' : 'is not done after';
	say(`One solve of the same rules ${took} ${inMilliseconds(us)} ms.`);
	for (const [what, ours] of [
		['the plan', one],
		['all of it', all]
	] as const) {
		const verdict = us / ours >= SOLVER_LEAST ? 'met' : 'not met';
		const atLeast = isDone ? '' : 'more than ';
		say(
			`That is ${atLeast}${asRatio(us / ours)} times ${what} (at least ${SOLVER_LEAST}): ${verdict}.`
		);
	}
}
