/**
 * The steps of a debt's own ladder, one after another, when nobody agrees anything: each from the earliest day after the
 * one before it, with what it adds by then. It ends where a court or a choice of method comes, and where policy spares
 * the customer what would follow.
 */
import { agentsAdd, costOfMove } from '../../debts/costs.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { nextStep, type Circumstances, type NextStep } from '../../debts/ladder/next-step.ts';
import { AGENT_FEES } from '../../law/charges/agent-fees.ts';
import { AGENTS_NOTICE, firstVisitOn, LETTER_OF_CLAIM } from '../../law/clocks/claims.ts';
import { isInForce } from '../../law/rule.ts';
import { plus } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { consequence, type Consequence } from './consequence.ts';

/** Further than this nobody can see. */
const MOST_STEPS = 5;

/** Where one of several methods is chosen: they are estimated, and stand beside each other. */
const CHOICES: ReadonlySet<string> = new Set(['LIABILITY_ORDER', 'INFO_REQUEST']);

export type Looking = Circumstances & {
	confirmed: NonNullable<Circumstances['confirmed']>;
};

export type Ahead = {
	steps: readonly NextStep[];
	/** The debt as it stands after the last of them. */
	after: DebtRecord;
};

export function stepsAhead(debt: DebtRecord, now: Circumstances): Ahead {
	const steps: NextStep[] = [];
	let after = debt;
	while (steps.length < MOST_STEPS && !hasChoice(after)) {
		const step = nextStep(after, now);
		if (!step || (steps.length > 0 && step.isRunning)) break;
		steps.push(step);
		if (step.isRunning || step.to === after.stage) break;
		after = movedOn(after, { step, now });
	}
	return { steps, after };
}

/** Under a council tax order one of several methods is next; what each takes is estimated elsewhere. */
export function hasChoice({ stream, stage }: Pick<DebtRecord, 'stream' | 'stage'>): boolean {
	return stream === 'council-tax' && CHOICES.has(stage);
}

/** What was known of the stage it leaves. */
const OF_ITS_STAGE: ReadonlySet<string> = new Set(['challengeUntilOn', 'wholeBalanceDueOn']);

function movedOn(
	debt: DebtRecord,
	{ step, now }: { step: NextStep; now: Circumstances }
): DebtRecord {
	const added = costOfMove(debt, { to: step.to, costs: now.costs });
	const facts = Object.fromEntries(
		Object.entries(debt.facts).filter(([fact]) => !OF_ITS_STAGE.has(fact))
	);
	const balance = added ? plus(debt.balance, added.amount) : debt.balance;
	return { ...debt, facts, balance, stage: step.to, stageOn: step.earliestOn };
}

export function ladderStep(step: NextStep, { confirmed }: Pick<Looking, 'confirmed'>): Consequence {
	const { what, earliestOn, isRunning, cost, to, cites } = step;
	const said = {
		words: IN_COURT.has(to) ? `${what}, with the court’s own fee` : what,
		from: earliestOn,
		isRunning,
		adds: cost,
		takes: null,
		rules: [...cites, ...(IN_COURT.has(to) ? [LETTER_OF_CLAIM.id] : [])]
	};
	return consequence(said, confirmed);
}

/** The court's scale of fees is not on record here, so none is named. */
const IN_COURT: ReadonlySet<string> = new Set(['CLAIM', 'COUNTY_COURT', 'POSSESSION_CLAIM']);

/** SI 2014/1's table in force: a sum when the case reaches the agents, more if they visit, and more at a sale. */
export function agentSteps(
	debt: Pick<DebtRecord, 'balance'>,
	{ from, confirmed, today }: Pick<Looking, 'confirmed' | 'today'> & { from: Day }
): Consequence[] {
	const adds = (stage: 'compliance' | 'enforcement' | 'sale') =>
		agentsAdd(debt.balance, { stage, today });
	const one = { isRunning: false, takes: null } as const;
	const rules = feeRules(today);
	const visitOn = firstVisitOn(from);
	const said = [
		{ ...one, words: 'Enforcement agents write', from, adds: adds('compliance'), rules },
		{
			...one,
			words: 'A visit, seven clear days after their notice',
			from: visitOn,
			adds: adds('enforcement'),
			rules: [...rules, AGENTS_NOTICE.id]
		},
		{ ...one, words: 'Goods sold, where any are taken', from: null, adds: adds('sale'), rules }
	];
	return said.flatMap((step) => (step.adds === null ? [] : consequence(step, confirmed)));
}

function feeRules(today: Day): string[] {
	return AGENT_FEES.filter((rule) => isInForce(rule, today)).map(({ id }) => id);
}
