/**
 * A change as an officer typed it: every field read, the day it counts from, who said so and what was seen. What is
 * wrong is said of each field, and what was typed stays where it was typed. A change of nothing is none.
 */
import { readDayBehind } from '../../time/day-behind.ts';
import { readDayAhead } from '../../time/day-ahead.ts';
import { addMonths, daysBetween, type Day } from '../../time/day.ts';
import { CHANGE_WORDS, type ChangeValues, type TypedKind } from './kinds.ts';
import { readField } from './read-field.ts';

export const EVIDENCE = ['none', 'seen', 'to-come'] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** The fields every change has beside its own. */
export type TypedChange = {
	kind: TypedKind;
	fields: Readonly<Record<string, string>>;
	/** The day it counts from, as typed. */
	on: string;
	evidence: Evidence;
	/** What was seen or is to come. */
	seen: string;
	/** Who said so, where it was not the customer. */
	saidBy: string;
};

export type ReadChange = {
	kind: TypedKind;
	values: ChangeValues;
	on: Day;
	evidence: Evidence;
	seen: string;
	/** Empty for the customer themselves. */
	saidBy: string;
};

export type ChangeRead =
	| { ok: true; change: ReadChange }
	/** By field; `on`, `seen` and `saidBy` are those every change has. */
	| { ok: false; problems: Readonly<Record<string, string>> };

/** How far back a change may begin, and how far ahead it may be told. */
const MONTHS_BACK = 72;
const MONTHS_AHEAD = 6;

const LONGEST = 200;

export function readChange(
	typed: TypedChange,
	{ today, before }: { today: Day; before: ChangeValues }
): ChangeRead {
	const { fields } = CHANGE_WORDS[typed.kind];
	const read = fields.map((field) => ({
		id: field.id,
		read: readField(field, typed.fields[field.id] ?? '')
	}));
	const on = readOn(typed.on, today);
	const problems = new Map(
		read.flatMap(({ id, read: one }) => (one.ok ? [] : [[id, one.because] as const]))
	);
	if (typeof on !== 'string') problems.set('on', on.because);
	const seen = typed.seen.trim();
	const saidBy = typed.saidBy.trim();
	if (typed.evidence !== 'none' && seen === '') problems.set('seen', 'Write what it is.');
	for (const [id, text] of Object.entries({ seen, saidBy }))
		if (text.length > LONGEST) problems.set(id, 'That is too long.');
	const values: ChangeValues = Object.fromEntries(
		read.flatMap(({ id, read: one }) => (one.ok ? [[id, one.value]] : []))
	);
	const first = fields[0]?.id;
	if (problems.size === 0 && first !== undefined && isNothing(values, before))
		problems.set(first, 'That is what the record has already.');
	if (problems.size > 0 || typeof on !== 'string')
		return { ok: false, problems: Object.fromEntries(problems) };
	return {
		ok: true,
		change: { kind: typed.kind, values, on, evidence: typed.evidence, seen, saidBy }
	};
}

/** Everything that the record holds of it is as it was. */
function isNothing(values: ChangeValues, before: ChangeValues): boolean {
	const known = Object.keys(before).filter((id) => id in values);
	const same = (id: string) => plain(values[id]) === plain(before[id]);
	return known.length > 0 && known.every(same);
}

function plain(value: string | undefined): string {
	return (value ?? '').toLocaleLowerCase('en-GB').replace(/\s/g, '');
}

/** Nothing typed is today. Without a year it is the nearer of the two such days. */
function readOn(typed: string, today: Day): Day | { because: string } {
	if (typed.trim() === '') return today;
	const [behind, ahead] = [readDayBehind(typed, today), readDayAhead(typed, today)];
	if (behind === null) return { because: 'There is no such day. Write one like 12 November 2026.' };
	const isBehind = ahead === null || daysBetween(behind, today) <= daysBetween(today, ahead);
	const on = isBehind ? behind : ahead;
	if (on < addMonths(today, -MONTHS_BACK))
		return { because: 'That is more than six years ago. Check the year with them.' };
	return on > addMonths(today, MONTHS_AHEAD)
		? { because: 'That is more than six months ahead. Take it nearer the day.' }
		: on;
}
