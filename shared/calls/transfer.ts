/**
 * Passing a customer on: to whom, and how. Cold goes at once; warm begins with a word with whoever takes over, and is
 * completed by hanging up. Telephones are dialled by the server: a screen names a colleague or a queue.
 */
import { z } from 'zod';

export const TRANSFER_KINDS = ['attended', 'blind'] as const;

export const passingOn = z.object({
	to: z.union([
		z.strictObject({ officerId: z.string().min(1).max(64) }),
		z.strictObject({ queue: z.string().min(1).max(60) })
	]),
	kind: z.enum(TRANSFER_KINDS)
});

export type PassingOn = z.infer<typeof passingOn>;
