/** What is shown when an amount cannot be read: what to do, first. */
import {
	balancesSoFar,
	type CashFlowTold,
	type Side
} from '#shared/affordability/business/cash-flow.ts';
import type { Figure } from '#shared/affordability/kept.ts';
import type { EntryRefusal } from '#shared/affordability/entry.ts';
import { figureText } from '#shared/affordability/compared.ts';
import type { GuidelineArea } from '#shared/affordability/groups.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import type { Totals } from '#shared/affordability/totals.ts';
import { least, minus, NO_PENCE, plus, sumOf, type Pence } from '#shared/money/pence.ts';
import type { Form, StatementForm, StatementRefusal } from '#shared/affordability/statement.ts';

export const ENTRY_REFUSALS: Record<EntryRefusal, string> = {
	empty: 'Enter an amount',
	'not-an-amount': 'Enter an amount, for example 43.20',
	'below-nothing': 'Enter an amount above nothing',
	'part-of-a-penny': 'Enter whole pence, for example 43.20',
	'too-much': 'Enter a million pounds or less'
};

export const FORM_NAMES: Record<StatementForm, string> = {
	'three-questions': 'Three questions',
	'five-totals': 'Five totals',
	full: 'Full statement',
	'cash-flow': 'Cash flow of 13 weeks'
};

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
		fieldId: FIELDS.cash('opening'),
		says: 'Enter all thirteen weeks; 0 where nothing comes or goes'
	},
	'no-money-in': { fieldId: FIELDS.cash('moneyIn-1'), says: 'Enter what comes in' },
	'change-not-written': { fieldId: 'what-changes', says: 'Write what is about to change' }
};

/** A field whose amount cannot be read, by the name that stands beside it. */
export type Unread = { fieldId: string; name: string; because: EntryRefusal };

export function problemsOf({
	refusal,
	form,
	unwritten,
	unread
}: {
	refusal: StatementRefusal | null;
	form: Form;
	unwritten: readonly GuidelineArea[];
	unread: readonly Unread[];
}): Problem[] {
	const isTotals = refusal === 'no-income' && form === 'five-totals';
	const fieldId = isTotals ? 'amount-total-income' : null;
	return [
		...unread.map(({ fieldId: id, name, because }) => ({
			fieldId: id,
			says: `${name}: ${ENTRY_REFUSALS[because].toLowerCase()}`
		})),
		...(refusal ? [{ ...REFUSALS[refusal], ...(fieldId ? { fieldId } : {}) }] : []),
		...unwritten.map((area) => ({
			fieldId: `reason-${area}`,
			says: `Write why ${AREA_NAMES[area].toLowerCase()} is over the guideline`
		}))
	];
}

/** One figure of the sum: what it does to what is left stands before it. */
export type Term = { sign?: '−' | '='; label: string; amount: Pence; note?: string | undefined };

/** Payments to other creditors come off as well where the plan holds such a debt (policy P1). */
export function householdTerms(totals: Totals, takesOthers: boolean): Term[] {
	const { income, fixed, flexible, savings, savingsAsked, priority, nonPriority } = totals;
	const isCapped = savings < savingsAsked;
	return [
		{ label: 'Income', amount: income },
		{ sign: '−', label: 'Fixed costs', amount: fixed },
		{ sign: '−', label: 'Flexible costs', amount: flexible },
		{ sign: '−', label: 'Savings', amount: savings, note: isCapped ? 'capped' : undefined },
		{
			sign: '−',
			label: 'Agreed payments',
			amount: takesOthers ? plus(priority, nonPriority) : priority
		}
	];
}

/** Of thirteen weeks; what is left of them by the month stands beside it. */
export function businessTerms(told: CashFlowTold): Term[] {
	const total = (side: Side) => sumOf(told.weeks.map((week) => week[side] ?? NO_PENCE));
	const opening = told.opening ?? NO_PENCE;
	return [
		{ label: 'Comes in, 13 weeks', amount: total('moneyIn') },
		{ sign: '−', label: 'Goes out', amount: total('moneyOut') },
		{ sign: '=', label: 'Brings', amount: minus(total('moneyIn'), total('moneyOut')) },
		{ label: 'Leanest week', amount: least(opening, ...balancesSoFar(told)) }
	];
}
