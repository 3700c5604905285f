/**
 * What a council's Kamailio may say over evapi, checked before anything is made of it. The words are those of the
 * example configuration in `tests/live/kamailio.cfg`: Kamailio has none of its own. Nothing of a message that is not one
 * of these is kept.
 */
import { z } from 'zod';

/** As a SIP Call-ID is written: what a caller's own program chose, so that it is only ever compared. */
const callId = z.string().regex(/^[\x21-\x7e]{1,250}$/);
const phone = z.string().regex(/^[\w.+*#-]{1,60}$/);
const header = z.string().max(2_000);

const call = z.object({
	event: z.enum([
		'call.offered',
		'call.ringing',
		'call.answered',
		'call.held',
		'call.retrieved',
		'call.cancelled',
		'call.failed',
		'call.unanswered',
		'call.ended'
	]),
	callId,
	/** The user part of From: the number that the caller wishes to be shown. */
	from: header.optional(),
	fromName: z
		.string()
		.transform((name) => name.slice(0, 500))
		.optional(),
	/** The whole P-Asserted-Identity: the number of the line. */
	pai: header.optional(),
	/** The whole Privacy header; `none` where the call came without. Not there: nobody has looked. */
	privacy: header.optional(),
	/** What was dialled. */
	to: phone.optional(),
	/** The extension it rings at, where that is not what was dialled. */
	agent: phone.optional(),
	/** Whose hang-up it was, by who sent it. */
	by: z.enum(['caller', 'agent', 'switch']).optional(),
	status: z.int().min(100).max(699).optional()
});

/** The answer to our asking: the dialogs of `dlg.list`, of which only these matter. */
const list = z.object({
	event: z.literal('calls.listed'),
	calls: z.object({ result: z.array(z.object({ 'call-id': z.string() })).default([]) })
});

const pong = z.object({ event: z.literal('pong') });

const message = z.discriminatedUnion('event', [call, list, pong]);

export type CallMessage = z.infer<typeof call>;
export type KamailioMessage = z.infer<typeof message>;

export function readMessage(text: string): KamailioMessage | null {
	const read = message.safeParse(parsed(text));
	return read.success ? read.data : null;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
