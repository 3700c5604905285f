/**
 * What must be put right when a moratorium began before somebody heard of it: every step dated on or after its first day
 * and within it, with what it added, and every cost, fee or interest added in it. What gives something back is no step.
 */
import { CHARGES_IN_IT } from '../../law/clocks/breathing-space.ts';
import type { Rule } from '../../law/rule.ts';
import { minus, most, NO_PENCE, plus, type Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { HoldKind } from '../debt.ts';
import type { EntryKind } from '../entries.ts';
import { givesBack } from '../moving/giving-back.ts';

export type Reached = {
	id: string;
	stage: string;
	on: Day;
	cost: Pence;
	/** It has been taken back, or takes another back. */
	isUndone: boolean;
};

export type Protection = {
	kind: HoldKind;
	fromOn: Day;
	/** The last protected day. */
	untilOn: Day | null;
	/** The day it was lifted before that. */
	liftedOn: Day | null;
};

export type AddedEntry = { kind: EntryKind; amount: Pence; on: Day; fund?: string | null };

export type ToUndo = {
	steps: readonly Reached[];
	/** Costs, fees and interest beside what those steps added. */
	otherCharges: Pence;
	/** All that comes off the balance. */
	cost: Pence;
	rule: Rule;
};

const MORATORIUMS: ReadonlySet<HoldKind> = new Set(['breathing-space', 'mental-health-crisis']);

const ADDED: ReadonlySet<EntryKind> = new Set(['costs', 'fees', 'interest']);

/** `history` in the order in which the stages were reached. Null where there is nothing to put right. */
export function toUndo(
	history: readonly Reached[],
	{
		holds,
		entries
	}: {
		holds: readonly Protection[];
		entries: readonly AddedEntry[];
	}
): ToUndo | null {
	const periods = holds.filter(({ kind }) => MORATORIUMS.has(kind));
	const isProtected = (on: Day) => periods.some((period) => isWithin(period, on));
	const steps = history.filter(
		(step, at) =>
			// The first is the debt itself, and no step on it.
			at > 0 &&
			!step.isUndone &&
			isProtected(step.on) &&
			!givesBack({ value: { from: history[at - 1]?.stage ?? '', to: step.stage } })
	);
	const added = addedIn(entries, isProtected);
	const bySteps = plus(...steps.map(({ cost }) => cost));
	const otherCharges = added > bySteps ? minus(added, bySteps) : NO_PENCE;
	if (steps.length === 0 && otherCharges === 0) return null;
	return { steps, otherCharges, cost: plus(bySteps, otherCharges), rule: CHARGES_IN_IT };
}

/** What was added, less what was taken off again since. */
function addedIn(entries: readonly AddedEntry[], isProtected: (on: Day) => boolean): Pence {
	const added = entries.filter(({ kind, on }) => ADDED.has(kind) && isProtected(on));
	const firstOn = added.map(({ on }) => on).toSorted()[0];
	const takenOff = entries.filter(
		({ kind, fund, on }) =>
			kind === 'reversal' && fund === 'costs' && firstOn !== undefined && on >= firstOn
	);
	return most(NO_PENCE, plus(...[...added, ...takenOff].map(({ amount }) => amount)));
}

function isWithin({ fromOn, untilOn, liftedOn }: Protection, on: Day): boolean {
	return (
		fromOn <= on && (untilOn === null || on <= untilOn) && (liftedOn === null || on < liftedOn)
	);
}
