/** The ways to end a contact without a payment plan, or beside one, each a small form of its own. */
import type { NO_SURPLUS_STEPS, OutcomeOf, StagedOutcome } from '#shared/outcomes/outcome.ts';
import type { Day } from '#shared/time/day.ts';

export type Way = StagedOutcome['kind'];

export const WAYS: readonly { value: Way; label: string; hint: string }[] = [
	{ value: 'promise', label: 'Promise to pay', hint: 'One sum by a day, up to 14 days' },
	{ value: 'hold', label: 'Hold recovery', hint: 'A dispute, an adviser, a support review' },
	{ value: 'claim', label: 'Discount or benefit claim', hint: 'Started now, held while decided' },
	{
		value: 'payment',
		label: 'Pays today',
		hint: 'By card on the council’s terminal, once it is read back'
	},
	{ value: 'recall', label: 'Take back from agents', hint: 'They are told the same hour' },
	{ value: 'callback', label: 'Call back', hint: 'On a day and at a time that suit them' },
	{ value: 'letter', label: 'Letter', hint: 'What was said, or what is owed' },
	{ value: 'no-surplus', label: 'Nothing left to pay with', hint: 'Help first, then a hold' },
	{
		value: 'nothing-agreed',
		label: 'Nothing agreed',
		hint: 'They want time, advice, or only asked'
	}
];

/** Those that ask for no payment; what somebody wants to pay all the same is taken, and stops nothing. */
export const WAYS_WITHOUT_PAYING: readonly Way[] = [
	'claim',
	'hold',
	'callback',
	'letter',
	'payment',
	'nothing-agreed'
];

/** What is done about each kind of help before somebody with nothing left goes. */
export const HELP: Record<(typeof NO_SURPLUS_STEPS)[number], { label: string; hint: string }> = {
	discounts: { label: 'Discounts', hint: 'Every reduction of the bill asked about' },
	'council-tax-support': { label: 'Council Tax Support', hint: 'Claimed, or they have it' },
	'hardship-relief': { label: 'Hardship relief', hint: 'Asked for under section 13A(1)(c)' },
	'benefit-check': { label: 'Benefit check', hint: 'Arranged with whoever does it' },
	'debt-advice': { label: 'Free debt advice', hint: 'Put through now, or a call booked' },
	'agents-recalled': { label: 'Agents called back', hint: 'They are told the same hour' },
	hold: { label: 'A hold', hint: 'With an end, and yours to look at again' }
};

export type DebtChoice = { debtId: string; title: string };

/** What each form is given, and what it says when it is filled in. */
export type WayProps<Kind extends StagedOutcome['kind']> = {
	debts: readonly DebtChoice[];
	today: Day;
	onstage: (outcome: OutcomeOf<Kind>, note?: string) => void;
};

export const newId = (): string => crypto.randomUUID();
