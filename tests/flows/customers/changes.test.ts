/**
 * A customer tells of a change: it stands beside what the source has until an extract shows it, its systems are told
 * once it can no longer be undone, and bank details are taken only after the questions once more.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { tellSources } from '#server/letters/tell-sources.ts';
import type { TypedKind } from '#shared/customers/changes/kinds.ts';
import type { TypedChange } from '#shared/customers/changes/read.ts';
import type { Question } from '#shared/customers/check/questions.ts';
import { day, instant } from '#shared/time/day.ts';
import { customerNamed, identified, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';
import { takenIn } from '../imports/taken-in.ts';

const NAME = 'Kelly Ashworth';
/** Past the ten minutes in which it can be undone. */
const LATER = instant('2026-11-19T10:10:00Z');

const MOVE = {
	line1: '3 Quay Street',
	town: 'Northmere',
	postcode: 'NM1 2AB',
	leaving: 'others-stay',
	stays: 'Dean Ashworth',
	coming: 'tenant'
};
/** The example of Vocalink's own specification. */
const BANK = { accountName: 'K Ashworth', sortCode: '08-99-99', accountNumber: '66374958' };

function typed(kind: TypedKind, fields: Record<string, string>): TypedChange {
	return { kind, fields, on: '16 November', evidence: 'none', seen: '', saidBy: '' };
}

const PHONE = typed('phone', { phone: '07700 900777' });

const tell = (product: Product, contactId: string, change: TypedChange, key = randomUUID()) =>
	asked(product).changes.tell({ contactId, key, typed: change });

async function told(scene: Scene, contactId: string, change: TypedChange): Promise<string> {
	const answer = await tell(scene.product, contactId, change);
	if (!answer.ok) throw new Error(JSON.stringify(answer));
	return answer.changeId;
}

async function shown({ product }: Scene, contactId: string) {
	const view = await asked(product).contacts.view({ contactId });
	if (view?.people.kind !== 'known') throw new Error('Nobody is known.');
	return view.people.person;
}

const answered = (
	{ product }: Scene,
	given: { contactId: string; about: TypedKind; question: Question; said: string }
) => asked(product).changes.answer({ ...given, key: randomUUID() });

const sendAll = ({ product }: Scene) => {
	const { db: database, env } = product.app;
	const parts = { database, folder: env.outboxDir, isDemo: false };
	return tellSources({ ...parts, clock: fixedClock(LATER) });
};

const linesSaying = ({ product }: Scene, text: string) =>
	readdirSync(product.app.env.outboxDir)
		.filter((name) => name.endsWith('.csv'))
		.flatMap((name) => readFileSync(join(product.app.env.outboxDir, name), 'utf8').split('\r\n'))
		.filter((line) => line.includes(text));

/** What Council Tax has of her otherwise never changes. */
const revenuesHave = (url: string, said: object) =>
	takenIn(url, {
		as: 'council-tax',
		lines: [
			[
				'person',
				{
					...{ kind: 'person', givenNames: 'Kelly', familyName: 'Ashworth' },
					...{ bornOn: day('1987-03-14'), phone: '07700 900142' },
					...{ line1: '14 Lantern Row', town: 'Northmere', postcode: 'NM4 7QT' },
					...said
				}
			]
		]
	});

async function keyAtRevenues({ owner }: Scene, customerId: string): Promise<string> {
	const [record] = await owner<{ key: string }[]>`
		select r.key from links l join records r on r.id = l.record_id
		where l.customer_id = ${customerId} and r.source = 'revenues'`;
	return record?.key ?? '';
}

async function standsAt({ owner }: Scene, changeId: string): Promise<Record<string, string>> {
	const rows = await owner<{ source: string; state: string }[]>`
		select source, state from instructions where change_id = ${changeId}`;
	return Object.fromEntries(rows.map(({ source, state }) => [source, state]));
}

async function newScene(product: Product, owner: postgres.Sql) {
	const scene = { product, owner };
	const contactId = await identified(scene, { name: NAME });
	return { scene, contactId, customerId: await customerNamed(owner, NAME) };
}

describe('a new number', () => {
	test('stands beside the source’s own, and a call from it is theirs', async ({
		product,
		owner
	}) => {
		const { scene, contactId, customerId } = await newScene(product, owner);
		const changeId = await told(scene, contactId, PHONE);
		const person = await shown(scene, contactId);
		expect(person.phone).toBe('+447700900142');
		expect(person.told).toMatchObject([
			{
				label: 'Telephone number',
				now: '07700 900777',
				before: '07700 900142',
				on: '2026-11-16',
				by: 'Priya Shah',
				isUndoable: true
			}
		]);
		expect(new Set(person.told?.[0]?.systems.map(({ state }) => state))).toEqual(
			new Set(['to-send'])
		);
		const found = await owner`select customer_id, source, confirmed_on from customer_phones
			where e164 = '+447700900777' and to_on is null`;
		expect(found).toEqual([{ customer_id: customerId, source: 'fairline', confirmed_on: null }]);
		const kept = await owner`select c.kind, x.before, x.after, x.said_by, c.officer_id
			from record_changes c join record_change_details x on x.change_id = c.id
			where c.id = ${changeId}`;
		expect(kept).toEqual([
			{
				kind: 'phone',
				before: { phone: '+447700900142' },
				after: { phone: '+447700900777' },
				said_by: '',
				officer_id: product.people['priya']?.id
			}
		]);
		expect(await asked(product).changes.undo({ changeId })).toMatchObject({ ok: true });
		expect((await shown(scene, contactId)).told).toBeUndefined();
		const left = await owner`select from customer_phones
			where e164 = '+447700900777' and (to_on is null or to_on >= '2026-11-19')`;
		expect(left).toEqual([]);
		await sendAll(scene);
		expect(linesSaying(scene, '07700 900777')).toEqual([]);
		expect(await asked(product).changes.undo({ changeId })).toEqual({
			ok: false,
			because: 'no-such-change'
		});
	});

	test('is told to each system once, and stands until its extract shows it', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const { scene, contactId, customerId } = await newScene(product, owner);
		const key = randomUUID();
		const first = await tell(product, contactId, PHONE, key);
		expect(await tell(product, contactId, PHONE, key)).toEqual(first);
		if (!first.ok) throw new Error('It was not told.');
		const { changeId } = first;
		await sendAll(scene);
		await sendAll(scene);
		const systems = await owner<{ key: string; source: string }[]>`
			select r.key, r.source from links l join records r on r.id = l.record_id
			where l.customer_id = ${customerId} order by r.source`;
		expect(systems.length).toBeGreaterThan(1);
		expect(
			linesSaying(scene, '07700 900777')
				.map((line) => line.split(',')[4])
				.toSorted()
		).toEqual(systems.map((one) => one.key).toSorted());
		expect(await asked(product).changes.undo({ changeId })).toEqual({ ok: false, because: 'sent' });
		const source = systems.find((one) => one.source === 'revenues');
		if (!source) throw new Error('Revenues does not know her.');
		await revenuesHave(databaseUrl, { key: source.key, phone: '07700 900777' });
		const person = await shown(scene, contactId);
		expect(person.told?.[0]?.systems).toContainEqual(
			expect.objectContaining({ name: 'Council Tax and rates', state: 'confirmed' })
		);
		expect(person.told?.[0]?.systems).toContainEqual(expect.objectContaining({ state: 'told' }));
		const [held] = await owner`select source from customer_phones
			where e164 = '+447700900777' and to_on is null`;
		expect(held).toEqual({ source: 'revenues' });
		expect(await asked(product).changes.seen({ changeId })).toMatchObject({ ok: true });
		expect((await shown(scene, contactId)).told).toBeUndefined();
	});
});

describe('who lives there now', () => {
	test('is confirmed by the extract that has as many adults, and not by another', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const { scene, contactId, customerId } = await newScene(product, owner);
		const key = await keyAtRevenues(scene, customerId);
		const fields = { adults: '1', what: 'moved-out', who: 'Dean' };
		const changeId = await told(scene, contactId, typed('household', fields));
		await revenuesHave(databaseUrl, { key, adults: 1 });
		// Nobody had been told of it yet.
		expect(await standsAt(scene, changeId)).toMatchObject({ revenues: 'to-send' });
		await sendAll(scene);
		await revenuesHave(databaseUrl, { key, adults: 2 });
		expect(await standsAt(scene, changeId)).toMatchObject({ revenues: 'told' });
		await revenuesHave(databaseUrl, { key });
		expect(await standsAt(scene, changeId)).toMatchObject({ revenues: 'told' });
		await revenuesHave(databaseUrl, { key, adults: 1, town: 'Northmere City' });
		expect(await standsAt(scene, changeId)).toMatchObject({ revenues: 'confirmed' });
		expect(await asked(product).changes.seen({ changeId })).toMatchObject({ ok: true });
	});
});

describe('what cannot be', () => {
	test.for([
		[typed('phone', { phone: '0770' }), 'phone'],
		[{ ...PHONE, on: '31 February' }, 'on'],
		[typed('email', { email: 'kelly' }), 'email']
	] as const)(
		'is said of its field and nothing is written: %#',
		async ([change, field], { product, owner }) => {
			const { contactId } = await newScene(product, owner);
			const counted = () => owner`select count(*) from record_changes`;
			const before = await counted();
			const answer = await tell(product, contactId, change);
			expect(answer).toMatchObject({ ok: false, because: 'unread' });
			expect('problems' in answer ? Object.keys(answer.problems) : []).toEqual([field]);
			expect(await counted()).toEqual(before);
		}
	);

	test('is a card number, or a change before identity', async ({ product, owner }) => {
		const { scene, contactId } = await newScene(product, owner);
		const card = { ...PHONE, saidBy: '4111 1111 1111 1111' };
		await expect(tell(product, contactId, card)).rejects.toThrow('card-number');
		await asked(product).contacts.act({
			contactId,
			events: [{ key: randomUUID(), body: { type: 'speakerChanged' } }]
		});
		expect(await tell(scene.product, contactId, PHONE)).toEqual({
			ok: false,
			because: 'not-identified'
		});
	});
});

describe('a move', () => {
	test('asks one answer more, and letters and questions keep to the address held', async ({
		product,
		owner
	}) => {
		const { scene, contactId } = await newScene(product, owner);
		const move = typed('address', MOVE);
		expect(await tell(product, contactId, move)).toEqual({ ok: false, because: 'check-again' });
		const about = { contactId, about: 'address', question: 'date-of-birth' } as const;
		expect(await answered(scene, { ...about, said: '14 March 1987' })).toMatchObject({
			ok: true,
			check: { standing: { is: 'passed' } }
		});
		await told(scene, contactId, move);
		const person = await shown(scene, contactId);
		expect(person.address).toBe('14 Lantern Row, Northmere NM4 7QT');
		expect(person.told?.[0]).toMatchObject({
			now: '3 Quay Street, Northmere NM1 2AB',
			beside: 'Others go on living there. There still: Dean Ashworth. They rent it.'
		});
		const check = await asked(product).contacts.identity.check({ contactId });
		expect(check).toMatchObject({ ok: true, check: { standing: { is: 'passed' } } });
	});
});

describe('bank details', () => {
	test('ask three answers once more, one of them a stronger one', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const { scene, contactId, customerId } = await newScene(product, owner);
		const bank = typed('bank', BANK);
		const about = { contactId, about: 'bank' } as const;
		for (const [question, said] of [
			['full-name', NAME],
			['date-of-birth', '14 March 1987'],
			['address', '14 Lantern Row NM4 7QT']
		] as const)
			expect(await answered(scene, { ...about, question, said })).toMatchObject({ ok: true });
		expect(await asked(product).changes.again(about)).toMatchObject({
			check: { standing: { is: 'open', matched: 3, says: /password they set or last payment/ } }
		});
		expect(await tell(product, contactId, bank)).toEqual({ ok: false, because: 'check-again' });
		const [paid] = await owner<{ pounds: string; on: string }[]>`
			select (-e.amount_pence / 100.0)::numeric(9, 2)::text as pounds, e.entered_on::text as on
			from entries e join liabilities l on l.debt_id = e.debt_id and l.customer_id = e.payer_id
			where e.kind = 'payment' and e.payer_id = ${await customerNamed(owner, NAME)}
				and (select count(*) from liabilities o where o.debt_id = e.debt_id) = 1
			order by e.entered_on desc limit 1`;
		const said = `${paid?.pounds ?? ''} ${paid?.on ?? ''}`;
		expect(await answered(scene, { ...about, question: 'last-payment', said })).toMatchObject({
			check: { standing: { is: 'passed' } }
		});
		const wrong = typed('bank', { ...BANK, accountNumber: '66374959' });
		expect(await tell(product, contactId, wrong)).toMatchObject({ because: 'unread' });
		const changeId = await told(scene, contactId, bank);
		const person = await shown(scene, contactId);
		expect(person.told?.find(({ kind }) => kind === 'bank')?.now).toBe(
			'K Ashworth, account ending 4958'
		);
		expect(JSON.stringify(person)).not.toContain('66374958');
		const log = await owner`select string_agg(body::text, ' ') as text from contact_events
			where contact_id = ${contactId}`;
		expect(JSON.stringify(log)).not.toContain('66374958');
		// An extract shows their end and no more; whatever else a file says there is not taken.
		await sendAll(scene);
		const key = await keyAtRevenues(scene, customerId);
		await revenuesHave(databaseUrl, { key, accountEnding: '4957' });
		expect(await standsAt(scene, changeId)).toMatchObject({ revenues: 'told' });
		await revenuesHave(databaseUrl, { key, accountEnding: '4958' });
		expect(await standsAt(scene, changeId)).toMatchObject({ revenues: 'confirmed' });
	});

	test('are stopped by two wrong answers, and so is everything else', async ({
		product,
		owner
	}) => {
		const { scene, contactId } = await newScene(product, owner);
		const about = { contactId, about: 'bank' } as const;
		await answered(scene, { ...about, question: 'date-of-birth', said: '1 January 1990' });
		const second = await answered(scene, { ...about, question: 'full-name', said: 'Ann Other' });
		expect(second).toMatchObject({ ok: true, check: { standing: { is: 'stopped' } } });
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.people).toMatchObject({ kind: 'matched', because: 'check-stopped' });
		await owner`delete from contact_events where contact_id = ${contactId} and seq > 4`;
	});
});
