/** Money that waits, placed while its customer is there: on one debt or split, undone, once, and nobody else's. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { oursUnmatched } from '#server/imports/queries.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { camtOf, type Credit } from '../../builders/camt.ts';
import { debtOf, identified, type Scene } from '../agreeing.ts';
import { asked, contactWith } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product }>(async ({ product }) => {
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

async function paid({ product }: Scene, ...credits: readonly Credit[]): Promise<void> {
	const file = new TextEncoder().encode(
		camtOf(credits.map((one) => ({ id: randomUUID(), ...one })))
	);
	const { db: database, clock } = product.app;
	const chunks = async function* () {
		yield await Promise.resolve(file);
	};
	const answer = await receiveFile(chunks(), {
		database,
		clock,
		officerId: null,
		dataDir: '.data',
		name: 'statement.xml'
	});
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
}

async function theirs({ product }: Scene, contactId: string) {
	const answer = await asked(product).income.theirs({ contactId });
	if (!answer.ok) throw new Error(answer.because);
	return answer.waiting;
}

async function owed(owner: postgres.Sql, reference: string): Promise<number> {
	const [row] = await owner`select balance_pence::int as owed from debts
		where reference = ${reference}`;
	return row?.['owed'] as number;
}

const ORDER = '7710219551';
const THIS_YEAR = '7710219553';

describe('Grace’s payment of 2 November', () => {
	test('is found, placed on October’s instalment, and undone', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Grace Okafor' });
		const [found] = await theirs(scene, contactId);
		const [order, thisYear] = [await debtOf(owner, ORDER), await debtOf(owner, THIS_YEAR)];
		expect(found).toMatchObject({ amount: 131_00, on: '2026-11-02', quoted: ORDER });
		expect(found?.homes).toMatchObject([
			{ debtId: order, reasons: ['reference'] },
			{ debtId: thisYear, reasons: ['instalment', 'their-other-debt'] }
		]);

		const receiptId = found?.receiptId ?? '';
		const place = { contactId, receiptId, parts: [{ debtId: thisYear, amount: pence(131_00) }] };
		const key = randomUUID();
		expect(await asked(product).income.place({ ...place, key })).toEqual({ ok: true });
		expect(await owed(owner, THIS_YEAR)).toBe(524_00);
		expect(await theirs(scene, contactId)).toEqual([]);

		// Pressed twice it is done once; the key of another thing is refused.
		expect(await asked(product).income.place({ ...place, key })).toEqual({ ok: true });
		expect(await owed(owner, THIS_YEAR)).toBe(524_00);
		const other = { ...place, key, parts: [{ debtId: order, amount: pence(1) }] };
		expect(await asked(product).income.place(other)).toEqual({ ok: false, because: 'key-used' });

		const view = await asked(product).contacts.view({ contactId });
		expect(view?.contact.income.placed).toMatchObject([{ receiptId, amount: 131_00 }]);
		const debts = view?.people.kind === 'known' ? view.people.debts.debts : [];
		const shown = debts.find(({ debtId }) => debtId === thisYear);
		expect(shown?.sums).toMatchObject({ overdue: 0, balance: 524_00 });
		const [entry] = await owner`select entered_on::text, kind, method from entries
			where debt_id = ${thisYear} order by id desc limit 1`;
		expect(entry).toEqual({ entered_on: '2026-11-02', kind: 'payment', method: 'bank-transfer' });

		expect(await asked(product).income.undo({ contactId, receiptId, key: randomUUID() })).toEqual({
			ok: true
		});
		expect(await owed(owner, THIS_YEAR)).toBe(655_00);
		// Nothing of it is left to come in an extract, and nobody is told of a payment that was none.
		const { sql } = product.app.db;
		expect(await oursUnmatched(sql, { today: day('2027-01-31') })).toEqual([]);
		const seen = await asked(product).contacts.singleView({ contactId });
		const lines = (seen.ok && seen.whole.timeline) || [];
		expect(lines.filter(({ on }) => on === '2026-11-02')).toEqual([]);
		expect(lines.length).toBeGreaterThan(0);
		const after = await asked(product).contacts.view({ contactId });
		expect(after?.contact.income.placed).toEqual([]);
		expect(await theirs(scene, contactId)).toHaveLength(1);
		expect(await asked(product).income.undo({ contactId, receiptId, key: randomUUID() })).toEqual({
			ok: false,
			because: 'not-placed'
		});
		const acts = await owner`select act from audit where subject_id = ${receiptId} order by id`;
		expect(acts.map((row) => row['act'] as string)).toEqual(['income.placed', 'income.undone']);
	});

	test('is split over two debts, and the rest waits', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Grace Okafor' });
		const [found] = await theirs(scene, contactId);
		const receiptId = found?.receiptId ?? '';
		const parts = [
			{ debtId: await debtOf(owner, THIS_YEAR), amount: pence(100_00) },
			{ debtId: await debtOf(owner, ORDER), amount: pence(30_99) }
		];
		await asked(product).income.place({ contactId, receiptId, key: randomUUID(), parts });
		expect([await owed(owner, THIS_YEAR), await owed(owner, ORDER)]).toEqual([555_00, 573_21]);
		expect(await theirs(scene, contactId)).toMatchObject([{ receiptId, amount: 1 }]);
		await asked(product).income.undo({ contactId, receiptId, key: randomUUID() });
		expect([await owed(owner, THIS_YEAR), await owed(owner, ORDER)]).toEqual([655_00, 604_20]);
	});
});

describe('money that waits', () => {
	test('is not shown, placed or undone before identity', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { channel: 'desk', who: 'priya' });
		const refused = { ok: false, because: 'not-identified' };
		expect(await asked(product).income.theirs({ contactId })).toEqual(refused);
		const press = { contactId, receiptId: randomUUID(), key: randomUUID() };
		const parts = [{ debtId: randomUUID(), amount: pence(1) }];
		expect(await asked(product).income.place({ ...press, parts })).toEqual(refused);
		expect(await asked(product).income.undo(press)).toEqual(refused);
	});

	test('with a digit wrong, of the same payer, or of the name and an instalment is found', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const account = 'GB11AAAA00000000000001';
		await paid(
			scene,
			{ amount: pence(50_00), reference: 'CT 7710448268', on: '2026-11-12' },
			{ amount: pence(5_00), reference: 'SI00903316', account, on: '2026-11-11' },
			{ amount: pence(6_00), reference: 'KELLYS RENT', account, on: '2026-11-10' },
			{ amount: pence(118_00), payer: 'MS K ASHWORTH', on: '2026-11-09' },
			{ amount: pence(7_00), payer: 'MS K ASHWORTH', on: '2026-11-08' },
			{ amount: pence(118_00), payer: 'MR A NOBODY', on: '2026-11-07' }
		);
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const found = await theirs(scene, contactId);
		expect(found.map(({ amount, quoted, homes }) => [amount, quoted, homes[0]?.reasons])).toEqual([
			[50_00, 'CT 7710448268', ['reference-one-slip']],
			[6_00, null, ['payer-before']],
			[118_00, null, ['instalment', 'payer-name']]
		]);
	});

	test('of somebody else is not theirs to place', async ({ product, owner }) => {
		const scene = { product, owner };
		const grace = await identified(scene, { name: 'Grace Okafor' });
		const [found] = await theirs(scene, grace);
		const kelly = await identified(scene, { name: 'Kelly Ashworth' });
		const press = { receiptId: found?.receiptId ?? '', key: randomUUID() };
		const parts = [{ debtId: await debtOf(owner, 'SI00903316'), amount: pence(1_00) }];
		expect(await asked(product).income.place({ ...press, contactId: kelly, parts })).toEqual({
			ok: false,
			because: 'not-theirs'
		});
		expect(await asked(product).income.place({ ...press, contactId: grace, parts })).toEqual({
			ok: false,
			because: 'not-their-debt'
		});
	});

	test('is placed once, however many ask at the same moment', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Grace Okafor' });
		const [found] = await theirs(scene, contactId);
		const parts = [{ debtId: await debtOf(owner, THIS_YEAR), amount: pence(131_00) }];
		const press = { contactId, receiptId: found?.receiptId ?? '', parts };
		const answers = await Promise.all(
			[1, 2, 3].map(() => asked(product).income.place({ ...press, key: randomUUID() }))
		);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await owed(owner, THIS_YEAR)).toBe(524_00);
		await asked(product).income.undo({ ...press, key: randomUUID() });
	});
});

describe('a payment on a debt that two people owe', () => {
	test('is shown to neither by its means, and the other’s is only received', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await paid(scene, { amount: pence(22_22), reference: 'CT 7710448268', payer: 'D ASHWORTH' });
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const found = (await theirs(scene, contactId)).find(({ amount }) => amount === 22_22);
		expect(Object.keys(found ?? {}).sort()).toEqual([
			'amount',
			'homes',
			'on',
			'quoted',
			'receiptId'
		]);
		const debtId = await debtOf(owner, '7710448261');
		const press = { contactId, receiptId: found?.receiptId ?? '', key: randomUUID() };
		const parts = [{ debtId, amount: pence(22_22) }];
		expect(await asked(product).income.place({ ...press, parts })).toEqual({ ok: true });
		const entry = async () =>
			(
				await owner`select payer_id from entries where debt_id = ${debtId}
				and abs(amount_pence) = 2222 order by id desc limit 1`
			)[0];
		expect(await entry()).toEqual({ payer_id: null });
		const answer = await asked(product).debts.detail({ contactId, debtId });
		const shown = JSON.stringify(answer);
		expect(shown).not.toContain('bank-transfer');
		await asked(product).income.undo({ ...press, key: randomUUID() });
		expect(await entry()).toEqual({ payer_id: null });

		await paid(scene, { amount: pence(33_33), reference: 'CT 7710448268', payer: 'K ASHWORTH' });
		const own = (await theirs(scene, contactId)).find(({ amount }) => amount === 33_33);
		const place = { ...press, receiptId: own?.receiptId ?? '', key: randomUUID() };
		await asked(product).income.place({ ...place, parts: [{ debtId, amount: pence(33_33) }] });
		const [mine] = await owner`select c.given_names as name from entries e
			join customers c on c.id = e.payer_id where e.debt_id = ${debtId} and e.amount_pence = -3333`;
		expect(mine).toEqual({ name: 'Kelly' });
	});
});

describe('another screen', () => {
	test('that shows the debt hears that its figures changed', async ({ product, owner }) => {
		const scene = { product, owner };
		const watching = await identified(scene, { name: 'Kelly Ashworth', who: 'daniel' });
		await paid(scene, { amount: pence(10_00), reference: 'HBO210877' });
		const view = await asked(product, 'daniel').contacts.view({ contactId: watching });
		expect(view?.contact.outcomes.figuresChangedAt).not.toBeNull();
	});
});
