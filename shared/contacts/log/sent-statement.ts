/** What an officer may send about the statement, checked. One that is carried from before only the server writes. */
import { z } from 'zod';
import { SIDES, WEEKS, type FigureId } from '../../affordability/business/cash-flow.ts';
import { FREQUENCIES } from '../../affordability/frequency.ts';
import { GUIDELINE_AREAS } from '../../affordability/groups.ts';
import {
	amountSent,
	balanceSent,
	figureSent,
	homeSent,
	householdSent,
	lineIdSent
} from '../../affordability/sent.ts';
import { PROVENANCES } from '../../affordability/provenance.ts';
import { FORMS } from '../../affordability/statement.ts';
import type { Pence } from '../../money/pence.ts';
import { isDay, type Day } from '../../time/day.ts';

const daySent: z.ZodType<Day> = z.string().refine(isDay, 'There is no such day.');
const answer = z.boolean().nullable();

function isPossible({ figure, amount }: { figure: FigureId; amount: Pence | null }): boolean {
	return figure === 'opening' || (amount ?? 0) >= 0;
}

export const ABOUT_STATEMENT = [
	z.object({ type: z.literal('statementFormChosen'), form: z.enum(FORMS) }),
	z.object({ type: z.literal('householdSet'), household: householdSent }),
	z.object({ type: z.literal('homeDescribed'), home: homeSent }),
	z.object({
		type: z.literal('statementLineSet'),
		line: lineIdSent,
		amount: amountSent.nullable(),
		frequency: z.enum(FREQUENCIES),
		provenance: z.enum(PROVENANCES)
	}),
	z.object({
		type: z.literal('answersGiven'),
		isAffordable: answer,
		isChanging: answer,
		hasOtherArrears: answer
	}),
	z.object({ type: z.literal('guidelineReasonWritten'), area: z.enum(GUIDELINE_AREAS) }),
	z.object({ type: z.literal('cashFlowOpened'), amount: balanceSent.nullable() }),
	z.object({
		type: z.literal('cashFlowWeekSet'),
		week: z.int().min(1).max(WEEKS),
		side: z.enum(SIDES),
		amount: amountSent.nullable()
	}),
	z
		.object({
			type: z.literal('cashFlowFigureSet'),
			figure: figureSent,
			amount: balanceSent.nullable(),
			provenance: z.enum(PROVENANCES)
		})
		.refine(isPossible, 'Only what is in the bank may be less than nothing.'),
	z.object({ type: z.literal('statementFromAdviser'), on: daySent.nullable() }),
	z.object({ type: z.literal('statementFinished') })
] as const;
