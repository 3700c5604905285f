/**
 * The summary an officer checks at the end, drafted from the log: why they got in touch, what was agreed and who approved
 * it, and what was noted. A support need is named as what to do, never why. Nothing here is chosen from a list.
 */
import { REASON_WORDS } from '../guide/reasons.ts';
import type { Contact } from './fold.ts';

export function summaryOf(contact: Contact): string {
	const { person, outcomes, notes } = contact;
	const { committed, approval } = outcomes;
	const reason =
		person.reason === null ? null : `Got in touch about: ${REASON_WORDS[person.reason].label}.`;
	const said = person.reasonNote === '' ? null : person.reasonNote;
	const agreed = (committed?.dispositions ?? []).map(({ text }) => `${text}.`);
	const approved =
		committed && approval?.state === 'granted' && approval.leader
			? `Approved by ${approval.leader.name}.`
			: null;
	const parts = [reason, said, ...agreed, approved, notes === '' ? null : notes];
	return parts.filter((part) => part !== null).join(' ');
}

/** Why a contact in which nothing was committed came to nothing. */
export function otherwise(contact: Contact): string {
	const { person, outcomes } = contact;
	if (outcomes.committed) return '';
	if (person.requests.length > 0) return 'Taken without an identity check';
	if (person.stoppedFor !== null) return 'Identity check stopped';
	if (person.passed === null) return 'Identity not confirmed';
	return 'Nothing agreed';
}
