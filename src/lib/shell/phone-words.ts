/** What is wrong with an officer's telephone, and what to do about it. */
import type { PhoneTrouble } from '#shared/monitoring/phone.ts';

export type PhoneWords = { title: string; what: string };

const WORDS: Record<PhoneTrouble['because'], { is: string; what: string }> = {
	unreachable: {
		is: 'the phone system cannot reach it',
		what: 'Check that it is plugged in and signed in. Calls go to your colleagues until it is back.'
	},
	doNotDisturb: {
		is: 'do not disturb is on',
		what: 'Turn it off on the phone. Calls go to your colleagues until then.'
	},
	signedOut: {
		is: 'it is signed out of its queues',
		what: 'Sign in on the phone, or ask your team leader. No queue offers you a call until then.'
	},
	pausedBySwitch: {
		is: 'the phone system paused it',
		what: 'It does so after a call that was not answered. No queue offers you a call until you take calls again.'
	}
};

export function phoneWords({ because, reason }: PhoneTrouble): PhoneWords {
	const { is, what } = WORDS[because];
	const why = reason === null ? '' : ` (${reason})`;
	return { title: `Your phone is not ready: ${is}${why}`, what };
}
