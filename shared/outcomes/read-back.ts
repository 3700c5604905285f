/**
 * Everything that is read back before it is committed, line by line: the agreement, every other outcome, each debt that
 * nothing is agreed about, a leader's conditions, and free advice. The browser and the server make it from the same log
 * and debts by this function; a line that differs is a refusal, so what was said is what is committed.
 */
import {
	ADVICE,
	endingId,
	readBack as agreementLines,
	type ReadBackLine
} from '../arrangements/read-back.ts';
import type { Means } from '../affordability/means.ts';
import type { Replaced } from '../arrangements/life/replaced.ts';
import type { Plan } from '../arrangements/plan.ts';
import { sayRefusal, type PlanRefusal } from '../arrangements/said/refusals.ts';
import { endings, sayUnanswered, type Collecting } from '../arrangements/terms/collecting.ts';
import type { DebtOutside } from '../arrangements/terms/debt.ts';
import type { AgreeingRole } from '../law/policy-rows.ts';
import { decide, type AgainstWish, type Circumstance, type OutcomeRefusal } from './decide.ts';
import { helpLeft, helpOf, sayHelpLeft, type Help, type HelpHeard } from './help.ts';
import { debtsOf, type StagedOutcome } from './outcome.ts';
import { sayOutcome } from './say.ts';

export type { ReadBackLine };

/** A plan over the debts as staged; null where no plan is offered. */
export type PlannedAll =
	| {
			ok: true;
			plan: Plan;
			outside: readonly DebtOutside[];
			/** Plans that still run and end with it. */
			replaces?: readonly Replaced[];
			/** What already collects a debt that the plan could be for. */
			collecting?: readonly Collecting[];
	  }
	| { ok: false; refusal: PlanRefusal }
	| null;

export type ReadBackInput = Circumstance & {
	planned: PlannedAll;
	/** What every payment of the plan will quote; null where it has none yet. */
	paymentReference: string | null;
	/** What the statement says can be paid; null where none does. */
	means: Means | null;
	staged: readonly StagedOutcome[];
	/** Where nothing is left to pay with; null where something is, or no statement says. */
	help: HelpHeard | null;
	/** What the leader who approved it asked for, in their words. */
	conditions: readonly string[];
};

/** One thing above an officer's authority, or not: what a leader is shown and agrees to. */
export type Weighed = { id: string; role: AgreeingRole; cites: readonly string[] };

export type ReadBack =
	| { ok: true; lines: readonly ReadBackLine[]; weighed: readonly Weighed[] }
	| { ok: false; because: 'nothing-staged' | 'statement-lacking' }
	/** Some help is neither done nor declined; no plan is possible; or it is not said what becomes of what collects. */
	| { ok: false; because: 'help-open' | 'no-plan' | 'already-collecting'; words: string }
	| { ok: false; because: OutcomeRefusal | 'token-promise'; outcomeId: string }
	| { ok: false; because: AgainstWish; says: string; outcomeId: string };

/** `ARRANGEMENT` stands for the plan among the ids of what is weighed. */
export const ARRANGEMENT = 'arrangement' as const;

export function readBack(input: ReadBackInput): ReadBack {
	const { planned, staged } = input;
	const left = helpNotGiven(input);
	if (left) return left;
	if (!planned && staged.length === 0) return { ok: false, because: 'nothing-staged' };
	if (planned && !planned.ok)
		return { ok: false, because: 'no-plan', words: sayRefusal(planned.refusal, input.payer) };
	if (planned?.plan.lacks) return { ok: false, because: 'statement-lacking' };
	const collecting = planned?.collecting ?? [];
	const unanswered = sayUnanswered(collecting);
	if (unanswered) return { ok: false, because: 'already-collecting', words: unanswered };
	const lines: ReadBackLine[] = [];
	const weighed: Weighed[] = planned ? [weighedPlan(planned.plan, input)] : [];
	const help = givenHelp(input);
	for (const { debtId, role, rule } of endings(collecting))
		weighed.push({ id: endingId(debtId), role, cites: [rule] });
	for (const outcome of staged) {
		if (help && outcome.kind === 'promise')
			return { ok: false, because: 'token-promise', outcomeId: outcome.id };
		const decided = decide(outcome, input);
		if (!decided.ok) return { ...decided, outcomeId: outcome.id };
		lines.push(sayOutcome(outcome, { ...input, help, until: decided.until }));
		weighed.push({ id: outcome.id, role: decided.role, cites: decided.cites });
	}
	return { ok: true, lines: inOrder(input, lines), weighed };
}

/** Each kind of help as it stands; null where something is left to pay with. */
export function givenHelp({ help, ...input }: ReadBackInput): readonly Help[] | null {
	return help && helpOf({ ...input, help });
}

function helpNotGiven({ help, ...input }: ReadBackInput): Extract<ReadBack, { ok: false }> | null {
	const left = help === null ? [] : helpLeft({ ...input, help });
	return left.length === 0 ? null : { ok: false, because: 'help-open', words: sayHelpLeft(left) };
}

/** The customer's own words last: advice is what they leave with. */
function inOrder(input: ReadBackInput, outcomes: readonly ReadBackLine[]): ReadBackLine[] {
	const { planned, policy, conditions, paymentReference } = input;
	const agreement = planned?.ok
		? agreementLines({ ...planned, policy, paymentReference }).filter(({ id }) => id !== ADVICE.id)
		: untouched(input);
	const asked = conditions.map((text, index) => ({ id: `condition-${index + 1}`, text }));
	return [...agreement, ...outcomes, ...asked, ADVICE];
}

/** Without a plan, each debt that nothing is agreed about is still said. */
function untouched({ debts, staged }: ReadBackInput): ReadBackLine[] {
	const touched = new Set(staged.flatMap(debtsOf));
	return debts
		.filter((debt) => !touched.has(debt.id) && debt.balance > 0)
		.map(({ id, title }) => ({
			id: `out-${id}`,
			text: `Nothing is agreed about ${title}: it goes on as before.`
		}));
}

function weighedPlan({ role, debts, rules }: Plan, { policy }: ReadBackInput): Weighed {
	const rows = [...new Set(debts.map((debt) => policy[debt.row].id))];
	const cites = [policy.P1.id, policy.P2.id, policy.P5.id, policy.P7.id, policy.P8.id, ...rows];
	const again = rules.includes(policy.L5.id) ? [policy.L5.id] : [];
	return { id: ARRANGEMENT, role, cites: [...cites, ...again] };
}

export type Difference = { id: string; shown: string | null; now: string | null };

/** Both texts side by side, for every line that is not word for word what was shown. */
export function differences(
	shown: readonly ReadBackLine[],
	now: readonly ReadBackLine[]
): Difference[] {
	const ids = [...new Set([...shown, ...now].map(({ id }) => id))];
	const textOf = (lines: readonly ReadBackLine[], id: string) =>
		lines.find((line) => line.id === id)?.text ?? null;
	return ids
		.map((id) => ({ id, shown: textOf(shown, id), now: textOf(now, id) }))
		.filter((line) => line.shown !== line.now);
}
