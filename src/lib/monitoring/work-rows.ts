/** What an officer left open, as rows of their page: what it is in a word, whose, and what to do about it. */
import { NOTICE_NAMES } from '#shared/arrangements/life/notices.ts';
import { HOLDS } from '#shared/debts/holds.ts';
import type { MyWork, WorkPerson } from '#shared/monitoring/my-work.ts';
import type { Channel } from '#shared/contacts/log/events.ts';
import { formatOf, saySending } from '#shared/customers/wishes/write.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { dayInLondon, formatDay, timeInLondon, type Instant } from '#shared/time/day.ts';
import { ClipboardPen, Hourglass, Landmark, Mail, RefreshCw, TriangleAlert } from 'lucide-static';
import { FROM_BANKS } from '../income/advice-words.ts';
import type { Tone } from '../ui/tones.ts';

export type WorkRow = {
	id: string;
	tone: Tone;
	icon: string;
	word: string;
	title: string;
	body: string;
	/** Where it is gone on with. */
	goOn?: { href: string; verb: string };
};

/** A contact that has ended and is not written up; nobody where the check never passed. */
export type WriteUp = {
	contactId: string;
	who: string | null;
	channel: Channel;
	endedAt: Instant | null;
};

export function writeUpRows(writeUps: readonly WriteUp[], at: Instant): WorkRow[] {
	return writeUps.map(({ contactId, who, channel, endedAt }) => ({
		id: contactId,
		tone: 'hold',
		icon: ClipboardPen,
		word: 'Notes not finished',
		title: who ?? 'Nobody identified',
		body: `${channel === 'phone' ? 'Call' : 'At the desk'}, ended ${whenText(endedAt ?? at, at)}`,
		goOn: { href: channel === 'phone' ? '/calls' : '/desk', verb: 'Finish' }
	}));
}

export function approvalRows({ approvals, at }: MyWork): WorkRow[] {
	return approvals.map(({ approvalId, state, askedAt, leaderName, person }) => ({
		id: approvalId,
		tone: 'warn',
		icon: Hourglass,
		word: state === 'opened' ? 'Being looked at' : 'Waiting',
		title: person.name,
		body: `Asked ${whenText(askedAt, at)}${leaderName ? `, opened by ${leaderName}` : ''}`,
		goOn: { href: '/calls', verb: 'Look' }
	}));
}

export function untoldRows({ untold }: MyWork): WorkRow[] {
	return untold.map(({ id, title, sendBy, tries, isLate, person }) => ({
		id: String(id),
		tone: isLate ? 'bad' : 'mute',
		icon: isLate ? TriangleAlert : RefreshCw,
		word: isLate ? 'Past its time' : 'Not told yet',
		title: `${title}, ${person.name}`,
		body: `${tries === 0 ? 'Being told now.' : 'Did not answer, trying again.'} It must know by ${timeInLondon(sendBy)} on ${formatDay(dayInLondon(sendBy))}.`
	}));
}

/** What the banks told of the Direct Debits of plans this officer agreed. */
export function bankRows({ fromBanks }: MyWork): WorkRow[] {
	return fromBanks.map(({ id, title, toDo, means, amount, on, person }) => ({
		id,
		tone: toDo === 'arrangement-at-risk' ? 'bad' : 'warn',
		icon: toDo === 'arrangement-at-risk' ? TriangleAlert : Landmark,
		word: FROM_BANKS[toDo].word,
		title: `${title}, ${person.name}`,
		body: `${means}${amount === null ? '' : `, ${formatPounds(amount)}`} on ${formatDay(on)}. ${FROM_BANKS[toDo].next}`,
		goOn: { href: '/money/banks', verb: 'Answer it' }
	}));
}

/** Put on by this officer, and theirs to look at again. */
export function holdRows({ endingHolds }: MyWork): WorkRow[] {
	return endingHolds.map(({ id, title, kind, untilOn, hasEnded, person }) => ({
		id,
		tone: hasEnded ? 'bad' : 'hold',
		icon: hasEnded ? TriangleAlert : Hourglass,
		word: hasEnded ? 'Hold ended' : 'Hold ends soon',
		title: `${title}, ${person.name}`,
		body: `${HOLDS[kind].label}, to ${formatDay(untilOn)}. Ask how things are before anything follows.`
	}));
}

const LETTERS = {
	agreement: 'Payment agreement',
	'what-we-agreed': 'What we agreed',
	balances: 'What is owed on each account',
	...NOTICE_NAMES
} as const;

export function letterRows({ letters, at }: MyWork): WorkRow[] {
	return letters.map(({ id, letter, channel, queuedAt, person, ...made }) => ({
		id,
		tone: 'mute',
		icon: Mail,
		word: channel === 'post' ? 'By post' : 'By email',
		title: `${LETTERS[letter]}, ${person.name}`,
		body: `Waiting since ${whenText(queuedAt, at)}. It goes ${saySending({ by: channel, format: formatOf(made), isToOther: made.isToOther })}.`
	}));
}

/** `11:30 today`, `11:30 on 20 November 2026`. */
export function whenText(when: Instant, at: Instant): string {
	const on = dayInLondon(when);
	return `${timeInLondon(when)} ${on === dayInLondon(at) ? 'today' : `on ${formatDay(on)}`}`;
}

/** Each with its stop, the last as it was written. */
export function sentences(parts: readonly string[]): string {
	return parts
		.filter((part) => part !== '')
		.map((part, at, all) => (at < all.length - 1 && !part.endsWith('.') ? `${part}.` : part))
		.join(' ');
}

/** Of somebody whose number is not given here. */
export function whyUnreached({ isSafeContact, isMasked }: WorkPerson): string {
	if (isMasked) return 'A team leader must open this record.';
	return isSafeContact ? 'Safe contact only: look at the record first.' : 'No number held.';
}
