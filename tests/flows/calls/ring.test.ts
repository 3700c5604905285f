/** A call rings: switch events in, the log, the tile and the officer's view out, against real Postgres. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { NOTHING_GIVEN } from '../../builders/givens.ts';
import type { CallEvent } from '#shared/calls/events.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import { instant } from '#shared/time/day.ts';
import { fixedClock } from '#server/clock.ts';
import { openContacts, type Contacts } from '#server/contacts/open.ts';
import type { Database } from '#server/db/client.ts';
import { openLog } from '#server/log.ts';
import { test } from '../flow.ts';
import { customerWritten, officersWritten } from '../people.ts';

const NUMBER = '+447700900142';
const AT = instant('2026-11-19T10:00:00Z');
const OFFICERS: Record<string, string> = { '1001': 'priya', '1002': 'tom' };

const logged: string[] = [];
const told: { officerId: string; view: ContactView }[] = [];
const tiles: Tile[] = [];
let customerId: string;

function contactsOn(database: Database): Promise<Contacts> {
	return openContacts({
		database,
		clock: fixedClock(AT),
		log: openLog((line) => void logged.push(line)),
		officerOf: (extension) => OFFICERS[extension],
		mayOpenRestricted: () => false,
		verbsOf: () => ['hangUp'],
		givens: () => NOTHING_GIVEN,
		announcer: {
			contact: (officerId, view) => void told.push({ officerId, view }),
			tile: (tile) => void tiles.push(tile),
			boards: () => undefined,
			stop: () => undefined
		}
	});
}

type About = CallEvent extends infer Event
	? Event extends { contactId: string }
		? Omit<Event, 'source' | 'sequence' | 'receivedAt' | 'contactId' | 'direction'>
		: never
	: never;

/** Hears events of one call, in order, and waits until they are told. */
async function heard(contacts: Contacts, call: string, ...events: About[]): Promise<void> {
	const before = told.length;
	hear(contacts, call, events);
	await expect.poll(() => told.length).toBeGreaterThan(before);
}

function hear(contacts: Contacts, call: string, events: readonly About[]): void {
	for (const event of events) {
		void contacts.hear({
			...event,
			source: 'asterisk',
			sequence: 1,
			receivedAt: AT,
			contactId: call,
			direction: 'inbound'
		});
	}
}

/** The types of a call's lines by the transaction that wrote them. */
function writtenTogether(owner: postgres.Sql, call: string): Promise<{ types: string }[]> {
	return owner<{ types: string }[]>`
		select string_agg(e.type, ' ' order by e.seq) as types
		from contact_events e join contacts c on c.id = e.contact_id
		where c.source_contact_id = ${call} group by e.xmin::text order by min(e.seq)`;
}

const started: About = {
	type: 'contact.started',
	caller: { number: NUMBER, presentation: 'allowed', name: null },
	dialled: '01632960100'
};
const queued: About = { type: 'contact.queued', queue: 'council-tax', position: 1 };
const offeredTo = (agent: string): About => ({
	type: 'agent.offered',
	agent,
	legId: agent,
	queue: 'council-tax'
});
const connected: About = { type: 'agent.connected', agent: '1001', legId: '1001' };
const ended: About = { type: 'contact.ended', by: 'caller', abandoned: false };

function lastTo(officerId: string): ContactView | undefined {
	return told.findLast((each) => each.officerId === officerId)?.view;
}

describe('a call that rings', () => {
	afterEach(() => {
		told.length = 0;
		tiles.length = 0;
		logged.length = 0;
	});

	test('pops the masked customer and the debt for the officer it is offered to', async ({
		database,
		owner
	}) => {
		await officersWritten(owner);
		customerId = await customerWritten(owner, { familyName: 'Ashworth', number: NUMBER });
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-1', started, queued, offeredTo('1001'));

		expect(told.map((each) => each.officerId)).toEqual(['priya']);
		expect(lastTo('priya')?.people).toMatchObject({
			kind: 'likely',
			person: { customerId, name: 'K•••• A••••' },
			debts: { total: { overdue: 10000, balance: 10000 } }
		});
		expect(tiles.map((tile) => [tile.officerId, tile.state.presence])).toEqual([
			['priya', 'ringing']
		]);
		expect(logged.join('')).not.toContain('07700');
		expect(logged.join('')).not.toContain(NUMBER);
	});

	test('is written in one piece with the queue that was joined a moment before', async ({
		database,
		owner
	}) => {
		const contacts = await contactsOn(database);
		hear(contacts, 'call-at-once', [started, queued]);
		await setImmediate();
		await heard(contacts, 'call-at-once', offeredTo('1002'));
		const rows = await writtenTogether(owner, 'call-at-once');
		expect(rows.map(({ types }) => types)).toEqual(['contactStarted queued offered']);
		await heard(contacts, 'call-at-once', ended);
	});

	test('is not needed for what was heard of a call to be written when we stop', async ({
		database,
		owner
	}) => {
		const contacts = await contactsOn(database);
		hear(contacts, 'call-unrung', [started, queued, ended]);
		await contacts.settle();
		const rows = await writtenTogether(owner, 'call-unrung');
		expect(rows.map(({ types }) => types)).toEqual(['contactStarted queued callEnded']);
	});

	test('goes on after the server was started again', async ({ database }) => {
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-1', connected);
		const [view] = await contacts.mine('priya');
		expect(view?.contact.officerId).toBe('priya');
		expect(view?.version).toBe(4);

		const again = await contactsOn(database);
		await heard(again, 'call-1', { type: 'leg.held', agent: '1001', legId: '1001' });
		expect(lastTo('priya')?.contact.heldBy).toEqual(['priya']);
		expect(await again.mine('priya')).toEqual([lastTo('priya')]);
	});

	test('appends what the officer does once, however often it is sent', async ({ database }) => {
		const contacts = await contactsOn(database);
		const [view] = await contacts.mine('priya');
		const contactId = view?.contactId ?? '';
		const sent = {
			contactId,
			officerId: 'priya',
			events: [
				{ key: randomUUID(), body: { type: 'stepEntered', step: 'identity' } },
				{ key: randomUUID(), body: { type: 'noteWritten' }, words: { note: 'Wants one payment.' } }
			] as const
		};
		const first = await contacts.act(sent);
		const second = await contacts.act(sent);
		expect(second).toEqual(first);
		expect(lastTo('priya')?.contact).toMatchObject({
			step: 'identity',
			notes: 'Wants one payment.'
		});
		const others = await contacts.act({
			...sent,
			officerId: 'tom',
			events: [{ ...sent.events[0], key: randomUUID() }]
		});
		expect(others).toEqual({ ok: false, because: 'not-yours' });
	});

	test('keeps half-typed text, and never a card number', async ({ database }) => {
		const contacts = await contactsOn(database);
		const [view] = await contacts.mine('priya');
		const typed = { contactId: view?.contactId ?? '', officerId: 'priya', field: 'note' };
		expect(await contacts.draft({ ...typed, value: 'She says' })).toEqual({ ok: true });
		expect(await contacts.draft({ ...typed, value: 'card 4929 1234 5678 9016' })).toEqual({
			ok: true
		});
		expect(await contacts.draft({ ...typed, value: 'card 4111 1111 1111 1111' })).toEqual({
			ok: false,
			because: 'card-number'
		});
		// Its first figures had been kept while it was typed: they are gone too.
		const [after] = await contacts.mine('priya');
		expect(after?.drafts['note']).toBeUndefined();
	});

	test('ends in wrap-up, and is gone from the screen when that is done', async ({ database }) => {
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-1', ended);
		expect(tiles.at(-1)?.state.presence).toBe('wrap-up');
		const contactId = lastTo('priya')?.contactId ?? '';
		const done = { key: randomUUID(), body: { type: 'wrappedUp' } } as const;
		await contacts.act({ contactId, officerId: 'priya', events: [done] });
		expect(tiles.at(-1)?.state).toMatchObject({ presence: 'available', contactId: null });
		expect(await contacts.mine('priya')).toEqual([]);
	});
});

describe('a number that is withheld', () => {
	test('is not stored, shown or matched, even when it was first let through', async ({
		database,
		owner
	}) => {
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-2', started, offeredTo('1001'));
		const withdrawn = { number: null, presentation: 'withheld', name: null } as const;
		await heard(contacts, 'call-2', { type: 'contact.callerChanged', caller: withdrawn });
		expect(lastTo('priya')?.people).toEqual({ kind: 'no-number', because: 'withheld' });
		const rows = await owner`select * from contacts where source_contact_id = 'call-2'`;
		const events =
			await owner`select e.* from contact_events e join contacts c on c.id = e.contact_id
			where c.source_contact_id = 'call-2'`;
		expect(JSON.stringify([rows, events])).not.toContain('7700900142');
	});

	test('is taken back when everybody is done with the call, and what it confirmed with it', async ({
		database,
		owner
	}) => {
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-late', started, offeredTo('1001'), connected, ended);
		const [row] = await owner<{ id: string }[]>`
			update contacts set customer_id = ${customerId} where source_contact_id = 'call-late' returning id`;
		await owner`update customer_phones set confirmed_on = '2026-11-19' where e164 = ${NUMBER}`;
		const done = { key: randomUUID(), body: { type: 'wrappedUp' } } as const;
		await contacts.act({ contactId: row?.id ?? '', officerId: 'priya', events: [done] });
		const left = () => owner`
			select k.caller_number as number, k.presentation, k.closed_at is not null as "isClosed",
				(select count(*)::int from contact_events e where e.contact_id = k.id
					and e.type = 'callerWithdrawn') as said,
				(select bool_or(p.confirmed_on is not null) from customer_phones p
					where p.e164 = ${NUMBER}) as "isConfirmed"
			from contacts k where k.source_contact_id = 'call-late'`;
		expect(await left()).toMatchObject([{ number: NUMBER, isClosed: true, isConfirmed: true }]);
		const forbids = (term: number) =>
			contacts.hear(
				{
					type: 'contact.callerChanged',
					caller: { number: null, presentation: 'withheld', name: null },
					source: 'asterisk',
					sequence: 9,
					receivedAt: AT,
					contactId: 'call-late',
					direction: 'inbound'
				},
				term
			);
		expect(await forbids(7)).toBe(false);
		expect(await left()).toMatchObject([{ number: NUMBER, said: 0 }]);
		expect(await forbids(0)).toBe(true);
		expect(await forbids(0)).toBe(true);
		const withdrawn = { number: null, presentation: 'withheld', isClosed: true, said: 1 };
		await expect.poll(left).toEqual([{ ...withdrawn, isConfirmed: false }]);
		expect(logged.join('')).not.toContain('7700900142');
		// As whoever rings next has it.
		await owner`update customer_phones set confirmed_on = '2026-11-19' where e164 = ${NUMBER}`;
	});
});

describe('a call answered elsewhere', () => {
	test('shows the officer who lost it nothing about anyone', async ({ database }) => {
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-3', started, offeredTo('1001'), offeredTo('1002'));
		await heard(contacts, 'call-3', connected, {
			type: 'agent.offerEnded',
			agent: '1002',
			legId: '1002',
			because: 'answeredElsewhere'
		});
		expect(lastTo('tom')?.people).toEqual({ kind: 'gone' });
		expect(lastTo('priya')?.people.kind).toBe('likely');
	});
});

/** The officer's next step, written and not yet committed. */
async function stepBeingWritten(owner: postgres.Sql, call: string): Promise<() => Promise<void>> {
	const connection = await owner.reserve();
	await connection`begin`;
	await connection`with moved as (update contacts set version = version + 1
			where source_contact_id = ${call} returning id, version)
		insert into contact_events (contact_id, seq, type, at, body)
		select id, version, 'stepEntered', ${AT}, '{"step":"reason"}' from moved`;
	return async () => {
		await connection`commit`;
		connection.release();
	};
}

describe('a hold heard while the officer’s step is being written', () => {
	test('loses nothing of either, and can be resumed', async ({ database, owner }) => {
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-4', started, offeredTo('1001'), connected);
		const commit = await stepBeingWritten(owner, 'call-4');
		const holding = heard(contacts, 'call-4', { type: 'leg.held', agent: '1001', legId: '1001' });
		const waiting = () => database.sql`select from pg_locks where not granted`;
		await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
		await commit();
		await holding;
		expect(lastTo('priya')?.contact).toMatchObject({ heldBy: ['priya'], step: 'reason' });

		await heard(contacts, 'call-4', { type: 'leg.retrieved', agent: '1001', legId: '1001' });
		expect(lastTo('priya')?.contact).toMatchObject({ heldBy: [], step: 'reason' });
	});
});

describe('a call beside somebody at the desk', () => {
	test('rings on the same screen, goes first once it is answered, and gives the desk back', async ({
		database
	}) => {
		const contacts = await contactsOn(database);
		for (const { contactId } of await contacts.mine('tom')) {
			const away = { key: randomUUID(), body: { type: 'dismissed' } } as const;
			await contacts.act({ contactId, officerId: 'tom', events: [away] });
		}
		const toTom: About = { type: 'agent.connected', agent: '1002', legId: '1002' };
		const atDesk = await contacts.receive({ key: randomUUID(), officerId: 'tom' });
		if (!atDesk.ok) throw new Error(atDesk.because);
		const desk = { presence: 'desk', contactId: atDesk.contactId, step: 'greeting' };
		const tile = () => tiles.findLast(({ officerId }) => officerId === 'tom')?.state;

		await heard(contacts, 'call-5', started, queued, offeredTo('1002'));
		expect(lastTo('tom')?.contact.offers).toEqual({ tom: AT });
		expect(tile()).toMatchObject(desk);
		await heard(contacts, 'call-5', toTom);
		expect(tile()).toMatchObject({ presence: 'on-call', contactId: lastTo('tom')?.contactId });
		await heard(contacts, 'call-5', ended);
		expect(tile()).toMatchObject(desk);
		expect(await contacts.mine('tom')).toHaveLength(2);
	});
});

describe('a call that the log knew and this process did not', () => {
	test('rings with everything the log holds of it', async ({ database }) => {
		const late = await contactsOn(database);
		const contacts = await contactsOn(database);
		await heard(contacts, 'call-known', started, queued, offeredTo('1001'));
		const contactId = lastTo('priya')?.contactId ?? '';
		await contacts.draft({ contactId, officerId: 'priya', field: 'notes', value: 'Half' });

		await heard(late, 'call-known', started, queued, offeredTo('1002'));
		const view = lastTo('tom');
		expect(view?.contactId).toBe(contactId);
		expect(view?.version).toBe(view?.contact.version);
		expect(Object.keys(view?.contact.offers ?? {}).toSorted()).toEqual(['priya', 'tom']);
		expect(view?.drafts).toEqual({ notes: 'Half' });
		expect(view?.people.kind).toBe('likely');
	});
});
