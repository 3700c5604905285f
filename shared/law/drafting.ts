/**
 * How council policy changes: one person drafts a version of a row, somebody else approves it, and it is in force from a
 * day that has not come yet, so that nothing already decided changes under anybody. It is undone by withdrawing it
 * before that day, or by another version with the values there were.
 */
import type { Day, Instant } from '../time/day.ts';

/** A version as the page of policy shows it; the sample that a council began with was drafted by nobody. */
export type VersionSeen = {
	id: string;
	/** What decisions cite: `policy.W1.2`. */
	ruleId: string;
	number: number;
	value: Readonly<Record<string, unknown>>;
	plain: string;
	why: string;
	fromOn: Day;
	/** The last day in force; null while no end is known, and of what is not approved. */
	toOn: Day | null;
	drafted: By | null;
	approved: By | null;
	withdrawn: By | null;
};

export type By = { id: string; name: string; at: Instant };

export type VersionState = 'draft' | 'missed' | 'to-come' | 'in-force' | 'past' | 'withdrawn';

/** `missed`: its day came before anybody approved it, so that nobody can any more. */
export function stateOf(
	version: Pick<VersionSeen, 'fromOn' | 'toOn' | 'withdrawn' | 'approved' | 'number'>,
	today: Day
): VersionState {
	if (version.withdrawn) return 'withdrawn';
	const isApproved = version.approved !== null || version.number === 1;
	if (!isApproved) return version.fromOn > today ? 'draft' : 'missed';
	if (version.fromOn > today) return 'to-come';
	return version.toOn !== null && version.toOn < today ? 'past' : 'in-force';
}

export const DRAFT_REFUSALS = [
	'no-such-row',
	'unread',
	'not-ahead',
	'too-far',
	'no-words',
	'no-reason',
	'same-as-before'
] as const;

export const DECIDE_REFUSALS = [
	'no-such-version',
	'own-draft',
	'approved-already',
	'withdrawn-already',
	'day-has-come',
	'another-that-day',
	'in-force-already'
] as const;

export type DraftRefusal = (typeof DRAFT_REFUSALS)[number];
export type DecideRefusal = (typeof DECIDE_REFUSALS)[number];

export type Draft = { value: unknown; plain: string; why: string; fromOn: Day };

/** Nobody plans further ahead than this, and a slip of the year is seen. */
const MOST_YEARS_AHEAD = 5;

/** Of a draft whose value has been read. `before` is what would be in force on its day without it. */
export function draftRefusal(
	draft: Draft,
	{ before, today }: { before: Pick<Draft, 'value' | 'plain'> | null; today: Day }
): DraftRefusal | null {
	if (draft.plain.trim() === '') return 'no-words';
	if (draft.why.trim() === '') return 'no-reason';
	if (draft.fromOn <= today) return 'not-ahead';
	if (Number(draft.fromOn.slice(0, 4)) > Number(today.slice(0, 4)) + MOST_YEARS_AHEAD)
		return 'too-far';
	if (before && before.plain === draft.plain && isSame(before.value, draft.value))
		return 'same-as-before';
	return null;
}

/** `others` are the row's other versions. */
export function approveRefusal(
	version: VersionSeen,
	{ others, managerId, today }: { others: readonly VersionSeen[]; managerId: string; today: Day }
): DecideRefusal | null {
	if (version.withdrawn) return 'withdrawn-already';
	if (version.approved || version.number === 1) return 'approved-already';
	if (version.drafted?.id === managerId) return 'own-draft';
	if (version.fromOn <= today) return 'day-has-come';
	const clashes = others.some(
		(other) => stateOf(other, today) === 'to-come' && other.fromOn === version.fromOn
	);
	return clashes ? 'another-that-day' : null;
}

export function withdrawRefusal(version: VersionSeen, today: Day): DecideRefusal | null {
	const state = stateOf(version, today);
	if (state === 'withdrawn') return 'withdrawn-already';
	return state === 'in-force' || state === 'past' ? 'in-force-already' : null;
}

/** What stands on a day, of the versions that somebody approved. */
export function versionOn(versions: readonly VersionSeen[], on: Day): VersionSeen | null {
	const approved = versions.filter(
		({ approved: by, number, withdrawn }) => !withdrawn && (by !== null || number === 1)
	);
	const begun = approved.filter(({ fromOn }) => fromOn <= on);
	return begun.toSorted((one, other) => other.fromOn.localeCompare(one.fromOn))[0] ?? null;
}

/** The same whatever the order of their parts: the database keeps none. */
export function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const parts = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
	return parts.map(([name, part]) => [name, sorted(part)]);
}
