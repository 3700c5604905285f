/** What a manager records when the council's own people have confirmed a rule: whose word it is, and since when. */
import { formatDay, type Day } from '../time/day.ts';
import type { Rule } from './rule.ts';

export type Confirmation = {
	/** Whoever answers for the law in the council, by name. */
	by: string;
	on: Day;
};

/** A rule to be confirmed, as the page of them shows it. */
export type ToConfirm = Pick<Rule, 'id' | 'plain' | 'address'> & {
	citation: string;
	/** Null while nobody has. */
	confirmation: (Confirmation & { recordedBy: string; recordedOn: Day }) | null;
};

export const CONFIRM_REFUSALS = [
	'no-such-rule',
	'no-name',
	'in-the-future',
	'before-the-rule',
	'confirmed-already',
	'not-confirmed'
] as const;

export type ConfirmRefusal = (typeof CONFIRM_REFUSALS)[number];

/** Null where it may be recorded. `rules` are those that are open to it. */
export function confirmRefusal(
	asked: Confirmation & { ruleId: string },
	{ rules, today }: { rules: readonly Rule[]; today: Day }
): ConfirmRefusal | null {
	const rule = rules.find(({ id }) => id === asked.ruleId);
	if (!rule) return 'no-such-rule';
	if (asked.by.trim() === '') return 'no-name';
	if (asked.on > today) return 'in-the-future';
	return rule.from !== null && asked.on < rule.from ? 'before-the-rule' : null;
}

/** `Confirmed by Ann Marlow on 12 November 2026`. */
export function sayConfirmation({ by, on }: Confirmation): string {
	return `Confirmed by ${by} on ${formatDay(on)}`;
}
