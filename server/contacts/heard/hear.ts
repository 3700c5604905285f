/**
 * Where a switch is heard: its events become log lines, one call at a time and in order, and whoever must know is
 * told after the commit. Events of one call that arrive together are written together.
 */
import { randomUUID } from 'node:crypto';
import type { CallEvent, Caller } from '../../../shared/calls/events.ts';
import {
	eventAt,
	type ContactEvent,
	type ContactEventBody
} from '../../../shared/contacts/log/events.ts';
import {
	applyEvent,
	foldContact,
	officersOf,
	type Contact
} from '../../../shared/contacts/state/fold.ts';
import { isNews } from '../../../shared/contacts/log/news.ts';
import type { Instant } from '../../../shared/time/day.ts';
import { stopwatch, type Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import type { Log } from '../../log.ts';
import { heardOf, linkHeardOf, type Heard, type OfficerByExtension } from './heard.ts';
import { catchingUp } from './catching-up.ts';
import { isClosed, type LiveCall, type LiveCalls } from './live-calls.ts';
import { contactRecord } from '../queries.ts';
import { ring, type Rung } from './ring.ts';
import { withdrawClosed } from './withdraw-closed.ts';

export type HearingParts = {
	database: Pick<Database, 'hotSql' | 'sql'>;
	clock: Clock;
	log: Log;
	calls: LiveCalls;
	officerOf: OfficerByExtension;
	/** Called when it is committed. `affected` are the officers on whose screens it is or was. */
	tell(call: LiveCall, rung: Rung, affected: readonly string[]): void;
	/** Its caller forbids a number that we knew. */
	withdrawn(contactId: string, number: string): void;
	/** Somebody else listens to this switch: what was heard here was not written. */
	refused(source: string, term: number): void;
};

/** What a switch said, and the term of whoever heard it; 0 of a switch that nobody has ever taken. */
type Told = Heard & { term: number; at?: Instant };

export type Hearing = {
	/** True once what it comes to is written, or was known; false where somebody else listens to its switch. */
	hear(event: CallEvent, term?: number): Promise<boolean>;
	/** Nobody has listened to this switch for a while: its first lists say what ended meanwhile. */
	begin(source: string): void;
	/** What is known of a call before its switch is listened to, at a moment of its own. */
	note(told: Told): Promise<void>;
	/** What waits for more is written now: nothing more comes. */
	settle(): Promise<void>;
};

/**
 * What no officer's telephone or talk begins with. A switch says it a moment before what does, as a queue before its
 * ring: one statement for both is half of the wait for the pop.
 */
const PATIENT: ReadonlySet<ContactEventBody['type']> = new Set<ContactEventBody['type']>([
	'contactStarted',
	'queued',
	'menuChosen',
	'offerEnded',
	'released'
]);
const PATIENCE_MS = 20;

const UNKNOWN_CALLER: Caller = { number: null, presentation: 'unknown', name: null };

export function hearing(parts: HearingParts): Hearing {
	const gap = catchingUp(parts);
	const { queue, settle } = byCall((batch) => write(batch, parts));
	return {
		async hear(event, term = 0) {
			const heard =
				'contactId' in event
					? [heardOf(event, parts.officerOf)]
					: [...gap.endedBy(event), ...linkHeardOf(event, parts.calls.ofSource(event.source))];
			gap.heard(event);
			const written = await Promise.all(heard.map((each) => queue({ ...each, term })));
			return written.every((isWritten) => isWritten);
		},
		begin: (source) => gap.begin(source),
		async note(told) {
			await write([told], parts);
		},
		settle
	};
}

type Waiting = { told: Told; written: PromiseWithResolvers<boolean> };

/** One call at a time and in order, what was said of it meanwhile together. */
function byCall(writeAll: (batch: readonly Told[]) => Promise<boolean>): {
	queue(this: void, told: Told): Promise<boolean>;
	settle(this: void): Promise<void>;
} {
	const waiting = new Map<string, Waiting[]>();
	const patient = new Map<string, NodeJS.Timeout>();
	function queue(told: Told): Promise<boolean> {
		const key = `${told.source} ${told.sourceContactId}`;
		const written = Promise.withResolvers<boolean>();
		const others = waiting.get(key);
		if (others) others.push({ told, written });
		else waiting.set(key, [{ told, written }]);
		// Else it is being written, and goes on with this.
		if (!others || patient.has(key)) plan(key, told);
		return written.promise;
	}

	function plan(key: string, { bodies }: Told): void {
		if (bodies.every(({ type }) => PATIENT.has(type))) {
			const later = () => setTimeout(() => void drain(key), PATIENCE_MS);
			if (!patient.has(key)) patient.set(key, later());
			return;
		}
		clearTimeout(patient.get(key));
		patient.delete(key);
		// What came in the same read of the socket is written together.
		queueMicrotask(() => void drain(key));
	}

	async function drain(key: string): Promise<void> {
		patient.delete(key);
		for (let batch = waiting.get(key); batch?.length; batch = waiting.get(key)) {
			const all = batch;
			waiting.set(key, []);
			const writing = writeAll(all.map(({ told }) => told));
			await writing.then(
				(isWritten) => all.forEach(({ written }) => written.resolve(isWritten)),
				(cause: unknown) => all.forEach(({ written }) => written.reject(cause))
			);
		}
		waiting.delete(key);
	}

	return {
		queue,
		async settle() {
			for (const timer of patient.values()) clearTimeout(timer);
			await Promise.all([...patient.keys()].map(drain));
		}
	};
}

/** False where somebody else listens by now. */
async function write(batch: readonly Told[], parts: HearingParts): Promise<boolean> {
	const elapsed = stopwatch();
	const [first] = batch;
	if (!first) return true;
	const before = parts.calls.get(first.source, first.sourceContactId);
	const at = first.at ?? parts.clock.now();
	const { bodies, contact } = newsIn(batch, { before: before?.contact, at });
	if (!contact) return withdraw({ ...first, at }, { batch, parts });
	if (bodies.length === 0) return true;
	const { source, sourceContactId } = first;
	const contactId = before?.contactId ?? randomUUID();
	const caller = callerAfter(batch, before);
	// As it will be once these lines are written: whose screens it is on follows from that.
	const call: LiveCall = { contactId, source, sourceContactId, contact, caller };
	const affected = [...new Set([...officersOf(contact), ...officersBefore(before)])];
	const rung = await ring(parts.database.hotSql, {
		isFirst: before === undefined,
		newContactId: contactId,
		source,
		sourceContactId,
		presentation: caller.presentation,
		callerNumber: caller.number,
		callerName: caller.name,
		officerIds: officersOf(contact),
		isClosed: isClosed(contact),
		events: bodies,
		tiles: affected.map((officerId) => parts.calls.tileChange(officerId, call)),
		at,
		today: parts.clock.today(),
		term: first.term
	});
	if (!rung) {
		parts.refused(source, first.term);
		return false;
	}
	const now = await asWritten({ rung, bodies, contact, at }, parts);
	const written = { ...call, contactId: rung.contactId, contact: now.contact };
	parts.calls.put(written);
	parts.tell(written, now.rung, affected);
	if (before?.caller?.number && caller.number === null)
		parts.withdrawn(rung.contactId, before.caller.number);
	const ms = elapsed();
	for (const { type } of bodies) {
		parts.log.info({ event: 'call', name: type, contactId: rung.contactId, ms, outcome: 'ok' });
	}
	return true;
}

/** All that is news of a call which nobody has in hand any more. */
async function withdraw(
	call: { source: string; sourceContactId: string; term: number; at: Instant },
	{ batch, parts }: { batch: readonly Told[]; parts: HearingParts }
): Promise<boolean> {
	if (!batch.some(({ caller }) => caller?.presentation === 'withheld')) return true;
	const { isOurs, contactId, number } = await withdrawClosed(parts.database.sql, call);
	if (!isOurs) {
		parts.refused(call.source, call.term);
		return false;
	}
	if (contactId === null) return true;
	if (number !== null) parts.withdrawn(contactId, number);
	parts.log.info({ event: 'call', name: 'callerWithdrawn', contactId, outcome: 'ok' });
	return true;
}

/** As the log has it now. Of a call's first lines it is what they come to; of later ones, all of it folded. */
async function asWritten(
	given: {
		rung: Rung;
		bodies: readonly ContactEventBody[];
		contact: Contact;
		at: Instant;
	},
	parts: HearingParts
): Promise<{ rung: Rung; contact: Contact }> {
	const { rung, bodies, contact, at } = given;
	if (rung.version === bodies.length) return { rung, contact };
	const events = [...rung.earlier, ...eventsOf(bodies, rung.version - bodies.length, at)];
	if (events.length === rung.version) return { rung, contact: foldContact(events) };
	const now = await whole(rung, parts);
	return { rung: { ...rung, ...now }, contact: foldContact(now.events) };
}

/** Where our statement waited for somebody's line, or the log knew a call that we did not, it holds more than we read. */
async function whole({ contactId }: Rung, { database, clock }: HearingParts) {
	const record = await contactRecord(database.sql, { contactId, today: clock.today() });
	if (!record) throw new Error('A contact is gone that was written a moment ago.');
	const { version, events, drafts, count, people } = record;
	return { version, events, drafts, count, people };
}

/** What the log does not hold yet, each line judged after the ones before it, and the contact after the last. */
function newsIn(
	batch: readonly Heard[],
	{ before, at }: { before: Contact | undefined; at: Instant }
): { bodies: readonly ContactEventBody[]; contact: Contact | undefined } {
	const bodies: ContactEventBody[] = [];
	let contact = before;
	for (const body of batch.flatMap((heard) => heard.bodies)) {
		if (!isNews(contact, body)) continue;
		bodies.push(body);
		const [event] = eventsOf([body], contact?.version ?? 0, at);
		if (event) contact = contact ? applyEvent(contact, event) : foldContact([event]);
	}
	return { bodies, contact };
}

/** Once withheld, a number never comes back. */
function callerAfter(batch: readonly Heard[], before: LiveCall | undefined): Caller {
	if (before?.caller.presentation === 'withheld') return before.caller;
	return batch.findLast((heard) => heard.caller)?.caller ?? before?.caller ?? UNKNOWN_CALLER;
}

function officersBefore(before: LiveCall | undefined): readonly string[] {
	return before ? officersOf(before.contact) : [];
}

function eventsOf(
	bodies: readonly ContactEventBody[],
	version: number,
	at: Instant
): ContactEvent[] {
	return bodies.map((body, index) => eventAt({ seq: version + index + 1, at, by: null }, body));
}
