/**
 * Genesys Cloud's notifications of calls: no events but the whole conversation every time, often the same twice. What
 * it shows is said whole each time, and the fold that hears it tells only what is new. The secure pause is the one for
 * cards. An officer is a participant of their own for every ring.
 */
import { z } from 'zod';
import type { CallEnd, OfferEnd } from '#shared/calls/events.ts';
import { callerFrom } from '#shared/calls/number.ts';
import { NOT_UNDERSTOOD, nothingSaid, type Dialect, type Said } from '../dialect.ts';
import { AGENT, CALL_ID } from './keys.ts';

const named = z.object({ id: z.string().max(60).optional(), name: z.string().max(60).optional() });

const participant = z.object({
	id: z.string().regex(CALL_ID),
	purpose: z.string().max(40),
	state: z.string().max(40),
	direction: z.string().max(20).nullish(),
	held: z.boolean().nullish(),
	address: z.string().max(200).nullish(),
	ani: z.string().max(200).nullish(),
	dnis: z.string().max(200).nullish(),
	queue: named.nullish(),
	user: named.nullish(),
	disconnectType: z.string().max(40).nullish(),
	consultParticipantId: z.string().max(120).nullish()
});

const notification = z.object({
	topicName: z.string().max(200),
	eventBody: z.object({
		id: z.string().regex(CALL_ID),
		recordingState: z.string().max(20).nullish(),
		securePause: z.boolean().nullish(),
		participants: z.array(participant).min(1).max(200)
	})
});

type Conversation = z.output<typeof notification>['eventBody'];
type Participant = z.output<typeof participant>;
type Of = { contactId: string; direction: 'inbound' | 'outbound' };

const heartbeat = z.object({ topicName: z.literal('channel.metadata') });

export const genesys: Dialect = (content) => {
	if (heartbeat.safeParse(content).success) return nothingSaid;
	const read = notification.safeParse(content);
	if (!read.success) return NOT_UNDERSTOOD;
	const { topicName, eventBody } = read.data;
	if (!topicName.endsWith('.conversations.calls')) return nothingSaid;
	const customer = eventBody.participants.find(({ purpose }) => CUSTOMERS.has(purpose));
	const said = customer ? shown(eventBody, customer) : [];
	return { ok: true, said, count: null, messageId: null };
};

const CUSTOMERS = new Set(['customer', 'external']);
const OFFICERS = new Set(['agent', 'user']);
const RINGING = new Set(['alerting', 'contacting', 'offering', 'dialing']);
const OVER = new Set(['disconnected', 'terminated']);

function shown(conversation: Conversation, customer: Participant): Said[] {
	const { id, participants } = conversation;
	const isOut = customer.direction === 'outbound';
	const of: Of = { contactId: id, direction: isOut ? 'outbound' : 'inbound' };
	const number = (isOut ? customer.dnis : customer.ani) ?? customer.address ?? '';
	const caller = callerFrom({ number, name: '', said: null, isTrustedTrunk: false });
	return [
		{ type: 'contact.started', ...of, caller, dialled: null },
		...waitingIn(participants, of),
		...participants
			.filter(({ purpose }) => OFFICERS.has(purpose))
			.flatMap((each) => officer(each, { of, participants })),
		...recording(conversation, of),
		...(OVER.has(customer.state)
			? [{ type: 'contact.ended', ...of, by: endOf(customer) } as const]
			: [])
	];
}

function waitingIn(participants: readonly Participant[], of: Of): Said[] {
	const isServed = participants.some(
		(each) => OFFICERS.has(each.purpose) && each.state === 'connected'
	);
	const acd = participants.findLast(({ purpose, state }) => purpose === 'acd' && !OVER.has(state));
	const queue = acd ? queueOf(acd) : null;
	return queue && !isServed ? [{ type: 'contact.queued', ...of, queue, position: null }] : [];
}

const queueOf = ({ queue }: Participant) => queue?.name?.trim() || queue?.id || null;

function officer(
	one: Participant,
	{ of, participants }: { of: Of; participants: readonly Participant[] }
): Said[] {
	const agent = one.user?.id ?? '';
	if (!AGENT.test(agent)) return [];
	const leg = { ...of, agent, legId: one.id };
	if (RINGING.has(one.state)) return [{ type: 'agent.offered', ...leg, queue: queueOf(one) }];
	if (one.state === 'connected') {
		const consulted = participants.find(({ id }) => id === one.consultParticipantId);
		const to = consulted?.user?.id ?? '';
		return [
			{ type: 'agent.connected', ...leg },
			{ type: one.held ? 'leg.held' : 'leg.retrieved', ...leg },
			to ? { type: 'consult.started', ...leg, to } : { type: 'consult.ended', ...leg }
		];
	}
	return OVER.has(one.state) ? gone(one, { leg, participants }) : [];
}

function gone(
	one: Participant,
	{
		leg,
		participants
	}: { leg: Of & { agent: string; legId: string }; participants: readonly Participant[] }
): Said[] {
	const how = one.disconnectType ?? '';
	const next = participants.findLast(
		({ id, state, purpose }) => id !== one.id && !OVER.has(state) && !CUSTOMERS.has(purpose)
	);
	const to = next?.user?.id ?? (next ? queueOf(next) : null);
	const kind = how === 'transfer' ? 'blind' : 'attended';
	return [
		...(how.startsWith('transfer') && to
			? [{ type: 'contact.transferred', ...leg, kind, to } as const]
			: []),
		{ type: 'agent.disconnected', ...leg },
		{ type: 'agent.offerEnded', ...leg, because: OFFER_ENDS[how] ?? 'noAnswer' }
	];
}

function recording({ recordingState, securePause }: Conversation, of: Of): Said[] {
	const state =
		securePause && recordingState === 'active' ? 'paused' : RECORDING[recordingState ?? ''];
	return state ? [{ type: 'recording.changed', ...of, state }] : [];
}

const RECORDING: Readonly<Record<string, 'recording' | 'paused' | 'stopped'>> = {
	active: 'recording',
	paused: 'paused',
	none: 'stopped'
};

const OFFER_ENDS: Readonly<Record<string, OfferEnd>> = {
	client: 'declined',
	endpoint: 'declined',
	peer: 'callerGone',
	timeout: 'noAnswer'
};

function endOf({ disconnectType }: Participant): CallEnd {
	if (disconnectType === 'endpoint' || disconnectType === 'client') return 'caller';
	if (disconnectType === 'peer') return 'agent';
	return disconnectType?.startsWith('transfer') ? 'transfer' : 'unknown';
}
