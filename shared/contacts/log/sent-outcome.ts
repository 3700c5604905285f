/** What an officer may send about outcomes, checked. What only the server decides is not among it. */
import { z } from 'zod';
import { stagedOutcome } from '../../outcomes/outcome.ts';

export const STAGING = [
	z.object({ type: z.literal('outcomeStaged'), outcome: stagedOutcome }),
	z.object({ type: z.literal('outcomeDropped'), outcomeId: z.uuid() })
] as const;
