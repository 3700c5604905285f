/**
 * What the call's screens say about a call and its caller. Nothing here is a rule: which of these may be shown was
 * decided by the server's projection.
 */
import { queueName } from '#shared/calls/queues.ts';
import type { Caller, OfferEnd } from '#shared/calls/events.ts';
import type { Channel } from '#shared/contacts/log/events.ts';
import { isDialledBy, type Contact } from '#shared/contacts/state/fold.ts';
import type { ContactView, PeopleView } from '#shared/contacts/shown/view.ts';
import { timeInLondon } from '#shared/time/day.ts';
import { durationText } from '../ui/figures/duration.ts';

/** `07700 900142`, as it is said and written here; a foreign number stays international. */
export function numberText(number: string): string {
	const national = number.replace(/^\+44(?=\d{9,10}$)/, '0');
	if (!national.startsWith('0')) return number;
	const split = /^02/.test(national) ? [3, 7] : /^01(1.|.1)/.test(national) ? [4, 7] : [5];
	const cuts = [0, ...split, national.length];
	return cuts
		.slice(1)
		.map((end, index) => national.slice(cuts[index], end))
		.filter(Boolean)
		.join('\u00a0');
}

/** Who rings, as far as the telephone says. */
export function callerText(caller: Caller | null, presentation: Contact['presentation']): string {
	if (caller?.number) return numberText(caller.number);
	return presentation === 'withheld' ? 'Number withheld' : 'Number not available';
}

/** What the officer says first. No department: whoever answered may not be the customer. */
export function firstSentence(council: string, officerName: string): string {
	const first = officerName.split(' ')[0] ?? officerName;
	return `${council}, ${first} speaking. We record calls. How can I help?`;
}

type Headline = { title: string; body: string };

type Unnamed = Exclude<PeopleView, { kind: 'likely' | 'known' }>;

/** For everything but one likely or known person, what stands where a name would. */
export function headlineFor(people: Unnamed, channel: Channel = 'phone'): Headline {
	return channel === 'phone' ? headlineOfCall(people) : headlineWithoutCall(people);
}

const AUTHORITY_ENDED: Headline = {
	title: 'They may not speak for the customer any more',
	body: 'The authority has ended. Tell them nothing more of an account.'
};

const SPEAKER: Headline = {
	title: 'Somebody who speaks for customers',
	body: 'It is their own telephone. Ask who they are and for whom they ring, then search.'
};

function headlineWithoutCall(people: Unnamed): Headline {
	if (people.kind === 'gone') {
		return { title: 'They have left', body: 'Nothing about anybody is kept on this screen.' };
	}
	if (people.kind !== 'matched') {
		return { title: 'Nobody is chosen yet', body: 'Ask for the name and postcode, then search.' };
	}
	if (people.because === 'authority-ended') return AUTHORITY_ENDED;
	return people.because === 'restricted'
		? { title: 'You cannot open this record', body: 'Pass this to a team leader.' }
		: { title: 'A customer is chosen', body: 'Nothing is shown until the identity check passes.' };
}

function headlineOfCall(people: Unnamed): Headline {
	switch (people.kind) {
		case 'gone':
			return {
				title: 'This call has gone',
				body: 'Nothing about the caller is kept on this screen.'
			};
		case 'nobody':
			return {
				title: 'Nobody is known by this number',
				body: 'Ask for the name and postcode, then search.'
			};
		case 'no-number':
			return {
				title: people.because === 'withheld' ? 'Number withheld' : 'Number not available',
				body: 'Ask who is calling, then search.'
			};
		case 'matched':
			if (people.because === 'authority-ended') return AUTHORITY_ENDED;
			if (people.because === 'speaker') return SPEAKER;
			return people.because === 'restricted'
				? { title: 'You cannot open this record', body: 'Pass the call to a team leader.' }
				: {
						title: 'A customer matched',
						body: 'Nothing is shown until the identity check passes. The number is a hint, not identity.'
					};
		case 'several':
			if (people.isHousehold)
				return {
					title: 'A household shares this number',
					body: 'Ask who is calling, then choose. It may be somebody who is not listed. No debts are shown until you choose.'
				};
			return {
				title: 'Several people use this number',
				body: 'Ask who is calling, then choose. No debts are shown until you do.'
			};
	}
}

/** Why an offer left this officer's screen. */
export const OFFER_ENDED: Record<OfferEnd, Headline> = {
	connected: { title: 'Call taken', body: 'The call went on without you.' },
	noAnswer: { title: 'The call was not answered', body: 'It rang out and went back to the queue.' },
	declined: { title: 'Sent back to the queue', body: 'The next officer is offered it.' },
	answeredElsewhere: {
		title: 'Answered by somebody else',
		body: 'There is nothing for you to do.'
	},
	callerGone: { title: 'The caller rang off', body: 'There is nothing for you to do.' }
};

/** A machine may have answered a call of ours as well: until they are known, it is minded. */
export function mayBeMachine(
	{ contact, people }: Pick<ContactView, 'contact' | 'people'>,
	officerId: string
): boolean {
	const isOurs = contact.direction === 'outbound' && contact.endedAt === null;
	return isDialledBy(contact, officerId) || (isOurs && people.kind !== 'known');
}

/** Of a call of ours. Only where the number is theirs alone and they let us is anything left on a machine. */
export function messageText(people: PeopleView): string {
	return people.kind === 'likely' && !people.person.noMessages
		? 'Leave your name and our number, nothing else: no department and no reason.'
		: 'Leave no message of any kind.';
}

const NOT_REACHED: Headline = {
	title: 'They did not pick up',
	body: 'The call back stays on your list.'
};

/** Why a call is on the officer's screen no more, though they never spoke to anybody. */
export function offerEndedText(
	{ direction, answeredAt, offersEnded }: Contact,
	officerId: string
): Headline {
	if (direction === 'outbound' && answeredAt === null) return NOT_REACHED;
	return OFFER_ENDED[offersEnded[officerId] ?? 'callerGone'];
}

/** What to mind, as sentences. Never why. */
export function careText(care: readonly string[]): string {
	return care.map((what) => (what.endsWith('.') ? what : `${what}.`)).join(' ');
}

/** What a screen reader hears, once, when a call rings. Never who, never why. */
export function ringingAloud(queue: string | null, people: PeopleView): string {
	const care = people.kind === 'likely' && people.person.takeExtraCare;
	return ['Incoming call', queue && queueName(queue), care && 'take extra care']
		.filter(Boolean)
		.join(', ');
}

/** The first thing of a wrap-up: how the contact ended, and what is left to do. */
export function endedText({
	channel,
	answeredAt,
	endedAt
}: Pick<Contact, 'channel' | 'answeredAt' | 'endedAt'>): string {
	const todo = 'Check the summary, then finish.';
	if (endedAt === null) return 'The call has gone on without you.';
	const at = timeInLondon(endedAt);
	if (channel !== 'phone') return `Ended at ${at}. ${todo}`;
	if (answeredAt === null) return `The call ended at ${at}. ${todo}`;
	const seconds = (Date.parse(endedAt) - Date.parse(answeredAt)) / 1000;
	return `The call ended at ${at} after ${durationText(seconds)}. ${todo}`;
}
