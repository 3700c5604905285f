/** What the case page says: why a step may not be taken today, by the name the rule gives, and what became of an act. */
import type { Entering } from '#shared/debts/moratorium/entering.ts';
import type { RefusalView } from '#shared/debts/moving/case-view.ts';
import { formatDay } from '#shared/time/day.ts';

const REFUSALS: Record<RefusalView['because'], string> = {
	'no-such-step': 'The law knows no such step from here.',
	'nothing-owed': 'Nothing is owed.',
	agreed: 'An agreement is kept to.',
	'in-notice': 'A plan was broken. Its letter gives time until',
	'support-need': 'Somebody liable has a support need: policy keeps this step from them.',
	'nothing-overdue': 'Nothing is overdue.',
	held: 'Paused',
	proposed: 'It could be in their breathing space. Propose it to the adviser first.',
	'out-of-time': 'The time for it ended',
	'another-step-runs': 'Another step runs under this order. End that one first.',
	'step-against-another': 'A step runs against another person on the same order.',
	'deductions-run': 'Deductions from benefit run. Nothing else may be taken meanwhile.',
	'too-early': 'Not before',
	'condition-not-met': 'What the law asks first is not so.',
	'care-check': 'A social work check comes before anything on care charges.',
	'needs-a-person': 'Somebody has to look at it first.',
	unconfirmed: 'Not until a manager has recorded the council’s own confirmation of this law.'
};

export function refusalText({ because, day, holds }: Omit<RefusalView, 'law'>): string {
	const says = REFUSALS[because];
	if (because === 'held') return `${says}: ${holds.join(', ')}.`;
	if (because === 'too-early' || because === 'out-of-time' || because === 'in-notice')
		return day ? `${says} ${because === 'out-of-time' ? 'on ' : ''}${formatDay(day)}.` : `${says}.`;
	return says;
}

type LeftOut = Extract<Entering, { isIn: false }>['because'];

const LEFT_OUT: Record<LeftOut, string> = {
	'nothing-owed': 'nothing is owed',
	'not-their-own': 'it is a company’s or an estate’s, not their own',
	'current-year': 'this year’s bill enters only after a reminder, or once every instalment is due'
};

export function leftOutText(entering: { isIn: true } | { isIn: false; because: LeftOut }): string {
	return entering.isIn ? 'it is in' : LEFT_OUT[entering.because];
}

export const MORATORIUM_REFUSALS = {
	'not-theirs': 'One of these debts is no longer theirs. Open the case again.',
	'in-the-future': 'It cannot have been entered on a day to come.',
	'had-one': 'They had one within the last twelve months (SI 2020/1311, regulation 24(3)).'
} as const;

export const CASE_REFUSALS = {
	'no-such-reference':
		'No debt has this reference. Check it against the letter, or find the customer at the desk.'
} as const;
