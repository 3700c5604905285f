/**
 * The summary an officer checks at the end, drafted from the log: why they got in touch, what was agreed and who approved
 * it, and what was noted. A support need is named as what to do, never why. Nothing here is chosen from a list.
 */
import { REASON_WORDS } from '../guide/reasons.ts';
import { lastDayOf } from '../law/hold-length.ts';
import { formatPounds } from '../money/pence.ts';
import type { StagedOutcome } from '../outcomes/outcome.ts';
import { addDays, dayInLondon, type Day } from '../time/day.ts';
import type { Contact } from './state/fold.ts';

/** `note` is what stands in the call notes, typed in this contact and nowhere else yet. */
export function summaryOf(contact: Contact, note: string): string {
	const { person, outcomes } = contact;
	const { committed, approval } = outcomes;
	const reason =
		person.reason === null ? null : `Got in touch about: ${REASON_WORDS[person.reason].label}.`;
	const agreed = (committed?.dispositions ?? []).map(({ text }) => `${text}.`);
	const approved =
		committed && approval?.state === 'granted' && approval.leader
			? `Approved by ${approval.leader.name}.`
			: null;
	const parts = [reason, sentence(person.reasonNote), ...agreed, approved, sentence(note)];
	return parts.filter((part) => part !== null).join(' ');
}

/** As it was typed, with a full stop where it has no end. */
function sentence(typed: string): string | null {
	const text = typed.trim();
	if (text === '') return null;
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Something that comes of this contact later, and the day by which. */
export type NextAction = { text: string; on: Day };

/** What was promised for later, the nearest first: a call back, a decision, a hold that ends, a sum that falls due. */
export function nextActions({ outcomes }: Pick<Contact, 'outcomes'>): NextAction[] {
	const { committed, staged } = outcomes;
	if (!committed) return [];
	const today = dayInLondon(committed.at);
	return staged
		.flatMap(({ outcome }) => nextOf(outcome, today))
		.toSorted((a, b) => a.on.localeCompare(b.on));
}

function nextOf(outcome: StagedOutcome, today: Day): NextAction[] {
	switch (outcome.kind) {
		case 'callback':
			return [
				{
					text: `Ring them back at ${outcome.at}${outcome.about ? `, with ${outcome.adviser ?? 'a debt adviser'}` : ''}`,
					on: outcome.on
				}
			];
		case 'claim':
			return [{ text: `Decide the claim: ${outcome.name}`, on: addDays(today, outcome.days) }];
		case 'hold':
		case 'no-surplus':
			if (outcome.debtIds.length === 0) return [];
			return [
				{
					text: 'Look again before the hold ends',
					on: lastDayOf({ fromOn: today, days: outcome.days })
				}
			];
		case 'promise':
			return [{ text: `${formatPounds(outcome.amount)} is promised`, on: outcome.by }];
		case 'letter':
			return [{ text: `Send the letter by ${outcome.by}`, on: today }];
		case 'payment':
		case 'recall':
		case 'nothing-agreed':
			return [];
	}
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
