/** What an officer may send about money, checked: the statement (`sent-statement.ts`), the offer, the lines read back. */
import { z } from 'zod';
import { amountSent } from '../../affordability/sent.ts';
import { METHODS } from '../../arrangements/schedule.ts';
import { COLLECTING_ANSWERS } from '../../arrangements/terms/collector.ts';
import { isDay, type Day } from '../../time/day.ts';
import { RHYTHMS } from '../../time/pay-days.ts';
import { OFFERED_BY, PLACES, PLAN_PLACES, READ_BACK_ANSWERS } from './money-events.ts';
import { ABOUT_STATEMENT } from './sent-statement.ts';

const daySent: z.ZodType<Day> = z.string().refine(isDay, 'There is no such day.');

/** A debt's own lines carry its id. */
const lineOfReadBack = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'That is not a line of it.');

export const ABOUT_MONEY = [
	...ABOUT_STATEMENT,
	z.object({
		type: z.literal('offerMade'),
		amount: amountSent,
		rhythm: z.enum(RHYTHMS),
		firstOn: daySent,
		method: z.enum(METHODS),
		nextPayDay: daySent.nullable(),
		offeredBy: z.enum(OFFERED_BY)
	}),
	z.object({ type: z.literal('termSet'), months: z.int().min(1).max(1200) }),
	z.object({ type: z.literal('offerCleared') }),
	z.object({ type: z.literal('debtPlaced'), debtId: z.uuid(), place: z.enum(PLACES) }),
	z.object({
		type: z.literal('livePlanPlaced'),
		planId: z.uuid(),
		place: z.enum(PLAN_PLACES)
	}),
	z.object({
		type: z.literal('collectingAnswered'),
		debtId: z.uuid(),
		answer: z.enum(COLLECTING_ANSWERS)
	}),
	z.object({ type: z.literal('readBackSaid'), line: lineOfReadBack }),
	z.object({ type: z.literal('readBackAnswered'), answer: z.enum(READ_BACK_ANSWERS) })
] as const;
