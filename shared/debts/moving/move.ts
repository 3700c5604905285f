/**
 * Whether a debt may move to another stage of its ladder today: the lawful move with its rules and what it adds, or the
 * first refusal by name. A move that gives something back (a recall, a withdrawal, a challenge made) is never held up by
 * a hold, a clock or a rule that nobody has confirmed; one that presses on meets all of them.
 */
import { addDays, type Day } from '../../time/day.ts';
import { ladderOf } from '../ladder/ladder-codes.ts';
import { findTransition, transition, type TransitionRule } from '../ladder/ladders.ts';
import { RUNGS } from '../ladder/rungs.ts';
import { costOfMove, type MoveCost } from '../costs.ts';
import type { Asked, Circumstances, MoveRefusal, MovingCase, MovingDebt } from './case.ts';
import { clashOf } from './clashes.ts';
import { unmetCondition } from './conditions.ts';
import { givesBack } from './giving-back.ts';
import { firstHearing } from './hearing.ts';
import { heldBy, pastItsTime } from './standing.ts';

export type Move = {
	from: string;
	to: string;
	rules: readonly TransitionRule[];
	cost: MoveCost | null;
};

export type MayMove = { ok: true; move: Move } | ({ ok: false } & MoveRefusal);

export function mayMove(debt: MovingDebt, asked: Asked, now: Circumstances): MayMove {
	const rules = rowsTo(debt, asked.to);
	const refusal = refusalOf({ debt, asked, now, rules });
	if (refusal) return { ok: false, ...refusal };
	const { to } = asked;
	return {
		ok: true,
		move: { from: debt.stage, to, rules, cost: costOfMove(debt, { to, costs: now.costs }) }
	};
}

function refusalOf(one: MovingCase): MoveRefusal | null {
	const { debt, asked, rules } = one;
	if (rules.length === 0) return clashOf(one) ?? { because: 'no-such-step' };
	if (rules.every(givesBack)) return unseen(one);
	if (debt.balance <= 0) return { because: 'nothing-owed' };
	const from = earliestDay(debt, { to: asked.to, rules });
	return (
		heldBy(one) ??
		pastItsTime(one) ??
		clashOf(one) ??
		(from > asked.today ? { because: 'too-early', from } : null) ??
		unmetCondition(one) ??
		unseen(one) ??
		unsure(one)
	);
}

/**
 * The ladder's own row. Where a stage is reached through others that need no act of the council's (a reminder not
 * kept, then a summons), the rows it stands on; none where the ladder knows no such step.
 */
function rowsTo(debt: MovingDebt, to: string): readonly TransitionRule[] {
	const code = ladderOf(debt.stream);
	const row = findTransition(code, { from: debt.stage, to });
	if (row) return [row];
	const rung = RUNGS[code][debt.stage];
	if (!rung || to === debt.stage) return [];
	const leads = (rung.rows ?? []).some((one) => one.to === to);
	if (!leads) return [];
	return (rung.rows ?? [])
		.filter((one) => one.to === to || one.from === debt.stage)
		.map((one) => transition(code, one));
}

function earliestDay(
	debt: MovingDebt,
	{ to, rules }: { to: string; rules: readonly TransitionRule[] }
): Day {
	const byRow = addDays(debt.stageOn, Math.max(...rules.map((row) => row.value.minimumDays)));
	if (debt.stage === 'SUMMONS' && to === 'LIABILITY_ORDER') {
		const clear = firstHearing(debt.stageOn);
		const { hearingOn } = debt.facts;
		return hearingOn && hearingOn > clear ? hearingOn : clear;
	}
	if (to === 'FULL_BALANCE_DUE') return debt.facts.wholeBalanceDueOn ?? byRow;
	const rung = RUNGS[ladderOf(debt.stream)][debt.stage];
	const byRung = rung?.to === to ? rung.earliestOn?.(debt) : undefined;
	return byRung !== undefined && byRung > byRow ? byRung : byRow;
}

/** Care never moves by itself, nor does what costs a person their home, liberty or credit. */
function unseen({ debt, asked, rules }: MovingCase): MoveRefusal | null {
	const isCare = debt.stream === 'care';
	if (isCare && asked.to !== 'SOCIAL_WORK_REVIEW' && debt.facts.careCheckDone !== true)
		return { because: 'care-check' };
	const needsPerson = isCare || rules.some((row) => row.value.needsHumanApproval);
	return needsPerson && !asked.isLookedAt ? { because: 'needs-a-person' } : null;
}

function unsure({ rules, now }: MovingCase): MoveRefusal | null {
	const open = rules.filter(
		(row) => row.confidence === 'unconfirmed' && !now.confirmed.has(row.id)
	);
	return open.length > 0 ? { because: 'unconfirmed', rules: open } : null;
}
