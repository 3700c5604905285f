/** What an officer may send about help, checked. That somebody comes is the server's to say. */
import { z } from 'zod';
import { HELP_REASONS } from './help-events.ts';

export const ABOUT_HELP = [
	z.object({ type: z.literal('helpAsked'), reason: z.enum(HELP_REASONS) }),
	z.object({ type: z.literal('helpWithdrawn') })
] as const;
