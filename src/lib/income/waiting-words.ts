/** Money that waits and what is given back, in words for whoever works through it. */
import type { SeenPaidRefusal } from '#shared/income/refunds/refund-paid.ts';
import type {
	DecideRefusal,
	RefundRefusal,
	RefundSeen,
	RefundState,
	WayBack
} from '#shared/income/refunds/refunds.ts';
import type { SuspenseRefusal } from '#shared/income/waiting/suspense.ts';
import { dayInLondon, formatDay } from '#shared/time/day.ts';
import type { Failure } from '../api.ts';
import type { Tone } from '../ui/tones.ts';
import { MONEY_PROBLEMS } from './words.ts';

/** What came to no answer, in words. */
export function notSent({ kind, words }: Failure): string {
	return kind === 'unanswered'
		? 'The server did not answer. Press again: nothing is done twice.'
		: words;
}

export const SUSPENSE_PROBLEMS: Record<SuspenseRefusal, string> = {
	...MONEY_PROBLEMS,
	'no-such-receipt': 'That money is not there any more. Look again.',
	'no-such-account': 'There is no such account that you may place money on.',
	'not-placed': 'It is not placed any more.'
};

export const REFUND_PROBLEMS: Record<RefundRefusal, string> = {
	'nothing-to-refund': 'There is nothing left to give back.',
	'more-than-there-is': 'That is more than there is to give back.',
	'no-reason': 'Say why, in a few words at least.',
	'card-number': 'This looks like a card number. Take it out: no card number is ever typed here.',
	'asked-already': 'Somebody has asked for it already.',
	'no-such-account': 'There is no such money that you may give back.',
	'key-used': 'That was sent before with other figures. Press again.',
	held: 'The account is held for a death or an insolvency. What is in credit is the estate’s or the trustee’s.'
};

export const DECIDE_PROBLEMS: Record<DecideRefusal, string> = {
	gone: 'Somebody has decided it already. The list is up to date again.',
	'own-request': 'You asked for it, so somebody else approves it.',
	'above-limit': 'It is above what your role may approve.',
	'less-there': 'Less is there than was asked for: some was placed or taken back. Ask again.',
	held: 'The account is held for a death or an insolvency. What is in credit is the estate’s or the trustee’s.'
};

export const WAYS: Record<WayBack, string> = {
	'to-the-card': 'Back to the card it came from',
	'to-their-account': 'Back to the bank account it came from',
	'by-the-paying-system': 'By the paying system, which asks for the details'
};

export const REFUND_STATES: Record<RefundState, { name: string; tone: Tone }> = {
	asked: { name: 'To decide', tone: 'warn' },
	approved: { name: 'Approved', tone: 'ok' },
	refused: { name: 'Refused', tone: 'bad' },
	withdrawn: { name: 'Withdrawn', tone: 'mute' },
	'came-back': { name: 'Came back', tone: 'bad' }
};

export const ASK = {
	officer: 'an officer',
	leader: 'a team leader',
	manager: 'a manager',
	'section-151': 'the section 151 officer'
} as const;

/** `waits 17 days`. */
export function waitedText(days: number): string {
	if (days === 0) return 'came today';
	return days === 1 ? 'waits 1 day' : `waits ${days} days`;
}

export const PAID_PROBLEMS: Record<SeenPaidRefusal, string> = {
	gone: 'It is not a refund that was approved any more.',
	'not-told': 'The paying system has not been told of it yet.',
	'before-told': 'That is before the paying system was told.',
	'in-the-future': 'That day is still to come.',
	'paid-already': 'It is confirmed already.',
	'moved-on': 'The bank has taken back what it was of: place the money when it comes in.'
};

/** Where an approved refund stands. */
export function paidText({ state, toldAt, paid }: RefundSeen): string {
	if (state === 'came-back') return 'It came back, and the money is where it was.';
	if (state !== 'approved') return '';
	if (paid) {
		const by = paid.by === null ? 'by the bank\u2019s statement' : `by ${paid.by}`;
		return `Paid on ${formatDay(paid.on)}, confirmed ${by}.`;
	}
	if (toldAt === null) return 'The paying system is being told.';
	return `Told on ${formatDay(dayInLondon(toldAt))}, not confirmed yet.`;
}
