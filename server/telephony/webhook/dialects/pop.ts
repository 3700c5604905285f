/**
 * The least a program beside a telephone can say, at `POST /api/pop`: whose telephone, who calls, and that it rings, is
 * answered or is over.
 */
import { z } from 'zod';
import { agentNameOf } from '#shared/calls/naming.ts';
import { callerFrom } from '#shared/calls/number.ts';
import { NOT_UNDERSTOOD, type Dialect, type Said } from '../dialect.ts';
import { CALL_ID } from './keys.ts';

const popped = z.object({
	/** Their extension, or what the program calls them. */
	agent: z.string().max(200).transform(agentNameOf).pipe(z.string()),
	number: z.string().max(60).default(''),
	callId: z.string().regex(CALL_ID),
	state: z.enum(['ringing', 'answered', 'ended']).default('ringing'),
	queue: z.string().trim().min(1).max(60).nullable().default(null)
});

export const pop: Dialect = (content) => {
	const read = popped.safeParse(content);
	if (!read.success) return NOT_UNDERSTOOD;
	return { ok: true, said: saidOf(read.data), count: null, messageId: null };
};

function saidOf({ agent, number, callId, state, queue }: z.output<typeof popped>): Said[] {
	const of = { contactId: callId, direction: 'inbound' } as const;
	const leg = { ...of, agent, legId: `${callId} ${agent}` };
	const caller = callerFrom({ number, name: '', said: null, isTrustedTrunk: false });
	switch (state) {
		case 'ringing':
			return [
				{ type: 'contact.started', ...of, caller, dialled: null },
				{ type: 'agent.offered', ...leg, queue }
			];
		case 'answered':
			return [
				{ type: 'contact.started', ...of, caller, dialled: null },
				{ type: 'agent.connected', ...leg }
			];
		case 'ended':
			return [{ type: 'contact.ended', ...of, by: 'unknown' }];
	}
}
