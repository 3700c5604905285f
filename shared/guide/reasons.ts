/** Why somebody gets in touch, as the officer hears it. One is chosen; more is a note. */
export const REASONS = [
	'cannot-pay',
	'plan',
	'household',
	'income',
	'dispute',
	'recovery',
	'pay-now',
	'other'
] as const;

export type Reason = (typeof REASONS)[number];

export type ReasonWords = {
	label: string;
	hint: string;
	/** Other words people use for it, so that typing one of them finds it. */
	also: readonly string[];
};

export const REASON_WORDS: Record<Reason, ReasonWords> = {
	'cannot-pay': {
		label: 'Cannot pay what we asked for',
		hint: 'Behind, or about to be',
		also: ['behind', 'arrears', 'afford', 'struggling', 'missed', 'food', 'bills']
	},
	plan: {
		label: 'Wants one payment, or a payment plan',
		hint: 'Has a figure in mind, or asks for one',
		also: ['arrangement', 'instalments', 'spread', 'monthly', 'weekly', 'everything']
	},
	household: {
		label: 'Somebody moved in or out, or died',
		hint: 'Who lives there has changed',
		also: ['partner', 'left', 'separated', 'alone', 'single', 'moved', 'death', 'student']
	},
	income: {
		label: 'Work, income or benefits changed',
		hint: 'Hours cut, job lost, benefit stopped or started',
		also: ['job', 'hours', 'wages', 'redundant', 'universal', 'credit', 'sick', 'pension']
	},
	dispute: {
		label: 'Says it is wrong, or already paid',
		hint: 'Not theirs, too much, paid before',
		also: ['paid', 'wrong', 'mistake', 'appeal', 'challenge', 'not', 'mine', 'car']
	},
	recovery: {
		label: 'A letter, a summons, agents or deductions',
		hint: 'Something is happening or about to',
		also: ['court', 'hearing', 'bailiff', 'visit', 'reminder', 'order', 'wages', 'letter']
	},
	'pay-now': {
		label: 'Wants to pay now',
		hint: 'A payment today, or details to pay',
		also: ['card', 'direct', 'debit', 'bank', 'settle', 'clear']
	},
	other: { label: 'Something else', hint: 'Write it in the notes', also: [] }
};

/** Reasons whose words begin with what was typed; all of them while nothing is typed. */
export function reasonsFor(typed: string): Reason[] {
	const wanted = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
	return REASONS.filter((reason) => {
		const { label, hint, also } = REASON_WORDS[reason];
		const words = `${label} ${hint} ${also.join(' ')}`.toLowerCase().split(/[^a-z]+/);
		return wanted.every((start) => words.some((word) => word.startsWith(start)));
	});
}
