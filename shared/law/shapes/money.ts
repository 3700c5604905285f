/** The shapes of rows P1 to P9: what is left, what is usable, how a plan is filled and how much is asked first. */
import { z } from 'zod';
import { RANKS, type MoneyRows } from '../policy-values.ts';
import { count, money, percent, role, some, words } from './parts.ts';

const dayOfYear = z
	.string()
	.regex(
		/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
		'Write the month and the day as two numbers, such as 03-31 for 31 March.'
	);

export const MONEY_SHAPES: { readonly [Row in keyof MoneyRows]: z.ZodType<MoneyRows[Row]> } = {
	P1: z.strictObject({ savingsPercent: percent, savingsMost: money }),
	P2: z.strictObject({ keepsPercent: percent, keepsLeast: money, aboveUsable: role }),
	P3: z.strictObject({
		leastUsable: money,
		holdDays: count,
		holdBy: role,
		outcomes: z.array(words).min(1, 'Name at least one.')
	}),
	P4: z.strictObject({ wholeUnit: money }),
	P5: z.strictObject({ yearEnd: dayOfYear }),
	P6: z.strictObject({
		ranks: z
			.array(z.enum(RANKS))
			.length(RANKS.length, 'Each kind of debt has one place.')
			.refine((ranks) => new Set(ranks).size === RANKS.length, 'Each kind of debt has one place.'),
		hearingWithinDays: count
	}),
	P7: z.strictObject({
		questions: z.array(words).min(1, 'Ask at least one question.'),
		questionsMostPayments: count,
		questionsUnder: money,
		fiveTotalsMonths: count,
		incomeProofOverMonths: count,
		incomeProofDays: count,
		adviceOverMonths: count
	}),
	P8: z.strictObject({
		daysAfterPayDay: count,
		daysAfterAgreement: some,
		directDebitWorkingDays: count
	}),
	P9: z.strictObject({ overdraftPercent: percent })
};
