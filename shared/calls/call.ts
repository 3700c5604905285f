/**
 * One call and what each event makes of it. The rules are those that recordings of a real switch force: who has the
 * customer is who shares their bridge, hold is a set of held legs, a ring that was answered stays answered, and once
 * withheld a number never comes back. An event that says nothing new gives back the very same call.
 */
import type { CallEvent, RecordingState } from './events.ts';
import type { Call, RecordingChange } from './lines.ts';

type OfContact = Extract<CallEvent, { contactId: string }>;
type Of<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>;

/** A call as it is when the first is heard of it. */
export function begun(event: OfContact): Call {
	return {
		contactId: event.contactId,
		source: event.source,
		direction: event.direction,
		caller: { number: null, presentation: 'unknown', name: null },
		dialled: null,
		startedAt: event.receivedAt,
		isIntroduced: false,
		queue: null,
		queues: [],
		offers: [],
		with: [],
		connected: [],
		isServed: false,
		held: [],
		holdCount: 0,
		holdUnknown: [],
		conference: [],
		consult: null,
		transfers: [],
		transferIsOpen: false,
		isParked: false,
		recording: null,
		recordingChanges: [],
		attributes: {},
		linkIsLost: false,
		ended: null
	};
}

export function callAfter(call: Call, event: OfContact): Call {
	switch (event.type) {
		case 'contact.started':
			return started(call, event);
		case 'contact.callerChanged':
			return callerChanged(call, event);
		case 'contact.queued':
			return queued(call, event);
		case 'contact.dequeued':
			return call.queue === event.queue ? { ...call, queue: null } : call;
		case 'agent.offered':
			return offered(call, event);
		case 'agent.offerEnded':
			return offerEnded(call, event);
		case 'agent.connected':
			return connected(call, event);
		case 'agent.disconnected':
			return disconnected(call, event);
		case 'leg.held':
			if (call.held.includes(event.legId)) return holdKnown(call, event.legId);
			return {
				...holdKnown(call, event.legId),
				held: [...call.held, event.legId],
				holdCount: call.holdCount + 1
			};
		case 'leg.retrieved':
			if (!call.held.includes(event.legId)) return holdKnown(call, event.legId);
			return { ...holdKnown(call, event.legId), held: without(call.held, event.legId) };
		case 'leg.holdUnknown':
			if (call.holdUnknown.includes(event.legId)) return call;
			return { ...call, holdUnknown: [...call.holdUnknown, event.legId] };
		case 'conference.changed':
			return conferenceChanged(call, event);
		case 'consult.started':
			if (call.consult?.legId === event.legId) return call;
			return { ...call, consult: consultBegun(event) };
		case 'consult.answered':
			if (call.consult?.legId !== event.legId || call.consult.isAnswered) return call;
			return { ...call, consult: { ...call.consult, isAnswered: true } };
		case 'consult.ended':
			return call.consult ? { ...call, consult: null } : call;
		case 'contact.transferred':
			return transferred(call, event);
		case 'contact.parked':
			if (call.isParked) return call;
			return { ...call, isParked: true, isServed: false, held: [], conference: [] };
		case 'contact.unparked':
			return call.isParked ? { ...call, isParked: false } : call;
		case 'recording.changed':
			return recordingChanged(call, event.state);
		case 'contact.data':
			return told(call, event);
		case 'contact.ended':
			return ended(call, event);
	}
}

function started(call: Call, event: Of<'contact.started'>): Call {
	if (call.isIntroduced) return call;
	const { dialled, direction } = event;
	const caller = call.caller.presentation === 'withheld' ? call.caller : event.caller;
	return { ...call, caller, dialled, direction, isIntroduced: true };
}

/** Once withheld, a number never comes back. */
function callerChanged(call: Call, event: Of<'contact.callerChanged'>): Call {
	const { number, presentation, name } = call.caller;
	const same =
		number === event.caller.number &&
		presentation === event.caller.presentation &&
		name === event.caller.name;
	return same || presentation === 'withheld' ? call : { ...call, caller: event.caller };
}

/** A queue joined right after a blind transfer is where that transfer led. */
function queued(call: Call, { queue }: Of<'contact.queued'>): Call {
	if (call.queue === queue) return call;
	const given = call.transferIsOpen ? call.transfers.at(-1) : undefined;
	const transfers = given
		? [...call.transfers.slice(0, -1), { ...given, to: queue }]
		: call.transfers;
	const queues = [...call.queues, queue];
	return { ...call, queue, queues, transfers, transferIsOpen: false, isServed: false };
}

const isRinging = (offer: { ended: unknown }) => offer.ended === null;

function offered(call: Call, event: Of<'agent.offered'>): Call {
	const { agent, legId, queue } = event;
	if (call.offers.some((offer) => offer.legId === legId)) return call;
	const offer = { agent, legId, queue, at: event.receivedAt, ended: null };
	return { ...call, offers: [...call.offers, offer], transferIsOpen: false };
}

/** The reason may be bettered, but a ring that was answered stays answered. */
function offerEnded(call: Call, event: Of<'agent.offerEnded'>): Call {
	const offer = call.offers.find((each) => each.legId === event.legId);
	if (!offer || offer.ended === 'connected' || offer.ended === event.because) return call;
	const after = { ...offer, ended: event.because };
	return { ...call, offers: call.offers.map((each) => (each === offer ? after : each)) };
}

function connected(call: Call, event: Of<'agent.connected'>): Call {
	const { agent, legId } = event;
	if (call.with.some((leg) => leg.legId === legId)) return call;
	return {
		...offerEnded(call, { ...event, type: 'agent.offerEnded', because: 'connected' }),
		with: [...call.with, { agent, legId }],
		connected: call.connected.includes(agent) ? call.connected : [...call.connected, agent],
		isServed: true,
		transferIsOpen: false,
		isParked: false
	};
}

function disconnected(call: Call, event: Of<'agent.disconnected'>): Call {
	if (!call.with.some((leg) => leg.legId === event.legId)) return call;
	return {
		...call,
		with: call.with.filter((leg) => leg.legId !== event.legId),
		held: without(call.held, event.legId),
		holdUnknown: without(call.holdUnknown, event.legId)
	};
}

function holdKnown(call: Call, legId: string): Call {
	const holdUnknown = without(call.holdUnknown, legId);
	return holdUnknown === call.holdUnknown ? call : { ...call, holdUnknown };
}

/** The same people in another order are the same conference. */
function conferenceChanged(call: Call, { parties }: Of<'conference.changed'>): Call {
	const conference = parties.toSorted();
	const isSame = conference.join() === call.conference.join();
	return isSame ? call : { ...call, conference };
}

const consultBegun = ({ agent, legId, to }: Of<'consult.started'>) => ({
	agent,
	legId,
	to,
	isAnswered: false
});

function transferred(call: Call, event: Of<'contact.transferred'>): Call {
	const { kind, to, legId } = event;
	if (call.transfers.some((each) => each.legId === legId)) return call;
	return {
		...call,
		transfers: [...call.transfers, { kind, to, legId }],
		held: without(call.held, legId),
		consult: null,
		isServed: kind === 'attended' && call.isServed,
		transferIsOpen: kind === 'blind'
	};
}

function told(call: Call, event: Of<'contact.data'>): Call {
	const news = Object.entries(event.attributes).some(
		([key, value]) => call.attributes[key] !== value
	);
	return news ? { ...call, attributes: { ...call.attributes, ...event.attributes } } : call;
}

/** Whatever still rang for it rings no more, and a recorded call's recording stops with it. */
function ended(call: Call, event: Of<'contact.ended'>): Call {
	const because = event.by === 'caller' ? 'callerGone' : 'noAnswer';
	const after = recordingChanged(call, 'stopped');
	return {
		...after,
		offers: after.offers.map((offer) => (isRinging(offer) ? { ...offer, ended: because } : offer)),
		queue: null,
		with: [],
		held: [],
		holdUnknown: [],
		conference: [],
		consult: null,
		isParked: false,
		linkIsLost: false,
		ended: { by: event.by, abandoned: event.abandoned, at: event.receivedAt }
	};
}

/** What is not known is kept as not known, and a change of it is told apart only from what was known last. */
function recordingChanged(call: Call, state: RecordingState): Call {
	if (call.recording === state || (call.recording === null && state === 'stopped')) return call;
	const change = changeTo(state, call.recordingChanges.at(-1));
	return {
		...call,
		recording: state,
		recordingChanges: change ? [...call.recordingChanges, change] : call.recordingChanges
	};
}

function changeTo(
	state: RecordingState,
	last: RecordingChange | undefined
): RecordingChange | null {
	const isOn = last === 'started' || last === 'resumed';
	switch (state) {
		case 'recording':
			if (isOn) return null;
			return last === 'paused' ? 'resumed' : 'started';
		case 'paused':
			return last === 'paused' ? null : 'paused';
		case 'stopped':
			return last === 'stopped' ? null : 'stopped';
		case 'unknown':
			return null;
	}
}

function without(legIds: readonly string[], legId: string): readonly string[] {
	return legIds.includes(legId) ? legIds.filter((other) => other !== legId) : legIds;
}
