/**
 * A guide is plain data: steps, the lines said in each, what must be done before going on, and where to. The next step
 * is a pure function of the contact. A contact names the guide and the version it runs on.
 */
import { holds, type Condition, type GuideFacts } from './facts.ts';

export const STEP_IDS = [
	'greeting',
	'identity',
	'reason',
	'support',
	'debts',
	'take-up',
	'affordability',
	'plan',
	'approval',
	'read-back',
	'payment',
	'wrap-up'
] as const;

export type StepId = (typeof STEP_IDS)[number];

export type Line = {
	id: string;
	say: string;
	/** Said only where this holds. */
	when?: Condition;
	/** What to mind while saying it. */
	mind?: string;
};

/** The first that holds is taken; the last holds always. */
export type WayOut = { to: StepId; when?: Condition };

export type Step = {
	id: StepId;
	name: string;
	/** What must hold for its work to be open; null where anything may. */
	gate: Condition | null;
	/** Not worked where this holds: policy or protection has switched it off. */
	off?: Condition;
	/** What must be done before going on, and how that is asked for. */
	before: readonly { must: Condition; says: string }[];
	/** The one next action, by its name. */
	action: string;
	/** Another name for it where this holds. */
	actionWhen?: { when: Condition; action: string };
	lines: readonly Line[];
	ways: readonly WayOut[];
};

export type Guide = { id: string; version: number; name: string; steps: readonly Step[] };

export function stepOf(guide: Guide, id: string): Step {
	const step = guide.steps.find((one) => one.id === id);
	if (!step) throw new Error(`The guide ${guide.id} has no step ${id}.`);
	return step;
}

/** Null at the end of the guide. */
export function nextStep(guide: Guide, id: string, facts: GuideFacts): Step | null {
	const way = stepOf(guide, id).ways.find(({ when }) => !when || holds(when, facts));
	if (!way) return null;
	const next = stepOf(guide, way.to);
	return isOff(next, facts) ? nextStep(guide, next.id, facts) : next;
}

/** What still has to be done here before going on, in words; null when nothing. */
export function stillToDo(step: Step, facts: GuideFacts): string | null {
	return step.before.find(({ must }) => !holds(must, facts))?.says ?? null;
}

export function actionOf({ action, actionWhen }: Step, facts: GuideFacts): string {
	return actionWhen && holds(actionWhen.when, facts) ? actionWhen.action : action;
}

export function linesOf(step: Step, facts: GuideFacts): readonly Line[] {
	return step.lines.filter(({ when }) => !when || holds(when, facts));
}

export function isOpen(step: Step, facts: GuideFacts): boolean {
	return (step.gate === null || holds(step.gate, facts)) && !isOff(step, facts);
}

export function isOff(step: Step, facts: GuideFacts): boolean {
	return step.off !== undefined && holds(step.off, facts);
}
