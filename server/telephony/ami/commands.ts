/**
 * What each verb is in Asterisk's own actions, and how its events show that it has happened. Only what a manager user
 * with no more than the classes `call`, `agent` and `originate` may do; answering and holding are the telephone's, and
 * a switch that offers them has an action of its own for it.
 */
import type { Call } from '#shared/calls/lines.ts';
import type { CallCommand } from '../port.ts';
import type { Ears } from './adapter.ts';
import { originate, unpark, type Dialling } from './dialling.ts';
import type { Planned } from './planned.ts';
import { isLocal, type Leg } from './legs.ts';

/** What the deployment lets us do beyond what every manager user may. */
export type Granted = { dialling: Dialling | null; threeWay: string };

export function planned(
	ears: Ears,
	command: CallCommand,
	{ dialling, threeWay }: Granted = { dialling: null, threeWay: '' }
): Planned {
	if (command.verb === 'originate')
		return dialling ? originate(ears, command, dialling) : { ok: false, because: 'not-offered' };
	if (command.verb === 'unpark')
		return dialling ? unpark(ears, command, dialling) : { ok: false, because: 'not-offered' };
	if (command.verb === 'ready' || command.verb === 'pause') return presence(ears, command);
	const call = ears.lines.calls.get(command.contactId);
	if (!call || call.ended) return { ok: false, because: 'no-such-call' };
	if (isOfRecording(command)) return recording(ears, call, command);
	const leg = ears.legs.byId.get(legOf(call, command.agent) ?? '');
	if (!leg) return { ok: false, because: 'no-such-call' };
	switch (command.verb) {
		case 'hangUp':
			return hangUp(command.contactId, leg);
		case 'transfer':
			return transfer(command, leg);
		case 'park':
			return park(ears, command.contactId, leg);
		case 'cancelTransfer':
			return cancelTransfer(command, leg);
		case 'conference':
			return conference(ears, { call, leg, threeWay });
		case 'answer':
		case 'hold':
		case 'resume':
			return phone(command, leg.id);
	}
}

/** The leg on which this officer has the customer, or is rung for them. */
function legOf(call: Call, agent: string): string | null {
	const own = call.with.find((leg) => leg.agent === agent);
	const ringing = call.offers.find((offer) => offer.agent === agent && offer.ended === null);
	// Until a customer who is rung picks up, the officer's leg is that of their own ring.
	const dialling = call.isServed ? null : dialledBy(call, agent);
	return own?.legId ?? ringing?.legId ?? dialling;
}

function dialledBy({ direction, offers }: Call, agent: string): string | null {
	if (direction !== 'outbound') return null;
	return offers.find((offer) => offer.agent === agent)?.legId ?? null;
}

function hangUp(contactId: string, leg: Leg): Planned {
	return {
		ok: true,
		action: 'Hangup',
		fields: { Channel: leg.channel, Cause: 16 },
		ending: leg,
		isDone(lines) {
			const call = lines.calls.get(contactId);
			const isWith = call?.with.some(({ legId }) => legId === leg.id) ?? false;
			const offer = call?.offers.find(({ legId }) => legId === leg.id);
			if (!call || call.ended !== null) return true;
			const isDialling = call.direction === 'outbound' && !call.isServed;
			return !isDialling && !isWith && offer?.ended !== null;
		}
	};
}

function transfer(command: Extract<CallCommand, { verb: 'transfer' }>, leg: Leg): Planned {
	const { contactId, to, kind } = command;
	if (!/^\d{2,15}$/.test(to)) return { ok: false, because: 'bad-target' };
	return {
		ok: true,
		action: kind === 'blind' ? 'BlindTransfer' : 'Atxfer',
		fields: { Channel: leg.channel, Exten: to, Context: leg.context },
		isDone(lines) {
			const call = lines.calls.get(contactId);
			if (kind === 'attended') return call?.consult?.agent === command.agent;
			return call?.transfers.some(({ legId }) => legId === leg.id) ?? false;
		}
	};
}

/** Whom nobody takes in time comes back to the telephone that parked them. */
function park(ears: Ears, contactId: string, leg: Leg): Planned {
	const customer = ears.conversations.byContact.get(contactId)?.customer;
	if (!customer) return { ok: false, because: 'no-such-call' };
	return {
		ok: true,
		action: 'Park',
		fields: { Channel: customer.channel, TimeoutChannel: leg.channel },
		isDone: (lines) => lines.calls.get(contactId)?.isParked ?? false
	};
}

/** The colleague is let go and the customer is theirs again. */
function cancelTransfer({ contactId }: { contactId: string }, leg: Leg): Planned {
	return {
		ok: true,
		action: 'CancelAtxfer',
		fields: { Channel: leg.channel },
		isDone: (lines) => lines.calls.get(contactId)?.consult === null
	};
}

/**
 * The keys that the officer would press in a consultation, one by one, as if heard from their telephone. A second call
 * that the telephone itself made is the telephone's own to join.
 */
function conference(
	{ legs }: Ears,
	{ call, leg, threeWay }: { call: Call; leg: Leg; threeWay: string }
): Planned {
	const { consult } = call;
	if (!consult?.isAnswered) return { ok: false, because: 'not-now' };
	const between = legs.byId.get(consult.legId);
	const [first, ...rest] = [...threeWay].map((Digit) => ({
		Channel: leg.channel,
		Digit,
		Receive: 'true'
	}));
	if (!first || !between || !isLocal(between)) return { ok: false, because: 'not-offered' };
	return {
		ok: true,
		action: 'PlayDTMF',
		fields: first,
		then: rest,
		isDone: (lines) => (lines.calls.get(call.contactId)?.conference.length ?? 0) > 0
	};
}

type OfRecording = Extract<CallCommand, { verb: 'pauseRecording' | 'resumeRecording' }>;

function isOfRecording(command: CallCommand): command is OfRecording {
	return command.verb === 'pauseRecording' || command.verb === 'resumeRecording';
}

/**
 * The channel whose recording was started is the one to mute; both directions, so that no half of it is kept. An officer
 * asks only of a call they are on.
 */
function recording(ears: Ears, call: Call, { verb, agent }: OfRecording): Planned {
	const { contactId } = call;
	const isPause = verb === 'pauseRecording';
	const conversation = ears.conversations.byContact.get(contactId);
	const channel = conversation?.recordedChannel ?? conversation?.customer?.channel;
	const mayAsk = agent === null || legOf(call, agent) !== null;
	if (!channel || !mayAsk) return { ok: false, because: 'no-such-call' };
	return {
		ok: true,
		action: 'MixMonitorMute',
		fields: { Channel: channel, Direction: 'both', State: isPause ? 1 : 0 },
		isDone: (lines) => lines.calls.get(contactId)?.recording === (isPause ? 'paused' : 'recording')
	};
}

function presence(ears: Ears, command: Extract<CallCommand, { verb: 'ready' | 'pause' }>): Planned {
	const { agent, verb } = command;
	const Interface = ears.members.get(agent)?.interface ?? `PJSIP/${agent}`;
	const reason = command.verb === 'pause' ? command.reason : '';
	return {
		ok: true,
		action: 'QueuePause',
		fields: { Interface, Paused: verb === 'pause' ? 'true' : 'false', Reason: reason },
		isDone() {
			const queues = [...(ears.members.get(agent)?.queues.values() ?? [])];
			// One message a queue: the first of them shows a pause, only the last that nothing is paused any more.
			if (verb === 'pause') return queues.some((each) => each.isPaused && each.reason === reason);
			return queues.length > 0 && !queues.some((each) => each.isPaused);
		}
	};
}

/** What the telephone itself would do. No Asterisk knows this action. */
function phone(
	{ contactId, verb, agent }: { contactId: string; verb: string; agent: string },
	legId: string
): Planned {
	return {
		ok: true,
		action: 'SimulatePhone',
		fields: { Extension: agent, Do: verb },
		isDone(lines) {
			const call = lines.calls.get(contactId);
			if (verb === 'answer') return call?.with.some((leg) => leg.legId === legId) ?? false;
			return (call?.held.includes(legId) ?? false) === (verb === 'hold');
		}
	};
}
