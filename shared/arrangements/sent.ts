/** An offer at the edge, checked before a plan is made of it. What makes no plan is a refusal, not an error here. */
import { z } from 'zod';
import { pence, type Pence } from '../money/pence.ts';
import { isDay, type Day } from '../time/day.ts';
import { RHYTHMS } from '../time/pay-days.ts';
import type { Offer } from './offer.ts';
import { METHODS } from './schedule.ts';

const MOST = 1_000_000_00;
const MOST_WORDS = 500;

const day: z.ZodType<Day> = z.string().refine(isDay, 'There is no such day.');
const amount: z.ZodType<Pence> = z.int().min(-MOST).max(MOST).transform(pence);

export const offerSent: z.ZodType<Offer> = z.object({
	amount,
	rhythm: z.enum(RHYTHMS),
	firstOn: day,
	method: z.enum(METHODS),
	nextPayDay: day.nullable(),
	aboveUsableBecause: z.string().max(MOST_WORDS).nullable()
});
