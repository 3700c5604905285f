/**
 * The contacts room, put together: what hears the switches, what answers the screens, and what tells them. The state
 * it keeps is only a copy of what is up now.
 */
import type { CallEvent } from '../../shared/calls/events.ts';
import type { ContactView } from '../../shared/contacts/shown/view.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import type { Log } from '../log.ts';
import { act, type ActAnswer, type Acted } from './acts/act.ts';
import { answerHelp, type ComingAsked, type HelpAnswered } from './acts/answer-help.ts';
import { draft, type Drafted, type Typed } from './acts/draft.ts';
import { hearing, type Hearing } from './heard/hear.ts';
import type { OfficerByExtension } from './heard/heard.ts';
import {
	checkOf,
	identify,
	type CheckAsked,
	type Checked,
	type IdentifyAsked
} from './acts/identify.ts';
import { keptContacts, type Kept } from './heard/kept.ts';
import type { LiveCall } from './heard/live-calls.ts';
import { forgetCaller } from './heard/forget-caller.ts';
import { notePops } from './heard/note-pops.ts';
import { callOf } from './queries.ts';
import { receive, type Received } from './acts/receive.ts';
import { NEWS, POP, WARMING } from './heard/ring.ts';
import { takeOver, type TakenOver } from './heard/take-over.ts';
import { search, type Searched, type SearchAsked } from './acts/search.ts';
import { showChanged, showHeard, viewOf, viewsOf, type ShowingParts } from './show.ts';

export type ContactsParts = ShowingParts & {
	database: Database;
	log: Log;
	officerOf: OfficerByExtension;
	/** Somebody else has taken the switch. */
	refused?: (source: string, term: number) => void;
	/** A call as it is now, that this process hears of. */
	changed?: (call: LiveCall) => void;
	/** For the other processes: this one has written something of a contact. */
	written?: (contactId: string) => void;
};

/** As a procedure asks it: the room has the clock. */
type Untimed<Asked> = Omit<Asked, 'at' | 'today'>;

export type Contacts = {
	/**
	 * With the term of whoever listens to its switch; 0 of a switch that nobody has ever taken. True once it is written,
	 * or where it says nothing new; false where somebody else listens.
	 */
	hear(event: CallEvent, term?: number): Promise<boolean>;
	/** Before a switch is listened to: what stands on record of it, and that nobody listened meanwhile. */
	takeOver(taken: TakenOver): Promise<void>;
	mine(officerId: string): Promise<ContactView[]>;
	view(contactId: string, officerId: string): Promise<ContactView | undefined>;
	/** Begins a contact without a call: the officer has somebody at the desk. */
	receive(asked: { key: string; officerId: string }): Promise<Received>;
	/** Appends what the officer did and tells every screen the contact is on. */
	act(acted: Acted): Promise<ActAnswer>;
	draft(typed: Typed): Promise<Drafted>;
	/** A leader comes to the officer who asks for help in it. */
	answerHelp(asked: Untimed<ComingAsked>): Promise<HelpAnswered>;
	/** After another room changed the contact: tells every screen it is on. */
	show(contactId: string): Promise<void>;
	/** Where the identity check stands. */
	check(asked: Untimed<CheckAsked>): Promise<Checked>;
	/** One answer, document or speaker's name; passing shows the whole view on the same socket. */
	identify(asked: Untimed<IdentifyAsked>): Promise<Checked>;
	search(asked: Untimed<SearchAsked>): Promise<Searched>;
	/** The call of a contact as its switch knows it, for the control verbs. */
	callOf(contactId: string): Promise<{ source: string; sourceContactId: string } | null>;
	/** Another process changed the contact: what is kept of it here is read anew. Without one, everything. */
	moved(contactId?: string): Promise<void>;
	/** Once no switch is heard any more: what was heard last is written. */
	settle(): Promise<void>;
};

/** Loads what was up when the server stopped, and plans the pop's statement before the first call needs it. */
export async function openContacts(parts: ContactsParts): Promise<Contacts> {
	const { database, clock } = parts;
	const kept = keptContacts(parts);
	for (const statement of [POP, NEWS]) await database.warm(statement, WARMING);
	const now = () => ({ at: clock.now(), today: clock.today() });

	/** What was written is told to every screen it belongs on; a refusal changed nothing. */
	async function thenShown<Answer extends { ok: boolean }>(
		contactId: string,
		doing: Promise<Answer>
	): Promise<Answer> {
		const answer = await doing;
		if (answer.ok) await show(contactId);
		return answer;
	}

	async function show(contactId: string): Promise<void> {
		const changed = await kept.again(contactId);
		if (!changed) return;
		parts.written?.(contactId);
		showChanged(changed, parts);
	}

	/** In one transaction. */
	const changing = <Answer extends { ok: boolean }>(
		contactId: string,
		work: (tx: Transaction) => Promise<Answer>
	) => thenShown(contactId, inTransaction(database, work));

	await kept.all();
	const heard = hearingFor(parts, kept);
	return {
		hear: (event, term) => heard.hear(event, term),
		settle: () => heard.settle(),
		takeOver: (taken) => takeOver(taken, { kept, hearing: heard, now: clock.now }),
		mine: (officerId) => viewsOf(officerId, parts),
		view: (contactId, officerId) => viewOf(contactId, officerId, parts),
		receive: (asked) =>
			changing(asked.key, (tx) => receive(tx, { ...asked, at: clock.now() }, parts)),
		act: (acted) => thenShown(acted.contactId, act(acted, parts)),
		draft: (typed) => inTransaction(database, (tx) => draft(tx, { ...typed, at: clock.now() })),
		answerHelp: (asked) =>
			changing(asked.contactId, (tx) => answerHelp(tx, { ...asked, ...now() })),
		show,
		check: (asked) => inTransaction(database, (tx) => checkOf(tx, { ...asked, ...now() })),
		identify: (asked) => changing(asked.contactId, (tx) => identify(tx, { ...asked, ...now() })),
		search: (asked) =>
			changing(asked.contactId, (tx) => search(tx, { ...asked, ...now() }, database)),
		callOf: (contactId) => callOf(database.sql, contactId),
		async moved(contactId) {
			await (contactId === undefined ? kept.all() : kept.again(contactId));
		}
	};
}

function hearingFor(parts: ContactsParts, { calls }: Kept): Hearing {
	return hearing({
		...parts,
		calls,
		withdrawn: (contactId, number) => forgetCaller({ contactId, number }, parts),
		refused: (source, term) => parts.refused?.(source, term),
		tell(call, rung, affected) {
			showHeard(call, { rung, affected }, parts);
			parts.written?.(call.contactId);
			notePops({ contactId: call.contactId, rung, affected }, parts);
		}
	});
}
