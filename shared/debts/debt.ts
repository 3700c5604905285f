/**
 * One debt as one liable person's screen needs it: the shape that the database gathers, flat and JSON-safe, and that
 * every rule about debts takes. What another liable person may not know is left out by the projection, not here.
 */
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { Rhythm } from '../time/pay-days.ts';
import type { Collected, DebtFacts } from './facts.ts';
import type { Stream } from './streams.ts';

export type HoldKind =
	| 'breathing-space'
	| 'mental-health-crisis'
	| 'dispute'
	| 'insolvency'
	| 'deceased'
	| 'application-pending'
	| 'support-review'
	| 'no-surplus'
	| 'adviser'
	/** Another liable person's, of a kind that is theirs to tell: only where it leaves the server. */
	| 'anothers';

export type Ground =
	| 'sole'
	| 'joint'
	| 'couple'
	| 'partner'
	| 'representative'
	| 'guarantor'
	| 'director'
	| 'landlord'
	/** The owner of a house in multiple occupation, liable instead of who lives there (SI 1992/551 class C). */
	| 'hmo-owner';

/** Who has one of these is not jointly liable with somebody who has neither (LGFA 1992 s6(4), s9(2)). */
export type Exception = 'student' | 'severely-mentally-impaired';

export type RecordedException = {
	why: Exception;
	fromOn: Day;
	toOn: Day | null;
	/** Its source's extract has it; until then it is what we recorded. */
	isConfirmed: boolean;
};

/**
 * A hold in force or to come. `untilOn` is its last protected day. `mine` is false where it was made for another
 * person liable for the debt and protects this one too.
 */
export type Hold = { kind: HoldKind; fromOn: Day; untilOn: Day | null; mine?: boolean };

export type Due = { on: Day; amount: Pence };

/** A payment plan of this person that is kept to or can be put right. */
export type LivePlan = {
	id: string;
	number: string;
	isLate: boolean;
	/** Of its first payment: its dates to be clear by are counted from it. */
	firstOn: Day;
	/** What they pay by it already. */
	amount: Pence;
	rhythm: Rhythm;
};

export type Agreed = {
	/** The day of the live payment plan that it is in. */
	arrangedOn: Day | null;
	/** That plan, which another may take the place of. */
	plan?: LivePlan | null;
	/** A promise that still runs, or the last one where it was not kept. */
	promise: 'live' | 'broken' | null;
};

/** A balance that its source says otherwise: named, and never adjusted. */
export type Discrepancy = {
	/** What it says, on the day its extract speaks of. */
	stated: Pence;
	on: Day;
	/** More than we do, or less. */
	more: Pence;
};

export type DebtRecord = {
	id: string;
	stream: Stream;
	title: string;
	reference: string;
	fromOn: Day;
	untilOn: Day | null;
	/** The ladder's stage code, and the day it was reached. */
	stage: string;
	stageOn: Day;
	balance: Pence;
	/** What was charged for each day it fell due, paid or not. */
	dues: readonly Due[];
	holds: readonly Hold[];
	facts: DebtFacts;
	/**
	 * Where it stands is a step that takes from somebody else who is liable, and since when it stood where that came out
	 * of: `told-standing.ts` leaves none of it.
	 */
	anothersStep?: { outOfOn: Day | null } | null;
	/** This person's own responsibility for it. */
	ground: Ground;
	/** Names of everyone else liable for it. */
	others: readonly string[];
	/** `mine` is false where another liable person paid, or nobody knows who did; `by` is how, where it is known. */
	lastPayment: { on: Day; amount: Pence; mine: boolean; by?: string | null } | null;
	/** What its source says pays it by itself, where that is theirs; null where it says nothing or it is another's. */
	collected?: Collected | null;
	/** Read only of somebody chosen. */
	discrepancy?: Discrepancy | null;
	/** What this person has agreed about it already. */
	agreed?: Agreed;
};
