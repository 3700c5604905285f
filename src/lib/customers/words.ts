/** What the identity check and the search say to the officer. What passes and what is found was decided elsewhere. */
import type { CheckView } from '#shared/contacts/shown/check-view.ts';
import type { AnswerResult } from '#shared/customers/check/identity.ts';
import { KIND_RULES } from '#shared/customers/authorities.ts';
import type { ActingBy } from '#shared/contacts/shown/view.ts';
import { formatDay } from '#shared/time/day.ts';
import type { Found, MatchedOn } from '#shared/customers/search/search.ts';
import type { Api } from '../api.ts';
import type { Tone } from '../ui/tones.ts';

type Refused<Answer> =
	Extract<Answer, { ok: false }> extends { because: infer Because } ? Because : never;

export type CheckRefusal = Refused<
	Awaited<ReturnType<Api['contacts']['identity']['answer']['mutate']>>
>;

export type SearchRefusal = Refused<Awaited<ReturnType<Api['contacts']['search']['mutate']>>>;

export const RESULTS: Record<AnswerResult, { word: string; tone: Tone }> = {
	matches: { word: 'Matches', tone: 'ok' },
	nearly: { word: 'Nearly, ask again', tone: 'warn' },
	differs: { word: 'Does not match', tone: 'bad' },
	declined: { word: 'Not answered', tone: 'mute' }
};

export const NO_AUTHORITY = 'No authority stands under that name. Tell them nothing of an account.';

export const CHECK_REFUSALS: Record<CheckRefusal, string> = {
	'no-such-contact': 'This contact is not there any more.',
	'not-yours': 'Somebody else has this contact now.',
	closed: 'This contact is finished.',
	'not-a-candidate': 'Search for the customer, then choose them.',
	'card-number': 'That looks like a card number. It was not kept.',
	'nobody-chosen': 'Nobody is chosen yet. Ask who they are, then search.',
	restricted: 'You cannot open this record. Pass it to a team leader.',
	'not-on-this-call': 'Nobody is with you on this contact now.',
	'check-over': 'The check is over.',
	'not-offered': 'That question cannot be asked now. Ask another.',
	unread: 'That is no answer to this question. Type it again.'
};

export const SEARCH_REFUSALS: Record<SearchRefusal, string> = {
	'no-such-contact': 'This contact is not there any more.',
	'not-yours': 'Somebody else has this contact now.',
	closed: 'This contact is finished.',
	'not-a-candidate': 'Search again.',
	'card-number': 'That looks like a card number. It was not kept.',
	'too-little':
		'Enter at least three letters of a name or an address, or a whole reference or number.'
};

const MATCHED: Record<MatchedOn, string> = {
	reference: 'reference',
	nino: 'National Insurance number',
	phone: 'phone',
	email: 'email',
	born: 'date of birth',
	name: 'name',
	address: 'address'
};

/** `Name, address`; of who was typed only nearly as they are held, `Nearly: name`. */
export function matchedText({ matchedOn, isNear }: Pick<Found, 'matchedOn' | 'isNear'>): string {
	const all = matchedOn.map((what) => MATCHED[what]).join(', ');
	return isNear ? `Nearly: ${all}` : all.charAt(0).toUpperCase() + all.slice(1);
}

/** How many match; with more than can be shown, that there are more. */
export function foundText({
	found,
	hasMore
}: {
	found: readonly unknown[];
	hasMore: boolean;
}): string {
	if (hasMore) return `More than ${found.length} people match`;
	if (found.length === 0) return 'Nobody matches';
	return found.length === 1 ? '1 person matches' : `${found.length} people match`;
}

/** What to do about what was found; null where the people found say it themselves. */
export function foundAdvice(people: {
	found: readonly unknown[];
	hasMore: boolean;
}): string | null {
	if (people.hasMore) return 'Add another word: a first name, a street or a postcode.';
	if (people.found.length > 0) return null;
	return 'Ask how the name is spelled, or for a reference on a letter. With a letter from us in hand and nobody found, ask a team leader.';
}

/** `Patrick Doyle, attorney or deputy. May agree for them. Until 19 November 2027.` */
export function actingText(acting: ActingBy): string {
	const { name, organisation, kind, scope, untilOn } = acting;
	const who = [name, organisation, KIND_RULES[kind].label.toLowerCase()].filter(Boolean).join(', ');
	const may = scope === 'agree' ? 'May agree for them.' : 'May be told, and agrees nothing.';
	return [`${who}.`, may, untilOn && `Until ${formatDay(untilOn)}.`].filter(Boolean).join(' ');
}

/** `2 of 4 match`, or what it came to. */
export function standingText({ standing }: CheckView): string {
	switch (standing.is) {
		case 'open':
			return `${standing.matched} of ${standing.needed} match`;
		case 'passed':
			return 'Identity confirmed';
		case 'stopped':
			return 'The check has stopped';
	}
}

/** How near the check is to stopping, as a fact. */
export function wrongText({ wrongToday, wrongStops }: CheckView): string {
	if (wrongToday === 0) return `No wrong answers. The check stops at ${sayNumber(wrongStops)}.`;
	const answers = wrongToday === 1 ? 'One wrong answer' : `${wrongToday} wrong answers`;
	return `${answers} about this customer today. The check stops at ${sayNumber(wrongStops)}.`;
}

function sayNumber(count: number): string {
	return ['none', 'one', 'two', 'three', 'four'][count] ?? String(count);
}
