/**
 * Which rungs give something back: recovery is recalled, withdrawn or cancelled, the customer complies or challenges,
 * or somebody looks at their case. Nothing that protects a customer may stand in the way of these.
 */
import type { Transition } from '../ladder/ladders.ts';

/** Stages that are reached by giving back, whatever came before. */
const RELIEF: ReadonlySet<string> = new Set([
	'WITHDRAWN',
	'QUASHED',
	'CANCELLED',
	'REPRESENTATION',
	'TRIBUNAL',
	'WITNESS_STATEMENT',
	'LATE_WITNESS_STATEMENT',
	'SOCIAL_WORK_REVIEW'
]);

/** An order whose method has ended, and a reminder that was complied with. */
const BACK: ReadonlySet<string> = new Set([
	'REMINDER_1 DEMAND',
	'AEO LIABILITY_ORDER',
	'BENEFIT_DEDUCTION LIABILITY_ORDER',
	'ENFORCEMENT_AGENT LIABILITY_ORDER'
]);

/** Recovery goes down again to a rung that it had left. */
export function isReturn({ from, to }: Pick<Transition, 'from' | 'to'>): boolean {
	return BACK.has(`${from} ${to}`);
}

export function givesBack({
	value: { from, to }
}: {
	value: Pick<Transition, 'from' | 'to'>;
}): boolean {
	return RELIEF.has(to) || BACK.has(`${from} ${to}`);
}
