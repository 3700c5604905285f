/** How a customer is reached: numbers reported wrong stay so, what they asked for is in force, and changes are told. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import { matchRecords } from '#server/customers/match-records.ts';
import { takeRecords } from '#server/customers/take-records.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { NO_WISH } from '#shared/customers/wishes/wish.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { day } from '#shared/time/day.ts';
import { sql } from 'drizzle-orm';
import { asked, contactWith, logOf } from '../contact-written.ts';
import { debtWritten, personWritten } from './identity-people.ts';
import { AT, test, type Product } from '../product.ts';

const SHARED = '+447700900701';
const OWN = '+447700900702';
const TODAY = day('2026-11-19');

let pat = '';
let sam = '';

beforeEach<{ owner: postgres.Sql }>(async ({ owner }) => {
	if (pat !== '') return;
	const address: [string, string] = ['6 Ferry Rise', 'NM3 3AC'];
	const family = { familyName: 'Orwin', address, numbers: [SHARED] };
	pat = await personWritten(owner, { givenNames: 'Patience', ...family, numbers: [SHARED, OWN] });
	sam = await personWritten(owner, { givenNames: 'Samuel', ...family });
	await debtWritten(owner, { liable: [pat], reference: '7744110022', instalment: 5100 });
	await debtWritten(owner, { liable: [sam], reference: '7744110033', instalment: 6200 });
});

const event = (body: OfficerEvent, words?: Record<string, string>) => ({
	key: randomUUID(),
	body,
	...(words ? { words } : {})
});

type Flow = { product: Product; owner: postgres.Sql };

/** In Priya's hands, with the check passed. */
async function withPat(flow: Flow, who = 'priya'): Promise<string> {
	const contactId = await contactWith(flow, { who });
	const chosen: OfficerEvent = { type: 'customerChosen', customerId: pat, how: 'search' };
	const { contacts } = asked(flow.product, who);
	await contacts.search({ contactId, typed: 'patience orwin' });
	await contacts.act({ contactId, events: [{ key: randomUUID(), body: chosen }] });
	for (const [question, said] of [
		['full-name', 'Patience Orwin'],
		['address', '6 Ferry Rise NM3 3AC'],
		['reference', '7744110022']
	] as const)
		await contacts.identity.answer({ contactId, key: randomUUID(), question, said });
	return contactId;
}

async function numbersOf({ owner }: Flow, customerId: string): Promise<string[]> {
	const rows = await owner<{ e164: string }[]>`
		select distinct e164 from customer_phones where customer_id = ${customerId}
			and (to_on is null or to_on >= ${TODAY}) order by e164`;
	return rows.map(({ e164 }) => e164);
}

/** As an import leaves them: records that came in, and what they said before. */
async function comesIn(
	{ product, owner }: Flow,
	{ customerId, number, was }: { customerId: string; number: string; was: string | null }
): Promise<void> {
	const [known] = await owner<{ id: string }[]>`
		select record_id as id from links where customer_id = ${customerId} limit 1`;
	const recordId = known?.id ?? randomUUID();
	if (!known) {
		await owner`insert into records (id, source, key, kind, given_names, family_name, phone, e164,
				line1, postcode, first_on, last_on)
			select ${recordId}::uuid, 'housing', ${recordId}, kind, given_names, family_name, ${number}, ${number},
				'6 Ferry Rise', 'NM3 3AC', '2026-11-01', '2026-11-19' from customers where id = ${customerId}`;
	}
	await inTransaction(product.app.db, async (tx) => {
		await tx.execute(sql`
			create temporary table moved_now on commit drop as
			select ${recordId}::uuid as record_id, ${customerId}::uuid as customer_id, ${!known} as is_new, false as is_unlinked,
				'person' as kind, c.given_names, c.family_name, c.born_on, c.nino, c.died_on,
				c.given_names as was_given_names, c.family_name as was_family_name,
				c.born_on as was_born_on, c.nino as was_nino, c.died_on as was_died_on,
				${number}::text as phone, ${number}::text as e164, ${was}::text as was_e164,
				null::text as email, null::text as was_email, null::text as line1, null::text as line2,
				null::text as town, null::text as postcode, null::text as uprn,
				null::text as was_line1, null::text as was_postcode
			from customers c where c.id = ${customerId}::uuid`);
		await tx.execute(sql`insert into links (record_id, customer_id, score, reasons, linked_at)
			select record_id, customer_id, 1000, '[]', ${AT}::timestamptz from moved_now
			on conflict do nothing`);
		await takeRecords(tx, { moved: 'moved_now', source: 'housing', on: TODAY, at: AT });
	});
}

describe('a number that is not theirs', () => {
	test('is unlinked from one of two who had it, and no extract opens it again', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await withPat(flow);
		const { care } = asked(product).customers;
		expect(await care.see({ contactId })).toMatchObject({
			care: {
				numbers: [
					{ number: SHARED, isShared: true },
					{ number: OWN, isShared: false }
				]
			}
		});
		expect(await care.wrongNumber({ contactId, number: SHARED })).toEqual({ ok: true });
		expect(await numbersOf(flow, pat)).toEqual([OWN]);
		expect(await numbersOf(flow, sam)).toEqual([SHARED]);
		const incidents = await owner`select detail from audit
			where act = 'customers.possible-data-incident' and customer_id = ${pat}`;
		expect([...incidents]).toEqual([{ detail: { because: 'wrong-number' } }]);
		await comesIn(flow, { customerId: pat, number: SHARED, was: null });
		expect(await numbersOf(flow, pat)).toEqual([OWN]);
		await comesIn(flow, { customerId: pat, number: '+447700900703', was: SHARED });
		await comesIn(flow, { customerId: pat, number: SHARED, was: '+447700900703' });
		expect(await numbersOf(flow, pat)).not.toContain(SHARED);
		expect(await care.wrongNumber({ contactId, number: SHARED })).toEqual({
			ok: false,
			because: 'not-linked'
		});
	});

	test('comes back neither with a record that a match joins, nor rests a match on it', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const born = '1971-02-03';
		await owner`update customers set born_on = ${born} where id = ${pat}`;
		await owner`update records set born_on = ${born}
			where id in (select record_id from links where customer_id = ${pat})`;
		const twin = await personWritten(owner, {
			givenNames: 'Patience',
			familyName: 'Orwin',
			bornOn: born,
			address: ['6 Ferry Rise', 'NM3 3AC'],
			numbers: []
		});
		await comesIn(flow, { customerId: twin, number: SHARED, was: null });
		await owner`update records set born_on = ${born}, source = 'parking'
			where id in (select record_id from links where customer_id = ${twin})`;
		expect(await numbersOf(flow, twin)).toEqual([SHARED]);
		const { db, clock } = product.app;
		expect(await matchRecords({ database: db, clock })).toMatchObject({ joined: 1 });
		const [change] = await owner<{ reasons: { compared: string }[]; id: string }[]>`
			select id, reasons from link_changes order by number desc limit 1`;
		expect(change?.reasons.map(({ compared }) => compared)).not.toContain(
			'phone-surname-and-postcode'
		);
		expect(await numbersOf(flow, pat)).not.toContain(SHARED);
	});

	test('is unlinked as whoever answers says so, without identity and with no failure on the record', async ({
		product,
		owner
	}) => {
		const number = '+447700900188';
		const stefan = await personWritten(owner, { familyName: 'Nowak', numbers: [number] });
		const contactId = await contactWith({ product, owner }, { number });
		const { contacts } = asked(product);
		const taken = event({ type: 'requestTaken', request: 'wrong-number' }, { heard: 'Not me.' });
		const back = event({ type: 'requestWithdrawn', request: 'wrong-number' });
		const lastDays = async () => {
			const rows = await owner<
				{ on: string | null }[]
			>`select to_on::text as on from customer_phones
				where customer_id = ${stefan} order by from_on, to_on`;
			return rows.map(({ on }) => on);
		};
		// At once, and taken back at once.
		await contacts.act({ contactId, events: [taken] });
		expect(await lastDays()).toEqual(['2026-11-18']);
		await contacts.act({ contactId, events: [back] });
		expect(await lastDays()).toEqual(['2026-11-18', null]);
		await contacts.act({ contactId, events: [event(taken.body, { heard: 'Not me.' })] });
		await contacts.act({ contactId, events: [event({ type: 'wrappedUp' })] });
		expect(await lastDays()).toEqual(['2026-11-18', '2026-11-18']);
		const incidents = await owner`select contact_id, detail from audit
			where act = 'customers.possible-data-incident' and customer_id = ${stefan}`;
		expect(incidents[0]).toEqual({ contact_id: contactId, detail: { because: 'wrong-number' } });
		expect(await logOf(owner, contactId)).not.toMatch(/identity|Stefan|Nowak/);
		const next = await contactWith({ product, owner }, { number });
		const view = await contacts.view({ contactId: next });
		expect(view?.people).toEqual({ kind: 'nobody' });
	});

	test('is theirs after all when somebody says so', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await withPat(flow);
		const { care } = asked(product).customers;
		expect(await care.theirNumber({ contactId, number: SHARED })).toEqual({ ok: true });
		expect(await numbersOf(flow, pat)).toContain(SHARED);
		expect(await care.theirNumber({ contactId, number: SHARED })).toMatchObject({ ok: false });
	});
});

describe('what they asked for', () => {
	test('is in force with who wrote it down, and the earlier stays', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await withPat(flow);
		const { care } = asked(product).customers;
		const wish = { ...NO_WISH, channels: ['text' as const], notMentionedTo: 'whoever answers' };
		expect(
			await care.setWish({ contactId, wish: { ...wish, channels: [...wish.channels] } })
		).toEqual({
			ok: true
		});
		const safe = { ...NO_WISH, channels: [], isSafeContact: true, noMessages: true };
		await care.setWish({ contactId, wish: safe });
		expect(await care.see({ contactId })).toMatchObject({
			care: { wishes: [{ isSafeContact: true, noMessages: true, by: 'Priya Shah' }] }
		});
		const kept = await owner`select not_mentioned_to as "to", ended_by is not null as "isEnded"
			from contact_wishes where customer_id = ${pat} order by set_at, ended_at nulls last`;
		expect([...kept]).toEqual([
			{ to: 'whoever answers', isEnded: true },
			{ to: '', isEnded: false }
		]);
		const [marked] =
			await owner`select is_safe_contact as "isSafe" from customers where id = ${pat}`;
		expect(marked).toEqual({ isSafe: true });
		await care.setWish({ contactId, wish: { ...NO_WISH, channels: [] } });
		expect(await care.see({ contactId })).toMatchObject({ care: { wishes: [] } });
	});

	test('of a support need, only leaders change what only leaders see', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const needId = randomUUID();
		await owner`insert into support_needs ${owner({
			id: needId,
			customer_id: pat,
			need: 'Somebody with them',
			adjustment: 'Let a helper join.',
			consent: 'given',
			from_on: '2026-01-01',
			source: 'housing'
		})}`;
		const contactId = await withPat(flow);
		const { care } = asked(product).customers;
		const keep = { contactId, needId, reviewOn: day('2027-06-01') };
		expect(await care.keepNeed({ ...keep, reviewOn: TODAY, seenBy: 'officers' })).toMatchObject({
			because: 'in-the-past'
		});
		expect(await care.keepNeed({ ...keep, seenBy: 'leaders' })).toEqual({ ok: true });
		const seen = await care.see({ contactId });
		expect(seen).toMatchObject({
			care: {
				needs: [{ need: 'Take extra care', adjustment: 'Let a helper join.', isHidden: true }]
			}
		});
		expect(JSON.stringify(await asked(product).contacts.view({ contactId }))).not.toContain(
			'Somebody with them'
		);
		expect(await care.keepNeed({ ...keep, seenBy: 'officers' })).toMatchObject({
			because: 'no-such-need'
		});
		const leaders = await withPat(flow, 'ruth');
		const { care: forLeader } = asked(product, 'ruth').customers;
		expect(await forLeader.see({ contactId: leaders })).toMatchObject({
			care: { needs: [{ need: 'Somebody with them', reviewOn: '2027-06-01' }] }
		});
		expect(await forLeader.endNeed({ contactId: leaders, needId })).toEqual({ ok: true });
	});
});

describe('who may open a record', () => {
	test('is for leaders to say, and said at once', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await withPat(flow);
		const { care } = asked(product).customers;
		expect(await care.restrict({ contactId, isRestricted: true })).toMatchObject({
			because: 'for-leaders'
		});
		const leaders = await withPat(flow, 'ruth');
		const { care: forLeader } = asked(product, 'ruth').customers;
		expect(await forLeader.restrict({ contactId: leaders, isRestricted: true })).toEqual({
			ok: true
		});
		expect(await asked(product).contacts.view({ contactId })).toMatchObject({
			people: { because: 'restricted' }
		});
		await owner`update customers set is_restricted = false where id = ${pat}`;
	});
});

describe('whoever has the customer in hand', () => {
	test('is told when a record is taken out, and when that is undone', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await withPat(flow);
		const { customers } = asked(product, 'ruth');
		const [joined] = await customers.joined({ reference: '7744 110022' });
		const [record] = joined?.records.filter(({ source }) => source === 'parking') ?? [];
		if (!record) throw new Error('Nothing was joined to take apart.');
		const { recordId } = record;
		expect(await customers.split({ recordId, because: 'two-of-one-name' })).toEqual({ ok: true });
		expect(await asked(product).contacts.view({ contactId })).toMatchObject({
			contact: { person: { changed: { because: 'split' } } }
		});
		const { splits } = await customers.reviews();
		expect(splits).toMatchObject([
			{ record: { source: 'parking' }, reasons: [{}, { words: 'Two people of one name' }] }
		]);
		// Nor does the next match join them again.
		const { db, clock } = product.app;
		expect(await matchRecords({ database: db, clock })).toMatchObject({ joined: 0 });
		const changeId = splits[0]?.changeId ?? '';
		expect(await customers.undoSplit({ changeId })).toEqual({ ok: true });
		expect(await customers.undoSplit({ changeId })).toMatchObject({ ok: false });
		expect(await logOf(owner, contactId)).toContain('undone');
		expect((await customers.reviews()).splits).toEqual([]);
	});
});
