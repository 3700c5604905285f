/**
 * Why money waits that quotes a payment plan, in a sentence for whoever works through it, and what they can do: the plan
 * may be paid up or ended, and then its reference leads to nothing that is owed.
 */
import { formatDay, type Day } from '../../time/day.ts';

export type PlanQuoted = {
	number: string;
	/** As an arrangement's own states are called. */
	state: string;
	/** Since when it stands so. */
	sinceOn: Day;
	/** Something is owed still on an account of it. */
	isOwed: boolean;
};

const ENDED: Readonly<Record<string, string>> = {
	completed: 'was paid up',
	cancelled: 'was cancelled',
	superseded: 'ended, with another plan in its place,',
	broken: 'was broken'
};

export function sayQuotedPlan({ number, state, sinceOn, isOwed }: PlanQuoted): string {
	const ended = ENDED[state];
	const how = ended ? `which ${ended} on ${formatDay(sinceOn)}` : 'which runs';
	const why = isOwed
		? 'Other references are written with it, or its accounts were paid when it came.'
		: 'Nothing is owed any more on its accounts.';
	const then = isOwed
		? 'Open its accounts by their references and place it, or ask the payer what it is for.'
		: 'Place it on another account that the payer means, or give it back. A standing order for it is theirs to cancel.';
	return `It quotes plan ${number}, ${how}. ${why} ${then}`;
}
