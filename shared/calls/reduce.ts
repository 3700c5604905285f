/**
 * The rules of calls: one pure fold of call events, safe against duplicates, any order across legs, gaps, unknown ids
 * and joining late. An event that says nothing new gives back the very same object, so that whoever announces can tell.
 */
import { begun, callAfter } from './call.ts';
import type { CallEvent } from './events.ts';
import type { Call, Lines } from './lines.ts';

type OfContact = Extract<CallEvent, { contactId: string }>;
type Of<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>;

export function applyCallEvent(lines: Lines, event: CallEvent): Lines {
	if ('contactId' in event) return applyToCall(lines, event);
	switch (event.type) {
		case 'agent.stateChanged':
			return agentChanged(lines, event);
		case 'source.connected':
			if (lines.linked.has(event.source)) return lines;
			return { ...lines, linked: new Set([...lines.linked, event.source]) };
		case 'source.lost':
			return linkLost(lines, event.source);
		case 'source.resynced':
			return resynced(lines, event);
	}
}

/** News of a call nobody has told us of begins it, where it shows the call alive; of an ended call it is dropped. */
function applyToCall(lines: Lines, event: OfContact): Lines {
	const known = lines.calls.get(event.contactId);
	const before = known ?? (BEGINS.has(event.type) ? begun(event) : null);
	if (!before || (before.ended && !isWithdrawn(event))) return lines;
	const after = callAfter(before, event);
	if (after === known) return lines;
	return { ...lines, calls: new Map(lines.calls).set(event.contactId, after) };
}

/** What a caller forbids is taken back whenever it is heard. */
const isWithdrawn = (event: OfContact) =>
	event.type === 'contact.callerChanged' && event.caller.presentation === 'withheld';

const BEGINS: ReadonlySet<CallEvent['type']> = new Set([
	'contact.started',
	'contact.queued',
	'agent.offered',
	'agent.connected'
]);

function agentChanged(lines: Lines, event: Of<'agent.stateChanged'>): Lines {
	const { agent, state, reason } = event;
	const known = lines.agents.get(agent);
	if (known?.state === state && known.reason === reason) return lines;
	return { ...lines, agents: new Map(lines.agents).set(agent, { state, reason }) };
}

function linkLost(lines: Lines, source: string): Lines {
	if (!lines.linked.has(source)) return lines;
	return {
		...eachLiveCall(lines, source, (call) => ({ ...call, linkIsLost: true })),
		linked: new Set([...lines.linked].filter((other) => other !== source))
	};
}

/** After a gap the switch's own list is the truth: what is not on it has ended, nobody knows how. */
function resynced(lines: Lines, event: Of<'source.resynced'>): Lines {
	const { source, receivedAt, liveContactIds } = event;
	return eachLiveCall(lines, source, (call) => {
		if (liveContactIds.includes(call.contactId)) {
			return call.linkIsLost ? { ...call, linkIsLost: false } : call;
		}
		const { contactId, direction } = call;
		const envelope = { source, receivedAt, sequence: event.sequence, contactId, direction };
		return callAfter(call, { ...envelope, type: 'contact.ended', by: 'unknown', abandoned: false });
	});
}

function eachLiveCall(lines: Lines, source: string, change: (call: Call) => Call): Lines {
	const calls = new Map(lines.calls);
	for (const call of calls.values()) {
		if (call.source === source && !call.ended) calls.set(call.contactId, change(call));
	}
	const same = [...calls].every(([contactId, call]) => lines.calls.get(contactId) === call);
	return same ? lines : { ...lines, calls };
}
