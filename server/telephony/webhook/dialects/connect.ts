/**
 * Amazon Connect's contact events, as EventBridge sends them: without order, some perhaps never, their fields written
 * now with a capital and now without. A transfer makes a contact of its own, which names the first; that one is the
 * call. They hold no number and no hold, and nobody is offered a call in them: an officer has it or has not.
 */
import { z } from 'zod';
import type { CallEnd } from '#shared/calls/events.ts';
import { NOT_UNDERSTOOD, type Dialect, type Said } from '../dialect.ts';
import { AGENT, CALL_ID, lastOf, plainKeys } from './keys.ts';

const arn = z.string().max(300).transform(lastOf);

const event = z.object({
	id: z.string().regex(/^[\w-]{1,80}$/),
	detailtype: z.literal('Amazon Connect Contact Event'),
	detail: z.object({
		eventtype: z.string().max(60),
		contactid: z.string().regex(CALL_ID),
		initialcontactid: z.string().regex(CALL_ID).optional(),
		channel: z.string().max(20).default('VOICE'),
		initiationmethod: z.string().max(40).default('INBOUND'),
		disconnectreason: z.string().max(60).optional(),
		queueinfo: z.object({ queuearn: arn }).nullish(),
		agentinfo: z.object({ agentarn: arn }).nullish()
	})
});

type Detail = z.output<typeof event>['detail'];
type Of = { contactId: string; direction: 'inbound' | 'outbound' };

export const connect: Dialect = (content) => {
	const read = event.safeParse(plainKeys(content));
	if (!read.success) return NOT_UNDERSTOOD;
	const { id, detail } = read.data;
	if (detail.channel.toUpperCase() !== 'VOICE')
		return { ok: true, said: [], count: null, messageId: id };
	const isOut = ['OUTBOUND', 'API', 'CALLBACK'].includes(detail.initiationmethod.toUpperCase());
	const of: Of = {
		contactId: detail.initialcontactid ?? detail.contactid,
		direction: isOut ? 'outbound' : 'inbound'
	};
	return { ok: true, said: saidOf(detail, of), count: null, messageId: id };
};

function saidOf(detail: Detail, of: Of): Said[] {
	const agent = detail.agentinfo?.agentarn ?? '';
	const queue = detail.queueinfo?.queuearn.slice(0, 60) ?? '';
	const leg = AGENT.test(agent) ? { ...of, agent, legId: detail.contactid } : null;
	const isFirst = detail.contactid === of.contactId;
	switch (detail.eventtype.toUpperCase()) {
		case 'INITIATED':
		case 'CONNECTED_TO_SYSTEM':
			return isFirst
				? [{ type: 'contact.started', ...of, caller: NOBODY_KNOWS, dialled: null }]
				: [];
		case 'QUEUED':
			return queue ? [{ type: 'contact.queued', ...of, queue, position: null }] : [];
		case 'CONNECTED_TO_AGENT':
			return leg ? [{ type: 'agent.connected', ...leg }] : [];
		case 'DISCONNECTED':
			return [
				...(leg ? [{ type: 'agent.disconnected', ...leg } as const] : []),
				...(isPassedOn(detail)
					? []
					: [{ type: 'contact.ended', ...of, by: endOf(detail) } as const])
			];
		default:
			return [];
	}
}

const NOBODY_KNOWS = { number: null, presentation: 'unknown', name: null } as const;

const isPassedOn = ({ disconnectreason = '' }: Detail) => /TRANSFER/i.test(disconnectreason);

/** Who was never with an officer gave up. */
function endOf({ disconnectreason = '', agentinfo }: Detail): CallEnd {
	const said = REASONS[disconnectreason.toUpperCase()];
	return said ?? (agentinfo ? 'unknown' : 'caller');
}

const REASONS: Readonly<Record<string, CallEnd>> = {
	CUSTOMER_DISCONNECT: 'caller',
	AGENT_DISCONNECT: 'agent',
	TELECOM_PROBLEM: 'unknown',
	CONTACT_FLOW_DISCONNECT: 'unknown'
};
