/** What the changes of a record say to the officer, and how far each has come. */
import type { ToldView } from '#shared/customers/changes/told.ts';
import { dayInLondon, formatDay, timeInLondon } from '#shared/time/day.ts';
import type { Api } from '../../api.ts';

type Refused<Answer> =
	Extract<Answer, { ok: false }> extends { because: infer Because } ? Because : never;

type Tell = Exclude<Refused<Awaited<ReturnType<Api['changes']['tell']['mutate']>>>, 'unread'>;
type Undo =
	| Refused<Awaited<ReturnType<Api['changes']['undo']['mutate']>>>
	| Refused<Awaited<ReturnType<Api['changes']['seen']['mutate']>>>;

export const TELL_REFUSALS: Record<Tell, string> = {
	'no-such-contact': 'This contact is not there any more.',
	'not-identified':
		'Check who is speaking first. A move can be noted without: what needs no check.',
	'not-of-them': 'That is no change of this record.',
	'check-again': 'More must be answered first.',
	'card-number': 'That looks like a card number. It was not kept.'
};

export const UNDO_REFUSALS: Record<Undo, string> = {
	'no-such-change': 'Somebody has dealt with it meanwhile.',
	'not-yours': 'Somebody else recorded it. A team leader may undo it.',
	sent: 'Its systems have been told. Take the right one as a new change.',
	'not-told': 'Its systems have not been told yet.'
};

/** `Council Tax and rates: told at 10:57, not confirmed yet.` */
export function systemText({ name, state, toldAt }: ToldView['systems'][number]): string {
	if (state === 'confirmed') return `${name}: confirmed by its own records.`;
	if (state === 'told' && toldAt !== null)
		return `${name}: told ${formatDay(dayInLondon(toldAt))} at ${timeInLondon(toldAt)}, not confirmed yet.`;
	return `${name}: to be told.`;
}

/** `From 16 November 2026. Said by the customer, recorded by Priya Shah at 10:05 on 19 November 2026.` */
export function whoText({ on, at, saidBy, by, evidence }: ToldView): string {
	const who = saidBy === '' ? 'the customer' : saidBy;
	const parts = [
		on === null ? '' : `From ${formatDay(on)}.`,
		`Said by ${who}, recorded by ${by} at ${timeInLondon(at)} on ${formatDay(dayInLondon(at))}.`,
		evidence === '' ? '' : `${evidence.charAt(0).toUpperCase()}${evidence.slice(1)}.`
	];
	return parts.filter((part) => part !== '').join(' ');
}

/** `New address told, not confirmed yet`; of several how many. */
export function toldTag(told: readonly Pick<ToldView, 'label'>[]): string {
	const [only, ...others] = told;
	const what =
		only && others.length === 0 ? `New ${only.label.toLowerCase()}` : `${told.length} changes`;
	return `${what} told, not confirmed yet`;
}
