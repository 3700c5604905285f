/**
 * Kamailio's messages as call events. It is a proxy: one call rings one telephone, and it has no queues. `call.failed`
 * ends a ring and may be followed by another; `call.unanswered` and `call.ended` end the call. What is said twice or
 * late changes nothing, which is a rule of `shared/calls`.
 */
import type { CallEnd, OfferEnd } from '#shared/calls/events.ts';
import { isAbandoned, type Call } from '#shared/calls/lines.ts';
import type { Saying } from '../ami/adapter.ts';
import { callerOf, presentationOf } from './caller.ts';
import type { CallMessage } from './message.ts';

const REQUEST_TERMINATED = 487;
/** Busy here, gone, not acceptable here, busy everywhere, decline: pressed by somebody, or by their telephone for them. */
const DECLINED: ReadonlySet<number> = new Set([486, 488, 600, 603]);

/** `call` is what is known of it so far. */
export function sayingsOf(message: CallMessage, call: Call | undefined): Saying[] {
	const of = { contactId: message.callId, direction: 'inbound' } as const;
	return [...introduced(message, call), ...changed(message, call)].map((said) => ({
		...said,
		...of
	}));
}

type Said = Saying extends infer S
	? S extends { contactId: string }
		? Omit<S, 'contactId' | 'direction'>
		: never
	: never;

/** Whatever shows it alive may be the first we hear of it. A later sign that the number is not to be shown takes it back. */
function introduced(message: CallMessage, call: Call | undefined): Said[] {
	if (call?.isIntroduced) {
		const isWithdrawn = message.event !== 'call.ended' && presentationOf(message) === 'withheld';
		return isWithdrawn ? [{ type: 'contact.callerChanged', caller: callerOf(message) }] : [];
	}
	if (!SHOWS_ALIVE.has(message.event)) return [];
	return [{ type: 'contact.started', caller: callerOf(message), dialled: message.to ?? null }];
}

const SHOWS_ALIVE: ReadonlySet<CallMessage['event']> = new Set([
	'call.offered',
	'call.ringing',
	'call.answered'
]);

function changed(message: CallMessage, call: Call | undefined): Said[] {
	const leg = legOf(message, call);
	switch (message.event) {
		case 'call.offered':
			return [];
		case 'call.ringing':
			return leg ? [{ type: 'agent.offered', ...leg, queue: null }] : [];
		case 'call.answered':
			return leg ? [{ type: 'agent.connected', ...leg }] : [];
		case 'call.held':
			return leg ? [{ type: 'leg.held', ...leg }] : [];
		case 'call.retrieved':
			return leg ? [{ type: 'leg.retrieved', ...leg }] : [];
		case 'call.failed':
			return leg ? ringEnded(leg, message.status) : [];
		case 'call.cancelled':
			// Too late where the answer crossed it: then the caller has yet to hang up.
			return call && call.with.length > 0 ? [] : ended(call, 'caller');
		case 'call.unanswered':
			return [
				...(leg ? ringEnded(leg, message.status) : []),
				...ended(call, unansweredBy(message))
			];
		case 'call.ended':
			return ended(call, endedBy(message, call));
	}
}

type Leg = { agent: string; legId: string };

/** Once it rings or is answered, the telephone is known; a hang-up may come with the two ends the other way about. */
function legOf({ callId, agent, to }: CallMessage, call: Call | undefined): Leg | null {
	const known = call?.with[0] ?? call?.offers.findLast((offer) => offer.ended === null);
	const extension = agent ?? known?.agent ?? to;
	return extension ? { agent: extension, legId: `${callId}/${extension}` } : null;
}

/** Without a status nobody has said why, and the next message will. */
function ringEnded(leg: Leg, status: number | undefined): Said[] {
	if (status === undefined) return [];
	return [{ type: 'agent.offerEnded', ...leg, because: becauseOf(status) }];
}

function becauseOf(status: number): OfferEnd {
	if (status === REQUEST_TERMINATED) return 'callerGone';
	return DECLINED.has(status) ? 'declined' : 'noAnswer';
}

function unansweredBy({ status }: CallMessage): CallEnd {
	if (status === REQUEST_TERMINATED) return 'caller';
	return status !== undefined && DECLINED.has(status) ? 'agent' : 'unknown';
}

function endedBy({ by, from, to }: CallMessage, call: Call | undefined): CallEnd {
	if (by) return by === 'switch' ? 'unknown' : by;
	const agents = call?.connected ?? [];
	if (from !== undefined && agents.includes(from)) return 'agent';
	return to !== undefined && agents.includes(to) ? 'caller' : 'unknown';
}

function ended(call: Call | undefined, by: CallEnd): Said[] {
	if (!call) return [];
	const because = by === 'caller' ? 'callerGone' : 'noAnswer';
	const rang = call.offers
		.filter((offer) => offer.ended === null)
		.map(({ agent, legId }) => ({ type: 'agent.offerEnded', agent, legId, because }) as const);
	const letGo = call.with.map((leg) => ({ type: 'agent.disconnected', ...leg }) as const);
	return [...rang, ...letGo, { type: 'contact.ended', by, abandoned: isAbandoned(call, by) }];
}
