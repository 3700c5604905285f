/** An officer's event at the edge: the same shapes as in the log, checked before anything is appended. */
import { z } from 'zod';
import { CALL_VERBS } from '../../calls/events.ts';
import type { OfficerEvent } from './events.ts';
import { ABOUT_HELP } from './sent-help.ts';
import { ABOUT_MONEY } from './sent-money.ts';
import { STAGING } from './sent-outcome.ts';
import { HEARD_FROM_PERSON } from './sent-person.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'That is not a name we know.');

export const officerEvent: z.ZodType<OfficerEvent> = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('customerChosen'),
		customerId: z.uuid(),
		how: z.enum(['number', 'picker', 'search'])
	}),
	z.object({ type: z.literal('customerCleared') }),
	z.object({ type: z.literal('stepEntered'), step: code }),
	z.object({ type: z.literal('lineSaid'), line: code }),
	z.object({ type: z.literal('noteWritten') }),
	z.object({ type: z.literal('handOverNoted') }),
	z.object({ type: z.literal('callAsked'), verb: z.enum(CALL_VERBS) }),
	z.object({ type: z.literal('conversationEnded') }),
	z.object({ type: z.literal('dismissed') }),
	z.object({ type: z.literal('wrapUpExtended') }),
	z.object({ type: z.literal('wrappedUp') }),
	...ABOUT_HELP,
	...HEARD_FROM_PERSON,
	...ABOUT_MONEY,
	...STAGING
]);
