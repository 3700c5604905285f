/**
 * What a team's board shows beside its tiles: who waits, the calls its officers have in hand, and the day so far. It is
 * sent whole with its version. Names no customer and no number: a contact's field that is not copied here cannot leave.
 */
import type { Channel } from '../contacts/log/events.ts';
import { callState, type Contact } from '../contacts/state/fold.ts';
import type { Help } from '../contacts/state/help-state.ts';
import { wrapUpTime } from '../contacts/state/wrap-up-time.ts';
import type { Policy } from '../law/policy-values.ts';
import type { Pence } from '../money/pence.ts';
import type { ApprovalNotice } from '../outcomes/approval-view.ts';
import type { OutcomeKind } from '../outcomes/outcome.ts';
import type { Instant } from '../time/day.ts';
import { isInHand } from './in-hand.ts';

export type WaitingCaller = {
	contactId: string;
	queue: string | null;
	/** When they rang. */
	since: Instant;
};

/** A contact in an officer's hands, as the board may know it. */
export type BoardCall = {
	contactId: string;
	officerId: string;
	channel: Channel;
	queue: string | null;
	/** When this officer took it. */
	since: Instant;
	/** Until when they have for writing it up; null until they do, and without a call. */
	wrapUpUntil: Instant | null;
	guide: { guide: string; version: number } | null;
	/** The guide's steps that were entered. */
	entered: readonly string[];
	/** That there is a need, never which. */
	needsSupport: boolean;
	/** Since when what is said is not on the recording; null while it is, or is not recorded at all. */
	pausedSince: Instant | null;
	/** What its officer asks of a leader, and who comes. */
	help: Omit<Help, 'officerId'> | null;
};

/** An hour of the council's day that had a call. */
export type HourOfCalls = { startsAt: Instant; calls: number; taken: number; abandoned: number };

/** Of today's callers whom nobody took: only counted, still to be rung, spoken to since, and not reached in time. */
export type LeftCounts = { counted: number; toRing: number; spokenTo: number; missed: number };

export const NOBODY_LEFT: LeftCounts = { counted: 0, toRing: 0, spokenTo: 0, missed: 0 };

/** What was committed today, by kind. */
export type OutcomeCount = {
	kind: OutcomeKind;
	count: number;
	/** Customers it was for: one helped twice is one. */
	people: number;
	amount: Pence;
};

export type TeamState = {
	teamId: string;
	version: number;
	at: Instant;
	state: {
		/** Longest first. Queues belong to the council: every team sees them. */
		waiting: readonly WaitingCaller[];
		calls: readonly BoardCall[];
		/** Hours without a call are absent. */
		hours: readonly HourOfCalls[];
		left: LeftCounts;
		/** Waiting or opened, and nobody has answered yet. */
		approvals: readonly ApprovalNotice[];
		/** Kinds without any are absent. */
		outcomes: readonly OutcomeCount[];
	};
};

/** A contact folded, with when each officer last answered it. */
export type OpenContact = {
	contactId: string;
	contact: Contact;
	answeredAt: Readonly<Record<string, Instant>>;
};

export function waitingCallers(open: readonly OpenContact[]): WaitingCaller[] {
	return open
		.filter(({ contact }) => contact.channel === 'phone' && callState(contact) === 'waiting')
		.map(({ contactId, contact }) => ({
			contactId,
			queue: contact.queue,
			since: contact.startedAt
		}))
		.sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

/** For each of these officers, those that they have or still write up. */
export function callsInHand(
	open: readonly OpenContact[],
	{ isOfTeam, policy }: { isOfTeam: (officerId: string) => boolean; policy: Pick<Policy, 'WU'> }
): BoardCall[] {
	return open.flatMap(({ contactId, contact, answeredAt }) => {
		const { channel, queue, person, steps } = contact;
		const theirs = contact.officers.filter((id) => isOfTeam(id) && isInHand(contact, id));
		return theirs.map((officerId) => ({
			contactId,
			officerId,
			channel,
			queue,
			since: answeredAt[officerId] ?? contact.startedAt,
			wrapUpUntil: untilOf(contact, { officerId, policy }),
			guide: person.guide && { guide: person.guide.guide, version: person.guide.version },
			entered: Object.keys(steps),
			needsSupport: person.support !== null || person.needsAsked === 'yes',
			pausedSince: pausedFor(contact, officerId),
			help: helpOf(contact, officerId)
		}));
	});
}

function untilOf(
	{ wrapUps }: Contact,
	{ officerId, policy }: { officerId: string; policy: Pick<Policy, 'WU'> }
): Instant | null {
	const wrapUp = wrapUps[officerId];
	return wrapUp ? wrapUpTime(wrapUp, policy.WU.value).until : null;
}

/** Whoever has the customer, or had them last. */
function pausedFor(contact: Contact, officerId: string): Instant | null {
	const { endedAt, recording, recordingSince, officers } = contact;
	if (endedAt !== null || recording !== 'paused') return null;
	return (contact.officerId ?? officers.at(-1)) === officerId ? recordingSince : null;
}

function helpOf({ help }: Contact, officerId: string): BoardCall['help'] {
	if (help?.officerId !== officerId) return null;
	return { reason: help.reason, askedAt: help.askedAt, leader: help.leader };
}
