/** What is shown when an amount cannot be read: what to do, first. */
import type { EntryRefusal } from '#shared/affordability/entry.ts';
import type { Frequency } from '#shared/affordability/frequency.ts';
import type { GuidelineArea } from '#shared/affordability/groups.ts';
import { formatPounds, type Pence } from '#shared/money/pence.ts';
import type { Form, StatementForm, StatementRefusal } from '#shared/affordability/statement.ts';

export const ENTRY_REFUSALS: Record<EntryRefusal, string> = {
	empty: 'Enter an amount',
	'not-an-amount': 'Enter an amount, for example 43.20',
	'below-nothing': 'Enter an amount above nothing',
	'part-of-a-penny': 'Enter whole pence, for example 43.20',
	'too-much': 'Enter less: that is more than any household has'
};

/** In a word, so that it is read whole in its narrow column. */
export const OFTEN: Record<Frequency, string> = {
	weekly: 'Weekly',
	fortnightly: 'Fortnightly',
	'four-weekly': '4-weekly',
	monthly: 'Monthly',
	'twice-monthly': '2 a month',
	quarterly: 'Quarterly',
	'half-yearly': '2 a year',
	annual: 'Yearly',
	'ten-monthly': '10 a year',
	'termly-3': 'Termly'
};

export const FORM_NAMES: Record<StatementForm, string> = {
	'three-questions': 'Three questions',
	'five-totals': 'Five totals',
	full: 'Full statement',
	'cash-flow': 'Cash flow of 13 weeks'
};

type Figure = { amount: Pence; frequency: Frequency };

/** `£62.00 4-weekly`. */
export function figureText(figure: Figure | null): string {
	return figure
		? `${formatPounds(figure.amount)} ${OFTEN[figure.frequency].toLowerCase()}`
		: 'nothing';
}

/** `Was £62.00 4-weekly`. */
export function wasText(was: Figure | null): string {
	return was ? `Was ${figureText(was)}` : 'Was not there';
}

/** Enough for which plans (policy P7). */
export const FORM_HINTS: Record<Form, string> = {
	'three-questions': 'Enough for up to three payments, or a small sum cleared this year',
	'five-totals': 'Enough for a plan of up to 12 months',
	full: 'Enough for any plan'
};

export const AREA_NAMES: Record<GuidelineArea, string> = {
	communications: 'Phone and leisure',
	food: 'Food and housekeeping',
	personal: 'Personal costs'
};

/** What stops the statement from being finished, and the field where it is put right. */
export type Problem = { fieldId: string; says: string };

const REFUSALS: Record<StatementRefusal, Problem> = {
	'no-income': { fieldId: 'amount-salary', says: 'Enter what comes in' },
	'not-answered': { fieldId: 'isAffordable', says: 'Answer the three questions' },
	'not-affordable': {
		fieldId: 'isAffordable',
		says: 'It is not affordable: choose five totals or the full statement'
	},
	'weeks-missing': {
		fieldId: 'cash-opening',
		says: 'Enter all thirteen weeks; 0 where nothing comes or goes'
	},
	'no-money-in': { fieldId: 'cash-moneyIn-1', says: 'Enter what comes in' },
	'change-not-written': { fieldId: 'what-changes', says: 'Write what is about to change' }
};

export function problemsOf({
	refusal,
	form,
	unwritten
}: {
	refusal: StatementRefusal | null;
	form: Form;
	unwritten: readonly GuidelineArea[];
}): Problem[] {
	const isTotals = refusal === 'no-income' && form === 'five-totals';
	const fieldId = isTotals ? 'amount-total-income' : null;
	return [
		...(refusal ? [{ ...REFUSALS[refusal], ...(fieldId ? { fieldId } : {}) }] : []),
		...unwritten.map((area) => ({
			fieldId: `reason-${area}`,
			says: `Write why ${AREA_NAMES[area].toLowerCase()} is over the guideline`
		}))
	];
}
