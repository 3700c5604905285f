/** Money that waits and what is given back, in words for whoever works through it. */
import type { DecideRefusal, RefundRefusal, RefundState, WayBack } from '#shared/income/refunds.ts';
import type { SuspenseRefusal } from '#shared/income/suspense.ts';
import type { Tone } from '../ui/tones.ts';
import { MONEY_PROBLEMS } from './words.ts';

export const NOT_SENT = 'The server did not answer. Press again: nothing is done twice.';

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
	withdrawn: { name: 'Withdrawn', tone: 'mute' }
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
