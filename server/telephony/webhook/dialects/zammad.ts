/**
 * The push of Zammad's generic CTI, sipgate.io, Placetel and their like, as JSON or as a form: `newCall`, `answer` and
 * `hangup`, with names for officers where their extensions are not sent, which an administrator says whose they are. A caller who withholds is `anonymous`. It has
 * neither signature nor time nor sequence: a call has an id, and each of its events comes once.
 */
import { z } from 'zod';
import { agentNameOf } from '#shared/calls/naming.ts';
import { callerFrom } from '#shared/calls/number.ts';
import type { CallEnd, OfferEnd } from '#shared/calls/events.ts';
import { NOT_UNDERSTOOD, nothingSaid, type Dialect, type Said } from '../dialect.ts';
import { CALL_ID } from './keys.ts';

const text = z.union([z.string().max(200), z.number().transform(String)]);
const officers = z.union([text.transform((one) => [one]), z.array(text).max(100)]);

const pushed = z.object({
	event: z.enum(['newCall', 'answer', 'hangup', 'hold', 'dtmf']),
	callId: text.optional(),
	xcid: text.optional(),
	from: text.optional(),
	to: text.optional(),
	direction: z.enum(['in', 'out']).optional(),
	user: officers.optional(),
	'user[]': officers.optional(),
	userId: officers.optional(),
	queue: z.string().trim().max(60).optional(),
	answeringNumber: text.optional(),
	cause: z.string().max(40).optional()
});

type Pushed = z.output<typeof pushed>;
type Of = { contactId: string; direction: 'inbound' | 'outbound' };

export const zammad: Dialect = (content) => {
	const read = pushed.safeParse(content);
	if (!read.success) return NOT_UNDERSTOOD;
	const contactId = read.data.callId ?? read.data.xcid ?? '';
	if (!CALL_ID.test(contactId)) return NOT_UNDERSTOOD;
	const of: Of = { contactId, direction: read.data.direction === 'out' ? 'outbound' : 'inbound' };
	const said = saidOf(read.data, of);
	return said ? { ok: true, said, count: null, messageId: null } : nothingSaid;
};

function saidOf(pushed: Pushed, of: Of): Said[] | null {
	switch (pushed.event) {
		case 'newCall':
			return began(pushed, of);
		case 'answer':
			return answered(pushed, of);
		case 'hangup':
			return ended(pushed, of);
		// A digit a caller keys may be of a card: it is not even read.
		case 'hold':
		case 'dtmf':
			return null;
	}
}

function began(pushed: Pushed, of: Of): Said[] {
	const isOut = of.direction === 'outbound';
	const number = (isOut ? pushed.to : pushed.from) ?? '';
	const caller = callerFrom({ number, name: '', said: null, isTrustedTrunk: false });
	const dialled = isOut ? null : (pushed.to ?? '').slice(0, 40) || null;
	const queue = pushed.queue || null;
	const agents = agentsOf(pushed.user ?? pushed['user[]'] ?? pushed.userId);
	return [
		{ type: 'contact.started', ...of, caller, dialled },
		...(queue ? [{ type: 'contact.queued', ...of, queue, position: null } as const] : []),
		...agents.map(
			(agent) => ({ type: 'agent.offered', ...of, ...legOf(of, agent), queue }) as const
		)
	];
}

function answered(pushed: Pushed, of: Of): Said[] {
	const [agent] = agentsOf(pushed.answeringNumber ?? pushed.user);
	if (agent === undefined) return [];
	const leg = legOf(of, agent);
	return [
		{ type: 'agent.connected', ...of, ...leg },
		{ type: 'others.stopRinging', ...of, agent }
	];
}

/** Who hung up is not said: a call nobody took was left by its caller, unless it was sent on. */
function ended(pushed: Pushed, of: Of): Said[] {
	const cause = pushed.cause ?? '';
	const because = OFFER_ENDS[cause];
	const agent = because ? agentsOf(pushed.answeringNumber).at(0) : undefined;
	const offer: Said[] =
		because && agent ? [{ type: 'agent.offerEnded', ...of, ...legOf(of, agent), because }] : [];
	return [...offer, { type: 'contact.ended', ...of, by: ENDS[cause] ?? 'unknown' }];
}

const ENDS: Readonly<Record<string, CallEnd>> = { cancel: 'caller', forwarded: 'transfer' };
const OFFER_ENDS: Readonly<Record<string, OfferEnd>> = {
	busy: 'declined',
	cancel: 'callerGone',
	noAnswer: 'noAnswer'
};

/** Whom the provider names: an extension, a login, an address, or a name as people write it. */
function agentsOf(named: string | readonly string[] | undefined): string[] {
	const all = typeof named === 'string' ? [named] : (named ?? []);
	return [...new Set(all.map(agentNameOf).filter((name) => name !== null))];
}

function legOf({ contactId }: Of, agent: string): { agent: string; legId: string } {
	return { agent, legId: `${contactId} ${agent}` };
}
