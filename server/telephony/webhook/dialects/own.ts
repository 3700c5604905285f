/**
 * Call events written as JSON: what a program of the council's own posts, and what a mapping makes of anything else.
 * One event, or several of one moment as `events`. The caller's number is written as the network gave it; it is made
 * whole here, and a withheld one is dropped here. Nothing unknown is taken along.
 */
import { z } from 'zod';
import { agentNameOf } from '#shared/calls/naming.ts';
import { callerFrom } from '#shared/calls/number.ts';
import { NOT_UNDERSTOOD, type Dialect, type Said } from '../dialect.ts';

const MOST_EVENTS = 50;
const id = z.string().regex(/^[\w.:@+/=-]{1,120}$/);
const agent = z.string().max(200).transform(agentNameOf).pipe(z.string());
const name = z.string().trim().min(1).max(60);

const caller = z
	.object({
		number: z.string().max(120).nullish(),
		name: z.string().max(200).nullish(),
		presentation: z.enum(['allowed', 'withheld', 'unavailable', 'unknown']).nullish()
	})
	.transform((sent) =>
		callerFrom({
			number: sent.number ?? '',
			name: sent.name ?? '',
			said: sent.presentation ?? null,
			isTrustedTrunk: false
		})
	);

const ofContact = { contactId: id, direction: z.enum(['inbound', 'outbound']).default('inbound') };
const ofAgent = { ...ofContact, agent, legId: id.optional() };

const event = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('contact.started'),
		...ofContact,
		caller,
		dialled: z.string().max(40).nullable().default(null)
	}),
	z.object({ type: z.literal('contact.callerChanged'), ...ofContact, caller }),
	z.object({
		type: z.literal('contact.queued'),
		...ofContact,
		queue: name,
		position: z.int().min(1).max(100_000).nullable().default(null)
	}),
	z.object({ type: z.literal('contact.dequeued'), ...ofContact, queue: name }),
	z.object({ type: z.literal('agent.offered'), ...ofAgent, queue: name.nullable().default(null) }),
	z.object({
		type: z.literal('agent.offerEnded'),
		...ofAgent,
		because: z.enum(['connected', 'noAnswer', 'declined', 'answeredElsewhere', 'callerGone'])
	}),
	...(['agent.connected', 'agent.disconnected', 'leg.held', 'leg.retrieved'] as const).map((type) =>
		z.object({ type: z.literal(type), ...ofAgent })
	),
	z.object({ type: z.literal('consult.started'), ...ofAgent, to: name }),
	z.object({ type: z.literal('consult.ended'), ...ofAgent }),
	z.object({
		type: z.literal('contact.transferred'),
		...ofAgent,
		kind: z.enum(['blind', 'attended']),
		to: name
	}),
	...(['contact.parked', 'contact.unparked'] as const).map((type) =>
		z.object({ type: z.literal(type), ...ofContact })
	),
	z.object({
		type: z.literal('recording.changed'),
		...ofContact,
		state: z.enum(['recording', 'paused', 'stopped', 'unknown'])
	}),
	z.object({
		type: z.literal('contact.data'),
		...ofContact,
		attributes: z.record(z.string().max(40), z.string().max(200))
	}),
	z.object({
		type: z.literal('contact.ended'),
		...ofContact,
		by: z.enum(['caller', 'agent', 'transfer', 'unknown']).default('unknown')
	}),
	z.object({
		type: z.literal('agent.stateChanged'),
		agent,
		state: z.enum(['ready', 'paused', 'offline', 'unreachable', 'doNotDisturb']),
		reason: z.string().max(60).nullable().default(null)
	})
]);

const sent = z.union([
	z.object({
		/** Where it stands among the messages of its first call, from 0. */
		sequence: z.int().min(0).max(1_000_000).nullish(),
		events: z.array(event).min(1).max(MOST_EVENTS)
	}),
	event.and(z.object({ sequence: z.int().min(0).max(1_000_000).nullish() })).transform((one) => {
		const { sequence, ...alone } = one;
		return { sequence, events: [alone] };
	})
]);

export const own: Dialect = (content) => {
	const read = sent.safeParse(content);
	if (!read.success) return NOT_UNDERSTOOD;
	const { events, sequence } = read.data;
	const said = events.map(withLeg);
	const of = said.find((each) => 'contactId' in each);
	const isCounted = typeof sequence === 'number' && of && 'contactId' in of;
	return {
		ok: true,
		said,
		count: isCounted ? { of: of.contactId, sequence } : null,
		messageId: null
	};
};

/** Who does not tell legs apart has one for each officer in a call. */
function withLeg(one: z.output<typeof event>): Said {
	if (!('agent' in one) || one.type === 'agent.stateChanged') return one;
	return { ...one, legId: one.legId ?? `${one.contactId} ${one.agent}` };
}
