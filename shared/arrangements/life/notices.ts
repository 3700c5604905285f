/** Letters that an arrangement's life sends: that a payment is missed (policy L2), and that it is broken (policy L4). */
import { formatPounds, type Pence } from '../../money/pence.ts';
import { formatDay, type Day } from '../../time/day.ts';

export const NOTICES = ['payment-missed', 'plan-broken'] as const;

export type Notice = (typeof NOTICES)[number];

export const NOTICE_NAMES: Record<Notice, string> = {
	'payment-missed': 'Payment missed',
	'plan-broken': 'Payment plan ended'
};

export type NoticeFacts = {
	short: Pence;
	/** To put it right by, or the last day before recovery goes on. */
	until: Day;
	/** The day of the call that is offered; null where none is. */
	callOn: Day | null;
	debts: readonly string[];
};

/** What it says, paragraph by paragraph: what happened, what to do, what happens meanwhile. */
export function noticeLines(notice: Notice, facts: NoticeFacts): string[] {
	const { short, until, callOn, debts } = facts;
	const about = `Your plan covers ${debts.join(', ')}.`;
	if (notice === 'payment-missed')
		return [
			`A payment of your plan has not reached us. ${formatPounds(short)} is due.`,
			about,
			`Please pay it by ${formatDay(until)}. Until then we take no further step and add no costs.`,
			...(callOn
				? [`We will try to ring you on ${formatDay(callOn)}, to see how we can help.`]
				: []),
			'If something has changed, or you cannot pay it, tell us: a break or a new plan may be possible.'
		];
	return [
		`Your payment plan has ended because ${formatPounds(short)} of it was not paid.`,
		about,
		`Until ${formatDay(until)} we take no further step. After that each debt goes on from where it stood before the plan. Nothing is added for the time of the plan.`,
		'If you can pay what was missed, or need a new plan, tell us before then.'
	];
}
