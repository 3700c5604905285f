/**
 * What usually happens next when nothing is agreed, debt by debt, to inform and never to threaten: what, from when, and
 * what it would add or take. What policy rules out is left out (no agents for a support need or Council Tax Support), of
 * a debt that is held nothing follows, and of one in a moratorium only what may be said (SI 2020/1311 regulation 7).
 */
import type { CourtCosts } from '../../debts/costs.ts';
import type { DebtRecord, Hold } from '../../debts/debt.ts';
import { HOLDS, holdsInForce } from '../../debts/holds.ts';
import { benefitDeductionsRun, nextStep, type Confirmed } from '../../debts/ladder/next-step.ts';
import { BREATHING_SPACE, CRISIS_BREATHING_SPACE } from '../../law/clocks/breathing-space.ts';
import { MOST_EARNINGS_ORDERS, ONE_METHOD } from '../../law/clocks/council-tax.ts';
import { plus, type Pence } from '../../money/pence.ts';
import { addDays, formatDay, type Day } from '../../time/day.ts';
import { isInMoratorium, isSpared } from '../terms/moratorium.ts';
import { rowOf, type RowQuestion } from '../terms/rows.ts';
import { agentSteps, hasChoice, ladderStep, stepsAhead, type Ahead } from './ahead.ts';
import type { Consequence } from './consequence.ts';
import {
	byDirectEarnings,
	byEarningsOrder,
	fromBenefit,
	overpaymentFromBenefit,
	type Receives
} from './taken.ts';

export type Life = RowQuestion &
	Omit<Receives, 'confirmed'> & {
		hasSupportNeed: boolean;
		hasCouncilTaxSupport: boolean;
		/** The rules that the council has confirmed for itself, by their ids. */
		confirmed?: Confirmed;
		costs: CourtCosts;
	};

export type Next = {
	debtId: string;
	title: string;
	/** One after another. */
	steps: readonly Consequence[];
	/** One of these at a time, after them. */
	methods: readonly Consequence[];
	note: string | null;
	/** Rules behind the note. */
	noteRules: readonly string[];
};

export function usuallyNext(debts: readonly DebtRecord[], life: Life): Next[] {
	const person = {
		...life,
		confirmed: life.confirmed ?? new Set<string>(),
		deductionsRun: benefitDeductionsRun(debts),
		earningsOrders: debts.filter(isEarningsOrder).length,
		isInMoratorium: isInMoratorium(debts, life.today)
	};
	return debts
		.filter((debt) => debt.balance > 0)
		.map((debt) => ({ debtId: debt.id, title: debt.title, ...nextOf(debt, person) }));
}

/** What all of it would add to one debt; null where nothing is added. */
export function addedBy({ steps, methods }: Pick<Next, 'steps' | 'methods'>): Pence | null {
	const sums = [...steps, ...methods].flatMap(({ adds }) => adds ?? []);
	return sums.length === 0 ? null : plus(...sums);
}

type Person = Omit<Life, 'confirmed'> & {
	confirmed: Confirmed;
	deductionsRun: boolean;
	earningsOrders: number;
	isInMoratorium: boolean;
};

type Followed = Omit<Next, 'debtId' | 'title'>;

function nextOf(debt: DebtRecord, life: Person): Followed {
	const [hold] = holdsInForce(debt, life.today);
	if (hold) return nothing(sayHeld(hold), rulesOf(hold));
	if (life.isInMoratorium && isSpared(debt, life.payer))
		return nothing('Nothing happens while breathing space runs, and nothing is asked for.', [
			BREATHING_SPACE.id
		]);
	if (rowOf(debt, life) === 'OT') return nothing('Not theirs to answer for.', []);
	const ahead = stepsAhead(debt, life);
	const ways = waysFor(debt, { ahead, life });
	const replaced = new Set(ways.replaces);
	const steps = ahead.steps
		.filter((step) => !replaced.has(step.to))
		.map((step) => ladderStep(step, life));
	const notes = [
		...(ahead.steps[0]?.notes ?? []).map((note) => `${note}.`),
		...(ways.methods.length > 0 && countOf(ways.methods) > 1 ? [ONE_AT_A_TIME] : []),
		...blocked({ ahead, life })
	];
	return {
		steps: [...steps, ...ways.further],
		methods: ways.methods,
		note: notes.length > 0 ? notes.join(' ') : null,
		noteRules: hasChoice(ahead.after) ? [ONE_METHOD.id] : []
	};
}

const ONE_AT_A_TIME = 'Only one of these runs at a time.';

/** What takes something is a way of its own; all that agents add is one. */
function countOf(methods: readonly Consequence[]): number {
	const taking = methods.filter(({ takes }) => takes !== null).length;
	return taking + (methods.some(({ adds }) => adds !== null) ? 1 : 0);
}

function nothing(note: string, noteRules: readonly string[]): Followed {
	return { steps: [], methods: [], note, noteRules };
}

function sayHeld(hold: Hold): string {
	if (hold.mine === false) return 'Nothing happens while recovery is paused.';
	const until = hold.untilOn ? ` until ${formatDay(hold.untilOn)}` : ' while it lasts';
	if (!HOLDS[hold.kind].isSilent) return `Nothing happens${until}.`;
	return `Nothing happens${until}, and nothing is asked for. What comes after may be answered if they ask; a bill that goes on, and a payment they offer, may be talked about.`;
}

function rulesOf(hold: Hold): string[] {
	if (hold.mine === false) return [];
	if (hold.kind === 'breathing-space') return [BREATHING_SPACE.id];
	return hold.kind === 'mental-health-crisis' ? [CRISIS_BREATHING_SPACE.id] : [];
}

type Ways = {
	/** One after another, after the ladder's own steps. */
	further: readonly Consequence[];
	/** One of these at a time. */
	methods: readonly Consequence[];
	/** Steps of the ladder that they say better. */
	replaces: readonly string[];
};

const NO_WAYS: Ways = { further: [], methods: [], replaces: [] };

/** What would be taken, and what agents add, from the day on which it may begin. */
function waysFor(debt: DebtRecord, { ahead, life }: { ahead: Ahead; life: Person }): Ways {
	const { after } = ahead;
	const from = after.stageOn > life.today ? after.stageOn : life.today;
	const last = ahead.steps.at(-1);
	if (hasChoice(after) && !debt.facts.stepOfAnother)
		return life.deductionsRun
			? NO_WAYS
			: { ...NO_WAYS, methods: underAnOrder(after, { ...life, from }) };
	if (!last || last.isRunning) return NO_WAYS;
	const now = { ...life, from: last.earliestOn };
	switch (last.to) {
		case 'ENFORCEMENT_AGENT':
			return { ...NO_WAYS, further: agentSteps(after, now), replaces: ['ENFORCEMENT_AGENT'] };
		case 'WARRANT':
			return { ...NO_WAYS, further: agentSteps(after, now).slice(1) };
		case 'DEA': {
			const first = afterChallenge(debt, { from: ahead.steps[0]?.earliestOn ?? now.from, life });
			const methods = [
				...byDirectEarnings(now),
				...overpaymentFromBenefit({ ...now, from: life.hasHousingBenefit ? first : now.from })
			];
			const ended = life.hasHousingBenefit ? ['DEA', 'INVOICE'] : ['DEA'];
			return { ...NO_WAYS, methods, replaces: methods.length > 0 ? ended : [] };
		}
		default:
			return NO_WAYS;
	}
}

/** A decision is left alone while it can be challenged in time (policy HB1). */
function afterChallenge({ facts }: DebtRecord, { from, life }: { from: Day; life: Person }): Day {
	const until = facts.challengeUntilOn;
	return until !== undefined && until >= life.today ? addDays(until, 1) : from;
}

/** One of these, and none while the tax is taken from their benefit under any order (SI 1992/613 regulation 52(2)). */
function underAnOrder(debt: DebtRecord, life: Person & { from: Day }): Consequence[] {
	const taken = [
		...(life.earningsOrders < MOST_EARNINGS_ORDERS.value.most ? byEarningsOrder(life) : []),
		...fromBenefit(life)
	];
	return [
		...(taken.length > 0 ? taken : withoutFigures(debt, life)),
		...(life.hasSupportNeed || life.hasCouncilTaxSupport ? [] : agentSteps(debt, life))
	];
}

/** What may be taken where nothing says how much. */
function withoutFigures(debt: DebtRecord, life: Person): Consequence[] {
	const step = nextStep(debt, { ...life, hasSupportNeed: true });
	return step ? [ladderStep(step, life)] : [];
}

function isEarningsOrder({ stream, facts, stage }: DebtRecord): boolean {
	return stream === 'council-tax' && (stage === 'AEO' || facts.method?.kind === 'earnings-order');
}

/** Why nothing more is shown where more would usually follow. */
function blocked({ ahead, life }: { ahead: Ahead; life: Person }): string[] {
	if (hasChoice(ahead.after) && life.deductionsRun)
		return ['Nothing else begins under an order while Council Tax is taken from a benefit.'];
	return isSparedAgents(ahead, life) ? ['No enforcement agents: council policy spares them.'] : [];
}

function isSparedAgents({ steps, after }: Ahead, life: Person): boolean {
	if (steps[0]?.isRunning || !BEFORE_AGENTS.has(after.stage)) return false;
	if (life.hasSupportNeed) return true;
	return life.hasCouncilTaxSupport && BY_AN_ORDER.has(after.stream);
}

const BEFORE_AGENTS: ReadonlySet<string> = new Set([
	'LIABILITY_ORDER',
	'INFO_REQUEST',
	'ORDER_FOR_RECOVERY',
	'JUDGMENT'
]);

/** Policy spares nobody for their Council Tax Support elsewhere. */
const BY_AN_ORDER: ReadonlySet<string> = new Set(['council-tax', 'business-rates', 'bid']);
