/**
 * What an officer left open, as their own page may show it: whom they promised to ring, what a team leader is asked,
 * which letters wait and which system has not been told. Each was made in a contact in which identity had passed, so
 * names are whole; a record that only a leader may open stays masked, and of a safe contact no number is given.
 */
import type { Notice } from '../arrangements/life/notices.ts';
import type { HoldKind } from '../debts/debt.ts';
import { fullName, maskedName, type PersonFacts } from '../customers/person.ts';
import { sayCounted, type LeftCounted, type LeftToRing } from '../calls/backs/left.ts';
import { meaningOf, type AdviceKind, type ToDo } from '../income/bank-codes.ts';
import type { Pence } from '../money/pence.ts';
import { mayRing, sayAgainst } from '../customers/wishes/ring.ts';
import { ringSentences, type Reach } from '../customers/wishes/wish.ts';
import { dayInLondon, timeInLondon, type Day, type Instant } from '../time/day.ts';

export type WorkRecord = Pick<
	PersonFacts,
	'givenNames' | 'familyName' | 'isRestricted' | 'isSafeContact' | 'phone'
>;

export type WorkPerson = {
	name: string;
	isMasked: boolean;
	/** Null where none is held, or where they must be contacted safely. */
	phone: string | null;
	isSafeContact: boolean;
};

type Callback<Person> = { id: string; dueAt: Instant; note: string; person: Person };

type CallbackRecord = Callback<WorkRecord> & { number: string | null; reach: Reach };

/** Somebody whom nobody took, to be rung by whoever is free: a number, and never who it may be. */
export type LeftBack = {
	/** Of the call they were left on. */
	id: string;
	number: string;
	queue: string | null;
	leftAt: Instant;
	dueAt: Instant;
	/** They asked for it; otherwise the number is confirmed for one customer. */
	hasAgreed: boolean;
	/** Claimed by this officer. */
	isMine: boolean;
};

/** A call that rang this officer and was missed, once it is over: why its caller is not rung from here; null where they may be. */
export type MissedBack = { id: string; cannot: string | null };

/** What whoever rings must mind, as the customer asks now; and what they have come to ask since it was promised. */
type Minded = { asked: readonly string[]; against: string | null };

type AskedApproval<Person> = {
	approvalId: string;
	state: 'waiting' | 'opened';
	askedAt: Instant;
	leaderName: string | null;
	person: Person;
};

type WaitingLetter<Person> = {
	id: string;
	letter: 'agreement' | 'what-we-agreed' | 'balances' | Notice;
	channel: 'email' | 'post';
	isLargePrint: boolean;
	isBraille: boolean;
	/** To the address they asked for. */
	isToOther: boolean;
	queuedAt: Instant;
	person: Person;
};

type Untold<Person> = {
	id: number;
	/** The debt's. */
	title: string;
	kind: 'stop' | 'restart' | 'recall';
	sendBy: Instant;
	tries: number;
	person: Person;
};

/** A bank's word on the Direct Debit of a plan that this officer agreed. */
type FromBank<Person> = {
	id: string;
	/** The debt's. */
	title: string;
	toDo: ToDo;
	/** `Refer to payer`. */
	means: string;
	amount: Pence | null;
	on: Day;
	person: Person;
};

/** A hold that this officer put on and is to look at again before it ends. */
type EndingHold<Person> = {
	id: string;
	/** The debt's. */
	title: string;
	kind: HoldKind;
	untilOn: Day;
	person: Person;
};

export type MissedRecord = { id: string; isMine: boolean } & (
	| { state: 'counted'; because: LeftCounted }
	| { state: 'due' | 'claimed' | 'done' | 'expired'; because: LeftToRing }
);

/** The officer's own day in figures. */
export type OwnDay = { calls: number; seen: number; claims: number; plans: number };

export type WorkRecords = {
	callbacks: readonly CallbackRecord[];
	approvals: readonly AskedApproval<WorkRecord>[];
	letters: readonly WaitingLetter<WorkRecord>[];
	untold: readonly Untold<WorkRecord>[];
	endingHolds: readonly EndingHold<WorkRecord>[];
	fromBanks: readonly Omit<FromBank<WorkRecord> & { kind: AdviceKind; code: string }, 'means'>[];
	left: readonly LeftBack[];
	missed: readonly MissedRecord[];
	day: OwnDay;
};

export type MyWork = {
	at: Instant;
	/** The earliest first. */
	callbacks: readonly (Callback<WorkPerson> & Minded & { isOverdue: boolean })[];
	approvals: readonly AskedApproval<WorkPerson>[];
	letters: readonly WaitingLetter<WorkPerson>[];
	/** Past its send-by time first. */
	untold: readonly (Untold<WorkPerson> & { isLate: boolean })[];
	/** The first to end first. */
	endingHolds: readonly (EndingHold<WorkPerson> & { hasEnded: boolean })[];
	/** An arrangement at risk first, then the newest. */
	fromBanks: readonly FromBank<WorkPerson>[];
	/** The longest due first. */
	left: readonly LeftBack[];
	missed: readonly MissedBack[];
	day: OwnDay;
};

export function myWork(
	records: WorkRecords,
	{ at, mayOpenRestricted }: { at: Instant; mayOpenRestricted: boolean }
): MyWork {
	const shown = <Item extends { person: WorkRecord }>(item: Item) => ({
		...item,
		person: personOf(item.person, mayOpenRestricted)
	});
	const { callbacks, approvals, letters, untold, endingHolds, fromBanks, left, missed, day } =
		records;
	return {
		at,
		callbacks: callbacks
			.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
			.map((one) => callbackOf(one, { at, person: shown(one).person })),
		approvals: approvals.map(shown),
		letters: letters.map(shown),
		untold: untold
			.toSorted((a, b) => a.sendBy.localeCompare(b.sendBy))
			.map((one) => ({ ...shown(one), isLate: one.sendBy < at })),
		endingHolds: endingHolds
			.toSorted((a, b) => a.untilOn.localeCompare(b.untilOn) || a.title.localeCompare(b.title))
			.map((one) => ({ ...shown(one), hasEnded: one.untilOn < dayInLondon(at) })),
		fromBanks: fromBanks
			.toSorted((a, b) => urgency(a) - urgency(b) || b.on.localeCompare(a.on))
			.map(({ kind, code, ...one }) => ({ ...shown(one), means: meaningOf({ kind, code }) })),
		left: left.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
		missed: missed.map(missedOf),
		day
	};
}

function missedOf({ id, state, because, isMine }: MissedRecord): MissedBack {
	if (state === 'counted') return { id, cannot: sayCounted(because) };
	if (state === 'due' || (state === 'claimed' && isMine)) return { id, cannot: null };
	return { id, cannot: MISSED_SAYS[state] };
}

const MISSED_SAYS = {
	claimed: 'Somebody else is ringing them back.',
	done: 'Somebody has spoken to them since.',
	expired: 'They were not reached in time.'
} as const;

/** Of a record that only a leader opens, and of a safe contact, nobody is named and no number given. */
function callbackOf(
	{ number, reach, ...one }: CallbackRecord,
	{ at, person }: { at: Instant; person: WorkPerson }
): MyWork['callbacks'][number] {
	const ringing = { on: dayInLondon(one.dueAt), at: timeInLondon(one.dueAt), number };
	const may = mayRing(ringing, reach, dayInLondon(at));
	const phone = may.ok ? may.number : null;
	const isOpen = person.phone !== null;
	return {
		...one,
		person: { ...person, phone: isOpen ? (phone ?? null) : null },
		isOverdue: one.dueAt < at,
		asked: person.isMasked ? [] : reach.wishes.flatMap(ringSentences),
		against: may.ok || person.isMasked ? null : sayAgainst(may.against)
	};
}

function urgency({ toDo }: { toDo: ToDo }): number {
	return toDo === 'arrangement-at-risk' ? 0 : 1;
}

function personOf(record: WorkRecord, mayOpenRestricted: boolean): WorkPerson {
	const isMasked = record.isRestricted && !mayOpenRestricted;
	const { isSafeContact } = record;
	return {
		name: isMasked ? maskedName(record) : fullName(record),
		isMasked,
		phone: isMasked || isSafeContact ? null : record.phone,
		isSafeContact
	};
}
