/**
 * Changes that were told and are not confirmed, as the desk's list has them: an officer's own, and to a leader everybody's.
 * Nobody is in touch, so that whose it is stays masked and what changed is not said.
 */
import { instant, type Instant } from '../../time/day.ts';
import { maskedName, type PersonFacts } from '../person.ts';
import { CHANGE_LABELS, type ChangeKind } from './kinds.ts';
import { systemName, type ToldSystem } from './told.ts';

export type OpenRecord = {
	changeId: string;
	kind: ChangeKind;
	at: Instant;
	by: string;
	person: Pick<PersonFacts, 'givenNames' | 'familyName' | 'isRestricted'>;
	systems: readonly ToldSystem[];
};

export type OpenChange = {
	changeId: string;
	label: string;
	name: string;
	at: Instant;
	by: string;
	/** The systems that do not show it yet. */
	waitsFor: readonly string[];
	/** It can be undone; else, once all are told, somebody may have seen it there. */
	isUndoable: boolean;
	isTold: boolean;
};

/** Those that can still be undone first, then the longest waiting. */
export function openChanges(
	records: readonly OpenRecord[],
	{ mayOpenRestricted }: { mayOpenRestricted: boolean }
): OpenChange[] {
	return records
		.filter(({ person }) => mayOpenRestricted || !person.isRestricted)
		.map(({ changeId, kind, at, by, person, systems }) => ({
			changeId,
			label: CHANGE_LABELS[kind],
			name: maskedName(person),
			at: instant(at),
			by,
			waitsFor: systems
				.filter(({ state }) => state !== 'confirmed')
				.map(({ source }) => systemName(source)),
			isUndoable: systems.every(({ isInFile }) => !isInFile),
			isTold: systems.every(({ state }) => state !== 'to-send')
		}))
		.toSorted(
			(one, other) =>
				Number(other.isUndoable) - Number(one.isUndoable) || one.at.localeCompare(other.at)
		);
}
