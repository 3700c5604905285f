/** What the screens of care say: kinds of evidence, ends, and why something was not done. */
import type {
	AuthorityEnd,
	AuthorityEvidence,
	AuthorityScope
} from '#shared/customers/authorities.ts';
import { STREAM_NAMES, STREAMS, type Stream } from '#shared/debts/streams.ts';
import type { AuthoritySeen, NeedSeen } from '#shared/customers/care.ts';
import { KIND_RULES } from '#shared/customers/authorities.ts';
import { formatDay } from '#shared/time/day.ts';
import type { Api } from '../../api.ts';

type Answers = Api['customers']['care'];
type Refused<Answer> =
	Extract<Answer, { ok: false }> extends { because: infer Because } ? Because : never;
type RefusalOf<Name extends Exclude<keyof Answers, 'see'>> = Refused<
	Awaited<ReturnType<Answers[Name]['mutate']>>
>;

export type CareRefusal =
	| RefusalOf<'recordAuthority'>
	| RefusalOf<'endAuthority'>
	| RefusalOf<'setWish'>
	| RefusalOf<'keepNeed'>
	| RefusalOf<'restrict'>
	| RefusalOf<'wrongNumber'>
	| RefusalOf<'theirNumber'>
	| RefusalOf<'noteNumber'>
	| RefusalOf<'takeNoteBack'>;

export const CARE_REFUSALS: Record<CareRefusal, string> = {
	'nobody-chosen': 'Choose the customer first.',
	'not-identified': 'The identity check comes first. It has to pass for whoever is speaking now.',
	'for-customer-only': 'Only the customer themselves can say this.',
	'nobody-named': 'Write who it is.',
	'no-organisation': 'Write the organisation they are with.',
	'not-that-evidence': 'That is not evidence of this kind of authority.',
	'not-said-by-them': 'Only the customer can say so, once they have passed the check themselves.',
	'only-told': 'Whoever is of this kind may be told and agrees nothing.',
	'not-those-debts': 'An appointee is for benefits alone: choose Housing Benefit overpayment.',
	'covers-nothing': 'Choose what it covers.',
	backwards: 'It would end before it begins.',
	'no-end': 'Write its last day: this kind does not stand for ever.',
	'too-long': 'That is longer than policy AU lets it stand.',
	'still-alive': 'The record does not say that the customer has died.',
	'has-died': 'The customer has died: only an executor or administrator acts for them.',
	'not-an-organisation': 'An employee speaks for an organisation, and this customer is a person.',
	'not-their-debts': 'A debt is not theirs any more. Choose again.',
	'no-such-authority': 'It has ended already.',
	'no-such-need': 'It is not on the record any more, or only a leader may change it.',
	'in-the-past': 'Choose a day that is still to come.',
	'for-leaders': 'Only a team leader or a manager can change that.',
	'not-linked': 'That number is not on the record any more.',
	'not-reported': 'That number was not reported as wrong.',
	'no-number': 'The telephone gives no number, or its caller forbids it.',
	'reported-wrong':
		'It was reported not to be theirs. Under Support needs, say first that it is theirs after all.',
	'not-noted': 'Nothing is noted of that number any more.'
};

export const EVIDENCE_NAMES: Record<AuthorityEvidence, string> = {
	'signed-authority': 'Signed authority, seen',
	'said-by-customer': 'The customer said so in this contact',
	'registered-power': 'Registered power of attorney, seen',
	'court-order': 'Order of the Court of Protection, seen',
	'benefit-appointment': 'Appointment by the DWP (BF57), seen',
	'grant-or-will': 'Grant of probate or will, seen',
	'members-letter': 'The member’s own letter, with the constituent’s request',
	'employers-letter': 'Letter of the organisation, seen'
};

export const END_NAMES: Record<AuthorityEnd, string> = {
	'customer-ended': 'The customer ended it',
	'they-ended': 'They act no longer',
	replaced: 'Another took its place',
	'wrongly-made': 'It was recorded by mistake'
};

export const SCOPE_NAMES: Record<AuthorityScope, string> = {
	told: 'May be told, and agrees nothing',
	agree: 'May be told and may agree'
};

type Titled = { debtId: string; title: string };

/** `Debt adviser. May be told and may agree. Every debt. Until 19 November 2027.` */
export function authorityText(authority: AuthoritySeen, debts: readonly Titled[]): string {
	const { kind, scope, untilOn, ended } = authority;
	const until = untilOn === null ? 'Until it is ended' : `Until ${formatDay(untilOn)}`;
	const last = ended === null ? until : END_NAMES[ended.because];
	return [KIND_RULES[kind].label, SCOPE_NAMES[scope], coverText(authority, debts), last]
		.map((sentence) => `${sentence}.`)
		.join(' ');
}

function coverText(
	{ streams, debtIds }: Pick<AuthoritySeen, 'streams' | 'debtIds'>,
	debts: readonly Titled[]
): string {
	if (debtIds !== null) {
		const titles = debts.filter(({ debtId }) => debtIds.includes(debtId)).map(({ title }) => title);
		return titles.length > 0 ? `Only ${titles.join(', ')}` : 'Only debts that are not theirs now';
	}
	if (streams === null) return 'Every debt';
	const names = streams.filter(isStream).map((stream) => STREAM_NAMES[stream]);
	return `Only ${names.join(', ')}`;
}

function isStream(text: string): text is Stream {
	return (STREAMS as readonly string[]).includes(text);
}

const CONSENTED: Record<NeedSeen['consent'], string> = {
	given: 'kept with their agreement',
	'not-asked': 'agreement not asked',
	declined: 'agreement declined'
};

/** `From the benefits system since 3 May 2024, kept with their agreement. Look again by 3 May 2027.` */
export function needText({ source, by, fromOn, consent, reviewOn, seenBy }: NeedSeen): string {
	const from = source === 'fairline' ? `Noted${by ? ` by ${by}` : ''}` : `From ${source}`;
	return [
		`${from} since ${formatDay(fromOn)}, ${CONSENTED[consent]}.`,
		reviewOn ? `Look again by ${formatDay(reviewOn)}.` : 'No day is set to look again.',
		seenBy === 'leaders' ? 'Only leaders see what it is.' : ''
	]
		.filter(Boolean)
		.join(' ');
}

/** `+447700900142` is `07700 900142`; a number from abroad stays as it is. */
export function numberText(number: string): string {
	const home = /^\+44(\d{4,5})(\d{6})$/.exec(number);
	return home ? `0${home[1]} ${home[2]}` : number;
}
