/** A statement at the edge: its lines, its household and the three answers, checked before anything is kept. */
import { z } from 'zod';
import { pence, type Pence } from '../money/pence.ts';
import { FREQUENCIES } from './frequency.ts';
import { isLineId, type LineId } from './lines.ts';
import { PROVENANCES, type Answers, type Household, type StatementLine } from './statement.ts';

/** A million pounds: no household's line is more. */
const MOST = 1_000_000_00;
const MOST_WORDS = 500;

export const amountSent: z.ZodType<Pence> = z.int().min(0).max(MOST).transform(pence);

export const lineIdSent: z.ZodType<LineId> = z
	.string()
	.refine(isLineId, 'That is not a line of it.');

export const statementLineSent: z.ZodType<StatementLine> = z.object({
	line: lineIdSent,
	amount: amountSent,
	frequency: z.enum(FREQUENCIES),
	provenance: z.enum(PROVENANCES),
	note: z.string().max(MOST_WORDS).exactOptional()
});

const people = z.int().min(0).max(30);

export const householdSent: z.ZodType<Household> = z.object({
	adults: people,
	childrenUnder16: people,
	youngPeople: people
});

export const answersSent: z.ZodType<Answers> = z.object({
	affordable: z.boolean(),
	change: z.string().max(MOST_WORDS).nullable(),
	otherArrears: z.boolean()
});
