/** A statement at the edge: its amounts, its lines and its household, checked before anything is kept. */
import { z } from 'zod';
import { pence, type Pence } from '../money/pence.ts';
import type { FigureId } from './business/cash-flow.ts';
import { isFigureId } from './business/figures.ts';
import { EMPLOYMENTS, TENURES, type Home } from './home.ts';
import { isLineId, type LineId } from './lines.ts';
import type { Household } from './statement.ts';

/** A million pounds: no household's line is more. */
const MOST = 1_000_000_00;

export const amountSent: z.ZodType<Pence> = z.int().min(0).max(MOST).transform(pence);

/** What is in a bank may be less than nothing. */
export const balanceSent: z.ZodType<Pence> = z.int().min(-MOST).max(MOST).transform(pence);

export const lineIdSent: z.ZodType<LineId> = z
	.string()
	.refine(isLineId, 'That is not a line of it.');

export const figureSent: z.ZodType<FigureId> = z
	.string()
	.refine(isFigureId, 'That is not a figure of it.');

const people = z.int().min(0).max(30);

export const householdSent: z.ZodType<Household> = z.object({
	adults: people,
	childrenUnder16: people,
	youngPeople: people
});

export const homeSent: z.ZodType<Home> = z.object({
	tenure: z.enum(TENURES).nullable(),
	employment: z.enum(EMPLOYMENTS).nullable(),
	vehicles: people.nullable(),
	otherDependants: people.nullable(),
	nonDependants: people.nullable()
});
