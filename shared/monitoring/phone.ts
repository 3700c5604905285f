/**
 * What is wrong with an officer's telephone, as their switch says it: a machine of its own, beside what they chose and
 * what a contact makes of it. A pause that we asked for ourselves is none of the telephone's.
 */
import type { PhoneState } from '../calls/events.ts';
import type { Instant } from '../time/day.ts';

export type PhoneTrouble = {
	because: 'unreachable' | 'doNotDisturb' | 'signedOut' | 'pausedBySwitch';
	/** The switch's own word for a pause. */
	reason: string | null;
	/** Which switch says so: only it can take it back. */
	source: string;
	since: Instant;
};

export type PhoneNews = { source: string; state: PhoneState; reason: string | null; at: Instant };

/** The pauses that a switch has from us. */
export const OURS = {
	wrapUp: 'Wrap-up',
	break: 'Break',
	notTaking: 'Not taking calls',
	phone: 'Phone not ready'
} as const;

const TROUBLES: Readonly<Record<Exclude<PhoneState, 'ready'>, PhoneTrouble['because']>> = {
	unreachable: 'unreachable',
	doNotDisturb: 'doNotDisturb',
	offline: 'signedOut',
	paused: 'pausedBySwitch'
};

/** The same trouble goes on since it began; that of another switch is not this one's to end. */
export function phoneAfter(
	before: PhoneTrouble | null,
	news: PhoneNews,
	pauseReason: string | null
): PhoneTrouble | null {
	const { source, state, reason, at } = news;
	if (state === 'ready' || (state === 'paused' && isOurs(reason, pauseReason)))
		return before?.source === source ? null : before;
	const because = TROUBLES[state];
	const isSame = before?.because === because && before.reason === reason;
	return isSame && before.source === source ? before : { because, reason, source, since: at };
}

function isOurs(reason: string | null, pauseReason: string | null): boolean {
	const ours: readonly (string | null)[] = [...Object.values(OURS), pauseReason];
	return reason !== null && ours.includes(reason);
}

/** The queue would ring it, and nobody could pick it up. */
export function isOutOfReach(phone: PhoneTrouble | null | undefined): boolean {
	return phone?.because === 'unreachable' || phone?.because === 'doNotDisturb';
}
