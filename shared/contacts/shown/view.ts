/**
 * What leaves the server about a contact: the log's fold and, beside it, the people and debts as this audience may
 * see them now. Made only by `projection.ts`; a field that is not here cannot leave.
 */
import type { Guidelines } from '../../affordability/guidelines.ts';
import type { Caller, CallVerb } from '../../calls/events.ts';
import type { ToldView } from '../../customers/changes/told.ts';
import type { Authority } from '../../customers/authorities.ts';
import type { NumberNote } from '../../customers/number/belonging.ts';
import type { Reach } from '../../customers/wishes/wish.ts';
import type { DebtRecord, Discrepancy } from '../../debts/debt.ts';
import type { AsOf } from '../../debts/freshness.ts';
import type { Stream } from '../../debts/streams.ts';
import type { Tone } from '../../debts/ladder/stages.ts';
import type { Sums } from '../../debts/sums.ts';
import type { Spotted } from '../../guide/take-up.ts';
import type { ContactPolicy, HousePolicy } from '../../law/policy-values.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day, Instant } from '../../time/day.ts';
import type { Contact } from '../state/fold.ts';
import type { LineView } from './line-view.ts';

/** A person before identity: initials and four dots, whatever the length. */
export type MaskedPerson = {
	customerId: string;
	/** `K•••• A••••`. */
	name: string;
	takeExtraCare: boolean;
	/** What to do, never why. */
	care: readonly string[];
	/** Nothing is left on a machine of theirs. */
	noMessages?: true;
	/** The number was noted as theirs. */
	isOwn?: true;
};

export type KnownPerson = {
	customerId: string;
	name: string;
	kind: 'person' | 'organisation';
	address: string | null;
	bornOn: Day | null;
	phone: string | null;
	email: string | null;
	needsExtraCheck: boolean;
	supportNeeds: readonly { need: string; adjustment: string }[];
	/** How they may be reached, which the screen's own rules keep to. */
	reach?: Reach;
	/** When plans of theirs were broken, or replaced before they were paid; absent where none was. */
	plansEndedOn?: readonly Day[];
	/** Whose the number that rang was noted to be; absent where nobody did. */
	numberNote?: NumberNote;
	/** Changes told and not confirmed, the newest first; absent where there are none. */
	told?: readonly ToldView[];
};

/** Somebody who speaks for the customer: what is shown beside this is all that they may be told. */
export type ActingBy = Pick<Authority, 'kind' | 'name' | 'organisation' | 'scope' | 'untilOn'> & {
	authorityId: string;
	/** It does not cover every debt. */
	isPartial: boolean;
};

/** Before identity only what to do: no kind, no end. */
export type HoldView = { label: string; untilOn: Day | null };

export type DebtView = {
	debtId: string;
	stream: Stream;
	title: string;
	/** The account's reference, only after identity. */
	reference: string | null;
	stage: string;
	stageOn: Day;
	tone: Tone;
	sums: Sums;
	holds: readonly HoldView[];
	/** In words with its date and cost: `Summons from 24 November 2026, adds £87.50`. Null when nothing may follow. */
	next: string | null;
	/** What it stands on, after identity. */
	nextRules?: readonly string[];
	/** Day and amount are null where another liable person paid: it reads `Payment received`. */
	lastPayment: { on: Day; amount: Pence } | { on: null; amount: null } | null;
	/** What the source says more than our books, once ours that it has not yet are left out. Null where both agree. */
	discrepancy: Discrepancy | null;
	/** Who else is liable, where this person may know it. */
	jointWith: string | null;
};

export type DebtsView = {
	debts: readonly DebtView[];
	/** Everything owed, with what is not named before identity. */
	total: Sums;
	/** How much of the total is under a hold, so that it is never asked for. */
	paused: Pence;
	/** False where nothing may be asked for: their own moratorium, insolvency or bereavement, or every debt held. */
	mayAsk: boolean;
	count: number;
	/** Of all that may lawfully follow, what may follow first. */
	next: { debtId: string; title: string; says: string } | null;
	/** How fresh the figures of each named debt's stream are. */
	asOf: readonly AsOf[];
};

export type PeopleView =
	/** This officer's offer has ended: nothing about anyone stays on the screen. */
	| { kind: 'gone' }
	| { kind: 'nobody' }
	| { kind: 'no-number'; because: 'withheld' | 'unavailable' }
	/** Somebody matched and nothing may be shown of them: unconfirmed, shared, restricted, safe contact. */
	| {
			kind: 'matched';
			customerId: string | null;
			because:
				| 'unconfirmed'
				| 'restricted'
				| 'safe-contact'
				| 'shared'
				/** Whoever rings from it speaks for customers. */
				| 'speaker'
				| 'policy'
				/** Two wrong answers: nothing more is said of them in this contact. */
				| 'check-stopped'
				/** Whoever speaks for them may no more. */
				| 'authority-ended';
	  }
	| { kind: 'several'; candidates: readonly MaskedPerson[]; isHousehold: boolean }
	| { kind: 'likely'; person: MaskedPerson; debts: DebtsView }
	| {
			kind: 'known';
			person: KnownPerson;
			/** Null where the customer speaks themselves. */
			actingBy: ActingBy | null;
			debts: DebtsView;
			/** The same debts whole, for the rules that the screen runs itself. */
			records: readonly DebtRecord[];
			/** The rules that the council has confirmed for itself, by their ids. */
			confirmed: readonly string[];
			/** Council policy in force, for the plan that the screen makes itself. */
			policy: ContactPolicy;
			/** Spending above these is asked about. */
			guidelines: Guidelines;
			/** What they may be entitled to and not have. */
			spotted: readonly Spotted[];
	  };

export type ContactView = {
	contactId: string;
	/** The contact's last sequence number. */
	version: number;
	/** The server's time when this was made; screens count from it. */
	at: Instant;
	contact: Contact;
	/** The number and name the network sent, while it lets us show them; null without a call. */
	caller: Caller | null;
	people: PeopleView;
	/** Half-typed text by field, so that a reload loses at most the last second of it. */
	drafts: Readonly<Record<string, string>>;
	/** Null until the officer has or had the customer: nothing on the screen asks for it before. */
	policy: HousePolicy | null;
	/** Colleagues on the line, asked or passed on to, by name; absent where there are none. */
	line?: LineView;
	/** The control verbs this call's switch can do for this officer. */
	verbs: readonly CallVerb[];
};
