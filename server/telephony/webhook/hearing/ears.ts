/**
 * What a posting switch says, folded by the rules of calls: only what changes the fold is said on, so that a message
 * that says the same again, and a snapshot of a whole conversation, say their news alone. A call whose beginning nobody
 * told begins here with a caller nobody knows, and is introduced when that is told; a call that has ended stays ended.
 */
import type { CallEvent } from '#shared/calls/events.ts';
import { forgetEnded, isAbandoned, NO_LINES, type Call, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import type { Instant } from '#shared/time/day.ts';
import type { Saying } from '../../ami/adapter.ts';
import type { Said } from '../dialect.ts';
import { silent, type Known } from './silent.ts';

/** A provider may send a call's last messages again for a day; one kept is a few hundred bytes. */
const ENDED_KEPT = 500;

type Needs = {
	source: string;
	now: () => Instant;
	/** Calls that were on before this process listened. */
	known?: readonly Known[];
	/** Calls that had ended before. */
	over: ReadonlySet<string>;
	/** Whether two names are one officer's. */
	isSame?: (one: string, other: string) => boolean;
	onEvent: (event: CallEvent) => void;
};

export class Ears {
	readonly #its: Needs;
	#sequence = 0;
	#lines: Lines;
	readonly #heardAt: Map<string, Instant>;
	readonly #touched = new Map<string, Known>();

	constructor(its: Needs) {
		this.#its = its;
		const { known = [] } = its;
		this.#lines = { ...NO_LINES, calls: new Map(known.map(({ call }) => [call.contactId, call])) };
		this.#heardAt = new Map(known.map(({ call, at }) => [call.contactId, at]));
	}

	hear(said: Said): void {
		if (!('contactId' in said)) return this.#say(said);
		const { contactId } = said;
		if (this.#its.over.has(contactId)) return;
		const call = this.#lines.calls.get(contactId);
		if (!call && BEGINS.has(said.type)) this.#tell(this.#enveloped(unannounced(said)));
		this.#heardAt.set(contactId, this.#its.now());
		this.#touch(contactId, this.#lines);
		this.#hearOf(said, call);
	}

	link(isUp: boolean): void {
		this.#say({ type: isUp ? 'source.connected' : 'source.lost' });
	}

	/** Ends what was not heard of for too long. How many calls that were. */
	sweep(at: Instant): number {
		const said = silent(
			[...this.#lines.calls.values()].map((call) => this.#standing(call)),
			at
		);
		for (const each of said) this.#hearOf(each, this.#lines.calls.get(each.contactId));
		return said.filter(({ type }) => type === 'contact.ended').length;
	}

	/** Who rings or has a customer under one of these names is said again: somebody has learnt whose they are. */
	repeat(names: ReadonlySet<string>): void {
		for (const call of this.#lines.calls.values()) {
			for (const saying of repeated(call, names)) this.#tell(this.#enveloped(saying));
		}
	}

	/** The calls that something was said of since this was asked last. */
	touched(): Known[] {
		const all = [...this.#touched.values()];
		this.#touched.clear();
		for (const id of this.#heardAt.keys()) {
			if (!this.#lines.calls.has(id)) this.#heardAt.delete(id);
		}
		return all;
	}

	#hearOf(said: OfContact, call: Call | undefined): void {
		if (said.type === 'others.stopRinging') return this.#stopRinging(call, said);
		// A provider without order may tell of the wait after it told who has them.
		if (said.type === 'contact.queued' && call?.with.length && call.transfers.length === 0) return;
		if (said.type !== 'contact.ended') return this.#say(said);
		this.#say({ ...said, abandoned: call ? isAbandoned(call, said.by) : false });
	}

	#stopRinging(call: Call | undefined, { agent, contactId, direction }: Others): void {
		const { isSame = (one, other) => one === other } = this.#its;
		for (const offer of call?.offers ?? []) {
			if (offer.ended !== null || offer.agent === agent) continue;
			const { agent: other, legId } = offer;
			const leg = { contactId, direction, agent: other, legId };
			const because = isSame(other, agent) ? 'connected' : 'answeredElsewhere';
			this.#say({ type: 'agent.offerEnded', ...leg, because });
		}
	}

	#say(saying: Saying): void {
		const event = this.#enveloped(saying);
		const after = applyCallEvent(this.#lines, event);
		if (after === this.#lines) return;
		if ('contactId' in event) this.#touch(event.contactId, after);
		this.#lines = saying.type === 'contact.ended' ? forgetEnded(after, ENDED_KEPT) : after;
		this.#tell(asFolded(event, after));
	}

	#enveloped(saying: Saying): CallEvent {
		const { source, now } = this.#its;
		return { ...saying, source, sequence: this.#sequence + 1, receivedAt: now() };
	}

	#tell(event: CallEvent): void {
		this.#sequence = event.sequence;
		this.#its.onEvent(event);
	}

	/** An ended one may be forgotten before it is asked for. */
	#touch(contactId: string, { calls }: Lines): void {
		const call = calls.get(contactId);
		if (call) this.#touched.set(contactId, this.#standing(call));
	}

	#standing(call: Call): Known {
		return { call, at: this.#heardAt.get(call.contactId) ?? call.startedAt };
	}
}

type OfContact = Extract<Said, { contactId: string }>;
type Others = Extract<Said, { type: 'others.stopRinging' }>;

const BEGINS: ReadonlySet<Said['type']> = new Set([
	'contact.queued',
	'agent.offered',
	'agent.connected'
]);

/** It is told and not folded, so that whoever introduces the call later still does. */
function unannounced({ contactId, direction }: OfContact): Saying {
	const caller = { number: null, presentation: 'unknown', name: null } as const;
	return { type: 'contact.started', contactId, direction, caller, dialled: null };
}

/** Of a caller who withheld their number once, nothing is said on. */
function asFolded(event: CallEvent, { calls }: Lines): CallEvent {
	if (!('caller' in event)) return event;
	return { ...event, caller: calls.get(event.contactId)?.caller ?? event.caller };
}

function repeated(call: Call, names: ReadonlySet<string>): Saying[] {
	const { contactId, direction, offers } = call;
	const of = { contactId, direction };
	const ringing = offers.filter(({ agent, ended }) => ended === null && names.has(agent));
	const talking = call.with.filter(({ agent }) => names.has(agent));
	return [
		...ringing.map(
			({ agent, legId, queue }) => ({ type: 'agent.offered', ...of, agent, legId, queue }) as const
		),
		...talking.map(
			({ agent, legId }) => ({ type: 'agent.connected', ...of, agent, legId }) as const
		)
	];
}
