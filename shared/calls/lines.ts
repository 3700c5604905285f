/**
 * What is known of every call and every officer's phone: the shapes that the call events are folded into. A call that
 * has ended stays, because ends are sticky and late news of it must change nothing.
 */
import type { Instant } from '../time/day.ts';
import type { Caller, CallEnd, CallEvent, OfferEnd, RecordingState } from './events.ts';

/** One ring of one officer's phone. */
export type Offer = {
	agent: string;
	legId: string;
	queue: string | null;
	at: Instant;
	/** Null while it rings. */
	ended: OfferEnd | null;
};

export type Transfer = {
	kind: 'blind' | 'attended';
	to: string;
	/** The officer's leg that gave the customer away: one leg gives away once. */
	legId: string;
};

export type RecordingChange = 'started' | 'paused' | 'resumed' | 'stopped';

/** An officer's end of a call. */
export type AgentLeg = { agent: string; legId: string };

export type Call = {
	contactId: string;
	source: string;
	direction: 'inbound' | 'outbound';
	caller: Caller;
	dialled: string | null;
	startedAt: Instant;
	/** False while the switch has only been heard to go on about it, not to begin it. */
	isIntroduced: boolean;
	/** The queue they wait in now. */
	queue: string | null;
	/** Every queue they joined, in order. */
	queues: readonly string[];
	offers: readonly Offer[];
	/** Who has the customer now: their legs share the customer's bridge, or hold them. */
	with: readonly AgentLeg[];
	/** Officers who have had them, each once. */
	connected: readonly string[];
	/** Whether somebody has had them since they were last put to wait. */
	isServed: boolean;
	/** Legs that hold them; they are on hold while there is one. */
	held: readonly string[];
	holdCount: number;
	/** Legs of which it is not known whether they hold the customer. */
	holdUnknown: readonly string[];
	/** Who shares the line with the customer, once they are two or more. */
	conference: readonly string[];
	consult: (AgentLeg & { to: string; isAnswered: boolean }) | null;
	transfers: readonly Transfer[];
	/** Given away to an extension, and not yet seen where that leads. */
	transferIsOpen: boolean;
	isParked: boolean;
	recording: RecordingState | null;
	recordingChanges: readonly RecordingChange[];
	attributes: Readonly<Record<string, string>>;
	linkIsLost: boolean;
	ended: { by: CallEnd; abandoned: boolean; at: Instant } | null;
};

export type AgentState = Pick<
	Extract<CallEvent, { type: 'agent.stateChanged' }>,
	'state' | 'reason'
>;

export type Lines = {
	calls: ReadonlyMap<string, Call>;
	agents: ReadonlyMap<string, AgentState>;
	/** Switches whose link is up. */
	linked: ReadonlySet<string>;
};

export const NO_LINES: Lines = { calls: new Map(), agents: new Map(), linked: new Set() };

/** The calls that are still on. */
export function liveCalls(lines: Lines): Call[] {
	return [...lines.calls.values()].filter((call) => !call.ended);
}

/** A call is abandoned when its caller hangs up while nobody has them, however often somebody has had them before. */
export function isAbandoned(call: Call, by: CallEnd): boolean {
	return call.direction === 'inbound' && by === 'caller' && !call.isServed;
}

/** Drops the oldest of the ended calls: their late news has long come. */
export function forgetEnded(lines: Lines, keep: number): Lines {
	const ended = [...lines.calls.values()].filter((call) => call.ended);
	if (ended.length <= keep) return lines;
	const calls = new Map(lines.calls);
	for (const call of ended.slice(0, ended.length - keep)) calls.delete(call.contactId);
	return { ...lines, calls };
}
