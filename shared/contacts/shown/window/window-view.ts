/**
 * What leaves the server for the customer's own window, field by field: their debts, what their budget comes to, the
 * plan that is offered, what it means, and what is read back. Made only by `customer-window.ts`.
 */
import type { ReadBackLine } from '../../../arrangements/read-back.ts';
import type { Pence } from '../../../money/pence.ts';
import type { Day, Instant } from '../../../time/day.ts';
import type { Rhythm } from '../../../time/pay-days.ts';

/** `isPaused`: nothing is asked for on it now, and never why. */
export type WindowDebt = { name: string; owed: Pence; overdue: Pence; isPaused: boolean };

export type WindowDebts = { debts: readonly WindowDebt[]; owed: Pence; overdue: Pence };

/** By the month. `parts` is null where only what is left was worked out, as of a business. */
export type WindowBudget = {
	parts: { moneyIn: Pence; bills: Pence; everyday: Pence; saved: Pence; others: Pence } | null;
	left: Pence;
};

export type WindowPlan = {
	amount: Pence;
	rhythm: Rhythm;
	firstOn: Day;
	count: number;
	last: { amount: Pence; on: Day };
	total: Pence;
	debts: readonly { name: string; owed: Pence; clearOn: Day | null }[];
	/** New bills are separate, and when one comes while the plan runs. */
	nextBill: string | null;
	/** What ends with it, what stops while they keep to it and what does not, debt by debt, and what happens on a miss. */
	then: readonly ReadBackLine[];
};

/** Which of it the conversation is at. */
export type WindowPart = 'debts' | 'budget' | 'plan' | 'read-back' | 'agreed';

export type WindowShown =
	/** Nothing of a person: before the check, and wherever the officer's screen does not show who it is. */
	| { kind: 'nobody' }
	/** The officer's screen is hidden or away, or they have finished. */
	| { kind: 'blank' }
	| {
			kind: 'theirs';
			part: WindowPart;
			debts: WindowDebts;
			budget: WindowBudget | null;
			plan: WindowPlan | null;
			/** As the officer reads it, and with what is agreed as it was; of a telephone number, dots. */
			lines: readonly ReadBackLine[];
	  };

export type WindowView = {
	at: Instant;
	/** The first name of whoever is with them. */
	officer: string;
	shown: WindowShown;
};
