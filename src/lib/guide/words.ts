/** How answers of the guide's steps read to the officer, in the order they stand. */
import type { Recognised } from '#shared/contacts/log/person-events.ts';
import type { AskedAnswer, Consent } from '#shared/customers/support.ts';
import type { TakeUpAnswer } from '#shared/guide/take-up.ts';
import type { Choice } from '../ui/form/choices.ts';

type Words<Answer extends string> = readonly (Choice & { value: Answer })[];

export const RIGHT: Words<Recognised> = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' },
	{ value: 'unsure', label: 'Not sure' }
];

export const NEEDS_ASKED: Words<AskedAnswer> = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' },
	{ value: 'prefers-not-to-say', label: 'Prefers not to say' }
];

export const CONSENT: Words<Consent> = [
	{ value: 'given', label: 'They agree', hint: 'Noted for next time' },
	{ value: 'declined', label: 'They would rather not', hint: 'For today only, nothing is kept' }
];

export const TAKE_UP: Words<TakeUpAnswer> = [
	{ value: 'applies', label: 'Applies' },
	{ value: 'does-not-apply', label: 'Does not apply' },
	{ value: 'check-later', label: 'Check later' }
];

/** What the answers about each debt come to together; null while some have none. */
export function allRecognised(
	debtIds: readonly string[],
	recognised: Readonly<Record<string, Recognised>>
): 'all' | 'some' | 'unsure' | null {
	const answers = debtIds.map((id) => recognised[id]);
	if (answers.includes('no')) return 'some';
	if (answers.some((answer) => answer === undefined)) return null;
	return answers.includes('unsure') ? 'unsure' : 'all';
}
