/**
 * Twilio: status callbacks of voice calls, which are counted for each call from 0, and TaskRouter's events, which say
 * who is offered a caller and why not. The call is the customer's own leg; an officer's leg names it as its parent, a
 * task by the `call_sid` of its attributes.
 */
import { z } from 'zod';
import type { CallEnd, OfferEnd } from '#shared/calls/events.ts';
import { NOT_UNDERSTOOD, type Dialect, type Read, type Said } from '../dialect.ts';
import { agentAt, CALL_ID } from './keys.ts';
import { taskrouter, twilioCallerOf } from './taskrouter.ts';

const status = z.object({
	CallSid: z.string().regex(CALL_ID),
	ParentCallSid: z.string().regex(CALL_ID).optional(),
	CallStatus: z.enum([
		'queued',
		'initiated',
		'ringing',
		'in-progress',
		'completed',
		'busy',
		'failed',
		'no-answer',
		'canceled'
	]),
	Direction: z.string().max(30).default('inbound'),
	From: z.string().max(120).default(''),
	To: z.string().max(120).default(''),
	SequenceNumber: z
		.string()
		.regex(/^\d{1,6}$/)
		.transform(Number)
		.optional()
});

type Status = z.output<typeof status>;

export const twilio: Dialect = (content) => {
	const task = taskrouter(content);
	if (task) return task;
	const read = status.safeParse(content);
	return read.success ? voice(read.data) : NOT_UNDERSTOOD;
};

function voice(sent: Status): Read {
	const { CallSid, ParentCallSid, SequenceNumber, CallStatus } = sent;
	const said = ParentCallSid === undefined ? ofCustomer(sent) : ofOfficer(sent, ParentCallSid);
	if (SequenceNumber === undefined) return { ok: true, said, count: null, messageId: null };
	return {
		ok: true,
		said,
		count: { of: CallSid, sequence: SequenceNumber },
		messageId: `${CallSid}:${SequenceNumber}:${CallStatus}`
	};
}

function ofCustomer({ CallSid, CallStatus, Direction, From, To }: Status): Said[] {
	const isOut = Direction.startsWith('outbound');
	const of = { contactId: CallSid, direction: isOut ? 'outbound' : 'inbound' } as const;
	const ended = ENDS[CallStatus];
	if (ended) return [{ type: 'contact.ended', ...of, by: ended }];
	const caller = twilioCallerOf(isOut ? To : From);
	return [
		{ type: 'contact.started', ...of, caller, dialled: isOut ? null : To.slice(0, 40) || null }
	];
}

function ofOfficer({ CallSid, CallStatus, To }: Status, contactId: string): Said[] {
	const agent = agentAt(To);
	if (agent === null) return [];
	const leg = { contactId, direction: 'inbound', agent, legId: CallSid } as const;
	switch (CallStatus) {
		case 'queued':
			return [];
		case 'initiated':
		case 'ringing':
			return [{ type: 'agent.offered', ...leg, queue: null }];
		case 'in-progress':
			return [{ type: 'agent.connected', ...leg }];
		case 'completed':
			return [{ type: 'agent.disconnected', ...leg }];
		case 'busy':
		case 'failed':
		case 'no-answer':
		case 'canceled':
			return [{ type: 'agent.offerEnded', ...leg, because: OFFER_ENDS[CallStatus] }];
	}
}

const ENDS: Partial<Record<Status['CallStatus'], CallEnd>> = {
	completed: 'unknown',
	busy: 'unknown',
	failed: 'unknown',
	'no-answer': 'caller',
	canceled: 'caller'
};

const OFFER_ENDS: Record<'busy' | 'failed' | 'no-answer' | 'canceled', OfferEnd> = {
	busy: 'declined',
	failed: 'noAnswer',
	'no-answer': 'noAnswer',
	canceled: 'callerGone'
};
