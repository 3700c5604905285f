/** A contact without a call, by the router and real Postgres: begun once and alone, the same in everything else. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect } from 'vitest';
import { NOTHING_GIVEN } from '../builders/givens.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { fixedClock } from '#server/clock.ts';
import { openContacts } from '#server/contacts/open.ts';
import { tileOf } from '#server/monitoring/queries.ts';
import { asked, contactWith } from './contact-written.ts';
import {
	debtOf,
	KELLYS_STATEMENT,
	offered,
	shownFor,
	singlePersonClaim,
	type Scene
} from './agreeing.ts';
import { AT, northmereProduct as test, type Product } from './product.ts';

async function received(product: Product, who = 'priya'): Promise<string> {
	const answer = await asked(product, who).contacts.receive({ key: randomUUID() });
	if (!answer.ok) throw new Error(`Nobody was received: ${answer.because}.`);
	return answer.contactId;
}

async function does(
	product: Product,
	contactId: string,
	...bodies: readonly OfficerEvent[]
): Promise<void> {
	const events = bodies.map((body) => ({ key: randomUUID(), body }));
	const answer = await asked(product).contacts.act({ contactId, events });
	if (!answer.ok) throw new Error(`It was not written: ${answer.because}.`);
}

/** By what she says, as one search finds her. */
async function chosen(product: Product, contactId: string, typed: string): Promise<string> {
	const answer = await asked(product).contacts.search({ contactId, typed });
	const [first] = answer.ok ? answer.result.found : [];
	if (!first) throw new Error('Nobody was found.');
	const { customerId } = first;
	await does(product, contactId, { type: 'customerChosen', customerId, how: 'search' });
	return customerId;
}

async function stateOf(product: Product, who = 'priya') {
	const tile = await tileOf(product.app.db.sql, product.people[who]?.id ?? '');
	const { presence, contactId, step } = tile?.state ?? {};
	return { presence, contactId, step };
}

afterEach<Scene>(async ({ product, owner }) => {
	for (const who of ['priya', 'daniel']) {
		for (const { contactId } of await asked(product, who).contacts.mine()) {
			const events = [{ key: randomUUID(), body: { type: 'wrappedUp' } as const }];
			await asked(product, who).contacts.act({ contactId, events });
		}
	}
	await owner`update contacts set closed_at = now(), officer_ids = '{}' where closed_at is null`;
});

describe('somebody at the desk', () => {
	test('is a contact of the officer’s own, with no call and nobody in it', async ({ product }) => {
		const contactId = await received(product);
		const [view] = await asked(product).contacts.mine();
		expect(view).toMatchObject({
			contactId,
			caller: null,
			people: { kind: 'nobody' },
			verbs: [],
			contact: { channel: 'desk', presentation: null, answeredAt: null, endedAt: null }
		});
		expect(await stateOf(product)).toEqual({ presence: 'desk', contactId, step: 'greeting' });
		const answer = await asked(product).telephony.command({ contactId, verb: 'hangUp' });
		expect(answer.ok).toBe(false);
	});

	test('is received once however often the key is pressed', async ({ product, owner }) => {
		const key = randomUUID();
		const { contacts } = asked(product);
		const both = await Promise.all([contacts.receive({ key }), contacts.receive({ key })]);
		expect(both).toEqual([
			{ ok: true, contactId: key },
			{ ok: true, contactId: key }
		]);
		const lines = await owner`select type, officer_id from contact_events
			where contact_id = ${key} order by seq`;
		const priya = product.people['priya']?.id;
		expect(lines.map((row): unknown[] => Object.values(row))).toEqual([
			['contactStarted', priya],
			['received', priya]
		]);
	});

	test('is received one at a time, and by another officer’s key never', async ({ product }) => {
		const { contacts } = asked(product);
		const [first, second] = await Promise.all([
			contacts.receive({ key: randomUUID() }),
			contacts.receive({ key: randomUUID() })
		]);
		expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
		const taken = first.ok ? first.contactId : second.ok ? second.contactId : '';
		expect(await asked(product, 'daniel').contacts.receive({ key: taken })).toEqual({
			ok: false,
			because: 'key-used'
		});
		await does(product, taken, { type: 'conversationEnded' });
		expect(await contacts.receive({ key: randomUUID() })).toEqual({
			ok: false,
			because: 'one-in-hand'
		});
		await does(product, taken, { type: 'wrappedUp' });
		expect(await contacts.receive({ key: taken })).toEqual({ ok: false, because: 'key-used' });
		expect((await contacts.receive({ key: randomUUID() })).ok).toBe(true);
	});

	test('is not begun while a caller is on the line', async ({ product, owner }) => {
		await contactWith({ product, owner }, { number: '+447700900142' });
		expect(await asked(product).contacts.receive({ key: randomUUID() })).toEqual({
			ok: false,
			because: 'one-in-hand'
		});
	});

	test('who leaves without showing who they are leaves nothing on the screen', async ({
		product
	}) => {
		const contactId = await received(product);
		await chosen(product, contactId, 'ashworth lantern');
		await does(product, contactId, { type: 'conversationEnded' });
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.people).toEqual({ kind: 'gone' });
		expect(view?.contact.endedAt).toBe(AT);
		expect(await stateOf(product)).toMatchObject({ presence: 'wrap-up', contactId });
		await does(product, contactId, { type: 'wrappedUp' });
		expect(await stateOf(product)).toMatchObject({ contactId: null, step: null });
		expect(await asked(product).contacts.mine()).toEqual([]);
	});

	test('is still there, on the same step, when the server has been killed', async ({ product }) => {
		const contactId = await received(product);
		await does(product, contactId, { type: 'stepEntered', step: 'identity' });
		const before = await stateOf(product);
		const again = await openContacts({
			database: product.app.db,
			clock: fixedClock(AT),
			log: product.app.log,
			officerOf: () => undefined,
			mayOpenRestricted: () => false,
			verbsOf: () => [],
			givens: () => NOTHING_GIVEN,
			announcer: {
				contact: () => undefined,
				tile: () => undefined,
				boards: () => undefined,
				stop: () => undefined
			}
		});
		const officerId = product.people['priya']?.id ?? '';
		const [view] = await again.mine(officerId);
		expect(view).toMatchObject({ contactId, contact: { step: 'identity' } });
		expect(before).toEqual({ presence: 'desk', contactId, step: 'identity' });
		// Finishing it there gives the tile back, although that process never began it.
		const ended = [{ key: randomUUID(), body: { type: 'conversationEnded' } as const }];
		await again.act({ contactId, officerId, events: ended });
		expect(await stateOf(product)).toMatchObject({ presence: 'wrap-up', contactId });
	});
});

describe('documents instead of answers', () => {
	test('one with a photograph shows who she is', async ({ product }) => {
		const contactId = await received(product);
		await chosen(product, contactId, 'ashworth lantern');
		const { identity } = asked(product).contacts;
		const before = await asked(product).contacts.view({ contactId });
		expect(before?.people).toMatchObject({ kind: 'matched', because: 'unconfirmed' });
		const document = 'driving-licence';
		const answer = await identity.document({ contactId, key: randomUUID(), document });
		expect(answer).toMatchObject({ check: { standing: { is: 'passed', by: 'documents' } } });
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.people).toMatchObject({ kind: 'known', person: { name: 'Kelly Ashworth' } });
	});

	test('of those without, two are needed', async ({ product }) => {
		const contactId = await received(product);
		await chosen(product, contactId, 'ashworth lantern');
		const { identity } = asked(product).contacts;
		const shows = (document: 'council-bill' | 'bank-statement') =>
			identity.document({ contactId, key: randomUUID(), document });
		expect(await shows('council-bill')).toMatchObject({ check: { standing: { is: 'open' } } });
		expect(await shows('bank-statement')).toMatchObject({ check: { standing: { is: 'passed' } } });
	});

	test('none is offered to a caller', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: '+447700900142' });
		const document = 'passport';
		const { identity } = asked(product).contacts;
		expect(await identity.document({ contactId, key: randomUUID(), document })).toEqual({
			ok: false,
			because: 'not-offered'
		});
	});
});

test('from the chair to the books: searched, shown, offered, read back, committed', async ({
	product,
	owner
}) => {
	const contactId = await received(product);
	const customerId = await chosen(product, contactId, 'ashworth lantern');
	const claimed = singlePersonClaim(await debtOf(owner, '7710448262'));
	const { identity } = asked(product).contacts;
	await identity.document({ contactId, key: randomUUID(), document: 'passport' });
	await does(product, contactId, ...KELLYS_STATEMENT, claimed, offered(116));
	const shown = await shownFor({ product, owner }, contactId);
	const key = randomUUID();
	const committed = await asked(product).outcomes.commit({ contactId, key, shown });
	expect(committed).toMatchObject({ ok: true });
	await does(product, contactId, { type: 'conversationEnded' }, { type: 'wrappedUp' });
	const [kept] = await owner`select channel, source, customer_id, closed_at is not null as closed
		from contacts where id = ${contactId}`;
	expect(kept).toEqual({ channel: 'desk', source: null, customer_id: customerId, closed: true });
	const plans = await owner`select state from arrangements where contact_id = ${contactId}`;
	expect(plans).toMatchObject([{ state: 'active' }]);
});
