/**
 * What a stretch of telephony came to, as one plain document: the form in which a recording is compared with what
 * really happened in it. It says what an officer would say of each call, and no times.
 */
import type { CallEnd, OfferEnd, Presentation } from './events.ts';
import type { Call, RecordingChange } from './lines.ts';

export type CallDocument = {
	contacts: readonly {
		contactId: string;
		direction: 'inbound' | 'outbound';
		caller: { number: string | null; presentation: Presentation };
		queues: readonly string[];
		offers: readonly { agent: string; ended: OfferEnd | null }[];
		connected: readonly string[];
		holds: number;
		transfers: readonly { kind: 'blind' | 'attended'; to: string }[];
		recording: readonly RecordingChange[];
		ended: { by: CallEnd; abandoned: boolean } | null;
	}[];
};

export function callDocument(calls: Iterable<Call>): CallDocument {
	return { contacts: [...calls].map(contactOf) };
}

function contactOf(call: Call): CallDocument['contacts'][number] {
	return {
		contactId: call.contactId,
		direction: call.direction,
		caller: { number: call.caller.number, presentation: call.caller.presentation },
		queues: call.queues,
		offers: call.offers.map(({ agent, ended }) => ({ agent, ended })),
		connected: call.connected,
		holds: call.holdCount,
		transfers: call.transfers.map(({ kind, to }) => ({ kind, to })),
		recording: call.recordingChanges,
		ended: call.ended ? { by: call.ended.by, abandoned: call.ended.abandoned } : null
	};
}
