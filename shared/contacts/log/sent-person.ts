/** What an officer may send about the person, checked. What only the server decides is not among it. */
import { z } from 'zod';
import { ASKED_ANSWERS, CONSENTS } from '../../customers/support.ts';
import { REASONS } from '../../guide/reasons.ts';
import { REQUESTS } from '../../guide/requests.ts';
import { GUIDES } from '../../guide/shipped.ts';
import { TAKE_UP_ANSWERS } from '../../guide/take-up.ts';
import { ENTITLEMENTS } from '../../law/entitlements.ts';
import { RECOGNISED } from './person-events.ts';

export const HEARD_FROM_PERSON = [
	z
		.object({ type: z.literal('guideOpened'), guide: z.string(), version: z.int() })
		.refine(
			(sent) => GUIDES.some(({ id, version }) => id === sent.guide && version === sent.version),
			'This build has no such guide.'
		),
	z.object({ type: z.literal('speakerChanged') }),
	z.object({ type: z.literal('reasonGiven'), reason: z.enum(REASONS) }),
	z.object({ type: z.literal('needsAsked'), answer: z.enum(ASKED_ANSWERS) }),
	z.object({ type: z.literal('supportNoted'), consent: z.enum(CONSENTS) }),
	z.object({
		type: z.literal('debtRecognised'),
		debtId: z.uuid(),
		answer: z.enum(RECOGNISED)
	}),
	z.object({
		type: z.literal('takeUpAnswered'),
		entitlement: z.enum(ENTITLEMENTS),
		answer: z.enum(TAKE_UP_ANSWERS)
	}),
	z.object({ type: z.literal('requestTaken'), request: z.enum(REQUESTS) }),
	z.object({ type: z.literal('requestWithdrawn'), request: z.enum(REQUESTS) })
] as const;
