/** What the switch said of a call, as lines of the contact's log. Extensions nobody signs in with are left out. */
import type { CallEvent, Caller } from '../../../shared/calls/events.ts';
import type { ContactEventBody } from '../../../shared/contacts/log/events.ts';
import type { LiveCall } from './live-calls.ts';

/** The officer whose phone has this extension; undefined for a phone that is nobody's. */
type OfContact = Extract<CallEvent, { contactId: string }>;

export type OfficerByExtension = (extension: string) => string | undefined;

/** Lines to append to the log of one call. */
export type Heard = {
	source: string;
	sourceContactId: string;
	bodies: readonly ContactEventBody[];
	/** Who is calling, where this changes it. */
	caller?: Caller;
};

export function heardOf(event: OfContact, officerOf: OfficerByExtension): Heard {
	return {
		source: event.source,
		sourceContactId: event.contactId,
		bodies: bodiesOf(event, officerOf),
		...('caller' in event ? { caller: event.caller } : {})
	};
}

/** What a link that is lost or back means for the calls that were up on it. Unknown ends are ends. */
export function linkHeardOf(
	event: Exclude<CallEvent, OfContact>,
	calls: readonly LiveCall[]
): Heard[] {
	const up = calls.filter((call) => call.contact.endedAt === null);
	if (event.type === 'source.lost') return up.map((call) => heardOn(call, { type: 'linkLost' }));
	if (event.type !== 'source.resynced') return [];
	return up.flatMap((call) => {
		if (!event.liveContactIds.includes(call.sourceContactId)) {
			return [heardOn(call, { type: 'callEnded', endedBy: 'unknown', abandoned: false })];
		}
		return call.contact.linkIsLost ? [heardOn(call, { type: 'linkRestored' })] : [];
	});
}

function heardOn({ source, sourceContactId }: LiveCall, body: ContactEventBody): Heard {
	return { source, sourceContactId, bodies: [body] };
}

function bodiesOf(event: OfContact, officerOf: OfficerByExtension): ContactEventBody[] {
	switch (event.type) {
		case 'contact.started':
			return [
				{
					type: 'contactStarted',
					channel: 'phone',
					direction: event.direction,
					presentation: event.caller.presentation,
					dialled: event.dialled
				}
			];
		case 'contact.callerChanged':
			return event.caller.presentation === 'withheld'
				? [{ type: 'callerWithdrawn' }]
				: [{ type: 'callerKnown', presentation: event.caller.presentation }];
		case 'contact.queued':
			return [{ type: 'queued', queue: event.queue }];
		case 'consult.started':
			return [{ type: 'consultStarted', to: event.to }];
		case 'consult.answered':
			return [{ type: 'consultAnswered' }];
		case 'consult.ended':
			return [{ type: 'consultEnded' }];
		case 'contact.transferred':
			return [{ type: 'transferred', kind: event.kind, to: event.to }];
		case 'contact.parked':
			return [parkedIn(event, officerOf)];
		case 'contact.unparked':
			return [{ type: event.because === 'timedOut' ? 'parkTimedOut' : 'unparked' }];
		case 'conference.changed':
			return [conferenceOf(event.parties, officerOf)];
		case 'recording.changed':
			return [{ type: 'recordingChanged', state: event.state }];
		case 'contact.data':
			return [...menuChoice(event.attributes), ...callBackAnswer(event.attributes)];
		case 'contact.ended':
			return [{ type: 'callEnded', endedBy: event.by, abandoned: event.abandoned }];
		case 'agent.offered':
		case 'agent.offerEnded':
		case 'agent.connected':
		case 'agent.disconnected':
		case 'leg.held':
		case 'leg.retrieved':
		case 'leg.holdUnknown':
			return heardOfOfficer(event, officerOf(event.agent));
		case 'contact.dequeued':
			return [];
	}
}

type OfOfficer = Extract<
	CallEvent,
	{
		type:
			| 'agent.offered'
			| 'agent.offerEnded'
			| 'agent.connected'
			| 'agent.disconnected'
			| 'leg.held'
			| 'leg.retrieved'
			| 'leg.holdUnknown';
	}
>;

function heardOfOfficer(event: OfOfficer, officerId: string | undefined): ContactEventBody[] {
	if (officerId === undefined) return [];
	switch (event.type) {
		case 'agent.offered':
			return [{ type: 'offered', officerId, queue: event.queue }];
		case 'agent.offerEnded':
			return [{ type: 'offerEnded', officerId, because: event.because }];
		case 'agent.connected':
			return [{ type: 'answered', officerId }];
		case 'agent.disconnected':
			return [{ type: 'released', officerId }];
		case 'leg.held':
			return [{ type: 'held', officerId }];
		case 'leg.retrieved':
			return [{ type: 'retrieved', officerId }];
		case 'leg.holdUnknown':
			return [{ type: 'holdUnknown', officerId }];
	}
}

function parkedIn(
	{ agent, space, seconds }: Extract<OfContact, { type: 'contact.parked' }>,
	officerOf: OfficerByExtension
): ContactEventBody {
	const officerId = (agent === undefined ? undefined : officerOf(agent)) ?? null;
	return { type: 'parkedIn', officerId, space: space ?? null, seconds: seconds ?? null };
}

function conferenceOf(parties: readonly string[], officerOf: OfficerByExtension): ContactEventBody {
	const officerIds = parties.flatMap((each) => officerOf(each) ?? []);
	return { type: 'conferenceChanged', officerIds, others: parties.length - officerIds.length };
}

/** A word, or the one key pressed for it. */
const CHOICE = /\p{L}|^\D*\d{1,2}\D*$/u;

/** Only the menu's own word is kept: the other keys a dialplan sends may be account numbers. */
function menuChoice(attributes: Record<string, string>): ContactEventBody[] {
	const choice = attributes['menu'];
	return choice && CHOICE.test(choice) ? [{ type: 'menuChosen', choice: choice.slice(0, 60) }] : [];
}

/** `UserEvent(Caller,CallBack: yes)`, from the dialplan of a queue that asks: only a plain yes is one. */
function callBackAnswer(attributes: Record<string, string>): ContactEventBody[] {
	const answer = attributes['callback']?.trim().toLowerCase();
	return answer ? [{ type: 'callBackAnswered', isAgreed: answer === 'yes' }] : [];
}
