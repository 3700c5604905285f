/** What the pages of council policy say: what a row is about, where a version stands, and why something is refused. */
import {
	stateOf,
	type DecideRefusal,
	type DraftRefusal,
	type VersionSeen,
	type VersionState
} from '#shared/law/drafting.ts';
import type { PolicyRowId } from '#shared/law/policy-values.ts';
import { formatDay, type Day } from '#shared/time/day.ts';
import type { Tone } from '../../ui/tones.ts';

export const STATE_NAMES: Record<VersionState, { name: string; tone: Tone }> = {
	draft: { name: 'Waits for approval', tone: 'warn' },
	missed: { name: 'Not approved in time', tone: 'mute' },
	'to-come': { name: 'Approved, to come', tone: 'info' },
	'in-force': { name: 'In force', tone: 'ok' },
	past: { name: 'Past', tone: 'mute' },
	withdrawn: { name: 'Withdrawn', tone: 'mute' }
};

export const DRAFT_WORDS: Record<DraftRefusal, string> = {
	'no-such-row': 'Policy has no such row. Reload the page.',
	unread: 'Put right what is marked below.',
	'not-ahead': 'Enter tomorrow or a later day: a policy never begins on a day that has come.',
	'too-far': 'Enter a day within five years.',
	'no-words': 'Say in a sentence or two what it means, as an officer would read it out.',
	'no-reason': 'Say why it changes, for whoever approves it.',
	'same-as-before': 'Nothing is different from what is in force on that day.'
};

/** Which field of the form it belongs to; what is not here belongs to the whole. */
export const DRAFT_FIELDS: Partial<Record<DraftRefusal, 'fromOn' | 'plain' | 'why'>> = {
	'not-ahead': 'fromOn',
	'too-far': 'fromOn',
	'no-words': 'plain',
	'no-reason': 'why'
};

export const DECIDE_WORDS: Record<DecideRefusal, string> = {
	'no-such-version': 'This version is not there any more. Reload the page.',
	'own-draft': 'You drafted this, so another manager has to approve it.',
	'approved-already': 'This is approved already. Reload the page.',
	'withdrawn-already': 'This was withdrawn meanwhile. Reload the page.',
	'day-has-come': 'Its first day has come. Draft it again with a later one.',
	'another-that-day':
		'Another version of this row begins on the same day. Withdraw that one first.',
	'in-force-already': 'It is in force. Draft a version with the former values instead.'
};

const GROUPS: readonly { title: string; has: (row: PolicyRowId) => boolean }[] = [
	{ title: 'Money and plans', has: (row) => /^P\d/.test(row) },
	{ title: 'Council Tax', has: (row) => row.startsWith('CT') },
	{ title: 'Business rates', has: (row) => row.startsWith('NR') },
	{ title: 'Overpayments and invoices', has: (row) => /^(HB|IN)\d/.test(row) },
	{ title: 'Care and rent', has: (row) => /^(CA|RE)\d/.test(row) },
	{ title: 'Parking, holds and what others owe', has: (row) => /^(PC\d|HO|OT|JO)$/.test(row) },
	{ title: 'The life of an arrangement', has: (row) => /^L\d/.test(row) },
	{ title: 'Authority, contact and records', has: () => true }
];

export type Grouped<Row> = { title: string; rows: readonly Row[] };

export function inPolicyGroups<Row extends { rowId: PolicyRowId }>(
	rows: readonly Row[]
): Grouped<Row>[] {
	const groupOf = ({ rowId }: Row) => GROUPS.find(({ has }) => has(rowId))?.title ?? '';
	const grouped = Map.groupBy(rows, groupOf);
	return GROUPS.flatMap(({ title }) => {
		const own = grouped.get(title);
		return own ? [{ title, rows: own }] : [];
	});
}

/** `From 1 April 2027`, `1 April 2024 to 31 March 2027`. */
export function saySpan({ fromOn, toOn }: Pick<VersionSeen, 'fromOn' | 'toOn'>): string {
	return toOn ? `${formatDay(fromOn)} to ${formatDay(toOn)}` : `From ${formatDay(fromOn)}`;
}

/** Versions that somebody has still to look at, the soonest first. */
export function waiting(versions: readonly VersionSeen[], today: Day): VersionSeen[] {
	const open = versions.filter((one) => ['draft', 'to-come'].includes(stateOf(one, today)));
	return open.toSorted((one, other) => one.fromOn.localeCompare(other.fromOn));
}
