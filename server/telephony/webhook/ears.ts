/**
 * What a posting switch says, folded by the rules of calls: only what changes the fold is said on, so that a message
 * that says the same again, and a snapshot of a whole conversation, say their news alone. A call whose beginning nobody
 * told begins here with a caller nobody knows; a call that has ended stays ended.
 */
import type { CallEvent } from '#shared/calls/events.ts';
import { forgetEnded, isAbandoned, NO_LINES, type Call, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import type { Instant } from '#shared/time/day.ts';
import type { Saying } from '../ami/adapter.ts';
import type { Said } from './dialect.ts';

/** A provider may send a call's last messages again for a day; one kept is a few hundred bytes. */
const ENDED_KEPT = 500;

export type Ears = { hear(said: Said): void; link(isUp: boolean): void };

export function listening({
	source,
	now,
	over,
	onEvent
}: {
	source: string;
	now: () => Instant;
	/** Calls that had ended before this process listened. */
	over: ReadonlySet<string>;
	onEvent: (event: CallEvent) => void;
}): Ears {
	let sequence = 0;
	let lines: Lines = NO_LINES;

	function say(saying: Saying): void {
		const event = { ...saying, source, sequence: sequence + 1, receivedAt: now() };
		const after = applyCallEvent(lines, event);
		if (after === lines) return;
		sequence += 1;
		lines = saying.type === 'contact.ended' ? forgetEnded(after, ENDED_KEPT) : after;
		onEvent(event);
	}

	function hear(said: Said): void {
		if (!('contactId' in said)) return say(said);
		if (over.has(said.contactId)) return;
		const call = lines.calls.get(said.contactId);
		if (said.type === 'others.stopRinging') return stopRinging(call, said);
		if (!call && BEGINS.has(said.type)) say(unannounced(said));
		// A provider without order may tell of the wait after it told who has them.
		if (said.type === 'contact.queued' && call?.with.length && call.transfers.length === 0) return;
		if (said.type !== 'contact.ended') return say(said);
		say({ ...said, abandoned: call ? isAbandoned(call, said.by) : false });
	}

	function stopRinging(call: Call | undefined, { agent, contactId, direction }: Others): void {
		for (const offer of call?.offers ?? []) {
			if (offer.ended !== null || offer.agent === agent) continue;
			const { agent: other, legId } = offer;
			const leg = { contactId, direction, agent: other, legId };
			say({ type: 'agent.offerEnded', ...leg, because: 'answeredElsewhere' });
		}
	}

	return { hear, link: (isUp) => say({ type: isUp ? 'source.connected' : 'source.lost' }) };
}

type Others = Extract<Said, { type: 'others.stopRinging' }>;

const BEGINS: ReadonlySet<Said['type']> = new Set([
	'contact.queued',
	'agent.offered',
	'agent.connected'
]);

function unannounced({ contactId, direction }: Extract<Said, { contactId: string }>): Saying {
	const caller = { number: null, presentation: 'unknown', name: null } as const;
	return { type: 'contact.started', contactId, direction, caller, dialled: null };
}
