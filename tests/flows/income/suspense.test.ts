/** Money that waits, worked through without a contact: the oldest first, its likeliest homes, placed, split, undone, given back. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { enter, opposite } from '#server/debts/enter.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { receiptInHand } from '#server/income/queries.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { shift } from '#server/income/shift.ts';
import { tellRefunds } from '#server/income/refunds/tell-refunds.ts';
import { createCaller } from '#server/router.ts';
import type { After, SuspenseSeen } from '#shared/income/waiting/suspense.ts';
import { pence } from '#shared/money/pence.ts';
import { aruddOf } from '../../builders/bacs.ts';
import { camtOf, type Credit } from '../../builders/camt.ts';
import { debtOf } from '../agreeing.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product }>(async ({ product }) => {
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

const as = (product: Product, name = 'priya') =>
	createCaller({ officer: product.people[name] ?? null, app: product.app, requestId: 'T' }).income;

async function send({ app }: Product, file: string): Promise<void> {
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(file));
	};
	const { db: database, clock } = app;
	const parts = { database, clock, officerId: null, dataDir: '.data', name: 'a.xml' };
	const answer = await receiveFile(chunks(), parts);
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
}

const pay = (product: Product, ...credits: readonly Credit[]) =>
	send(product, camtOf(credits.map((one) => ({ id: randomUUID(), ...one }))));

async function owed(owner: postgres.Sql, reference: string): Promise<number> {
	const [row] = await owner`select sum(balance_pence)::int as owed from debts
		where reference = ${reference}`;
	return row?.['owed'] as number;
}

async function waits(product: Product, reference: string) {
	let after: After | null = null;
	for (;;) {
		const { waiting, next }: SuspenseSeen = await as(product).suspense.list({ after });
		const found = waiting.find((one) => one.reference === reference);
		if (found) return found;
		if (!next) throw new Error(`Nothing waits for ${reference}.`);
		after = next;
	}
}

const key = () => randomUUID();
const ASKED = 'They paid us by mistake and want it back.';

describe('the list', () => {
	test('is the oldest first, a page at a time, and says how much waits', async ({ product }) => {
		const first = await as(product).suspense.list({ after: null });
		expect(first).toMatchObject({ count: 1, total: 131_00, next: null });
		expect(first.waiting[0]).toMatchObject({ on: '2026-11-02', days: 17, amount: 131_00 });
		await pay(
			product,
			...Array.from({ length: 20 }, (_, at) => ({
				amount: pence(1_00 + at),
				reference: `GIFT ${at}`,
				on: '2026-11-18'
			}))
		);
		const page = await as(product).suspense.list({ after: null });
		expect(page).toMatchObject({ count: 21 });
		expect(page.waiting).toHaveLength(15);
		const more = await as(product).suspense.list({ after: page.next });
		expect(more.waiting).toHaveLength(6);
		expect(more.next).toBeNull();
		const ids = [...page.waiting, ...more.waiting].map(({ receiptId }) => receiptId);
		expect(new Set(ids).size).toBe(21);
	});
});

describe('a sum that waits', () => {
	test('has its likeliest homes, is placed, and is undone by the same person', async ({
		product,
		owner
	}) => {
		await pay(product, { amount: pence(30_00), reference: '771044826', payer: 'K ASHWORTH' });
		const { receiptId } = await waits(product, '771044826');
		const homes = await as(product).suspense.homes({ receiptId });
		expect(homes?.[0]).toMatchObject({
			reference: '7710448261',
			names: ['Kelly Ashworth', 'Dean Ashworth'],
			reasons: ['reference-one-slip', 'payer-name']
		});
		const debtId = await debtOf(owner, '7710448261');
		const before = await owed(owner, '7710448261');
		const place = { receiptId, key: key(), parts: [{ debtId, amount: 30_00 }] };
		expect(await as(product).suspense.place(place)).toEqual({ ok: true });
		expect(await as(product).suspense.place(place)).toEqual({ ok: true });
		expect(await owed(owner, '7710448261')).toBe(before - 30_00);
		const other = { ...place, parts: [{ debtId, amount: 1 }] };
		expect(await as(product).suspense.place(other)).toEqual({ ok: false, because: 'key-used' });

		const undo = { receiptId, key: key(), placedBy: place.key };
		expect(await as(product).suspense.undo(undo)).toEqual({ ok: true });
		expect(await as(product).suspense.undo(undo)).toEqual({ ok: true });
		expect(await owed(owner, '7710448261')).toBe(before);
		expect(await as(product).suspense.undo({ ...undo, key: key() })).toEqual({
			ok: false,
			because: 'not-placed'
		});
		const acts = await owner`select act from audit where subject_id = ${receiptId} order by id`;
		expect(acts.map((row) => row['act'] as string)).toEqual(['income.placed', 'income.undone']);
	});

	test('goes to a reference that somebody types, split, and no more than there is', async ({
		product,
		owner
	}) => {
		await pay(product, { amount: pence(10_00), reference: 'COUNTER' });
		const { receiptId } = await waits(product, 'COUNTER');
		const [one] = await as(product).suspense.accounts({ reference: 'hbo 210877' });
		const [other] = await as(product).suspense.accounts({ reference: 'SI00903316' });
		expect(one).toMatchObject({ reference: 'HBO210877', names: ['Kelly Ashworth'] });
		expect(await as(product).suspense.accounts({ reference: 'NOTHING' })).toEqual([]);
		const part = (debtId: string | undefined, amount: number) => ({ debtId: debtId ?? '', amount });
		const place = (...parts: { debtId: string; amount: number }[]) =>
			as(product).suspense.place({ receiptId, key: key(), parts });
		expect(await place(part(one?.debtId, 10_01))).toEqual({
			ok: false,
			because: 'more-than-received'
		});
		expect(await place(part(randomUUID(), 1))).toEqual({ ok: false, because: 'no-such-account' });
		expect(await place(part(one?.debtId, 4_00), part(other?.debtId, 5_00))).toEqual({ ok: true });
		expect(await waits(product, 'COUNTER')).toMatchObject({ amount: 1_00, received: 10_00 });
		const [row] = await owner`select count(*)::int as n from placements
			where receipt_id = ${receiptId} and undone_by_set_id is null`;
		expect(row).toEqual({ n: 2 });
	});

	test('is not for an account of a restricted record, but for a leader', async ({
		product,
		owner
	}) => {
		const [record] = await owner`select d.id, d.reference from debts d
			join liabilities l on l.debt_id = d.id join customers c on c.id = l.customer_id
			where c.is_restricted and d.balance_pence > 100 limit 1`;
		const reference = record?.['reference'] as string;
		const debtId = record?.['id'] as string;
		expect(await as(product).suspense.accounts({ reference })).toEqual([]);
		expect(await as(product, 'ruth').suspense.accounts({ reference })).not.toEqual([]);
		await pay(product, { amount: pence(1_00), reference: `${reference} ${reference}9` });
		await pay(product, { amount: pence(1_00), reference: 'RESTRICTED' });
		const { receiptId } = await waits(product, 'RESTRICTED');
		const place = { receiptId, parts: [{ debtId, amount: 1_00 }] };
		expect(await as(product).suspense.place({ ...place, key: key() })).toEqual({
			ok: false,
			because: 'no-such-account'
		});
		expect(await as(product, 'ruth').suspense.place({ ...place, key: key() })).toEqual({
			ok: true
		});
		const look = { amount: 9_999_00, reference };
		expect(await as(product).byHand.look(look)).toMatchObject({ isKnown: false, parts: [] });
		expect(await as(product, 'ruth').byHand.look(look)).toMatchObject({ isKnown: true });
		const noted = await owner`select act, count(*)::int as n from audit
			where detail ->> 'way' = 'money' group by act order by act`;
		expect(noted.map((row): unknown[] => Object.values(row))).toEqual([
			['customers.restricted-opened', 3],
			['customers.restricted-refused', 3]
		]);
	});
});

describe('money given back', () => {
	test('is asked by one and approved by another, and goes to the paying system once', async ({
		product,
		owner
	}) => {
		await pay(product, {
			amount: pence(80_00),
			reference: 'WRONG COUNCIL',
			payer: '=HYPERLINK("http://example.com")'
		});
		const { receiptId } = await waits(product, 'WRONG COUNCIL');
		const of = { receiptId };
		const asking = { of, amount: 80_00, because: ASKED, key: key() };
		const refuse = async (changed: object) => {
			const answer = await as(product).refunds.ask({ ...asking, key: key(), ...changed });
			return answer.ok ? 'ok' : answer.because;
		};
		expect(await refuse({ amount: 80_01 })).toBe('more-than-there-is');
		expect(await refuse({ because: 'short' })).toBe('no-reason');
		const card = refuse({ because: 'to the card 4111 1111 1111 1111' });
		await expect(card).rejects.toThrow('card-number');
		const asked = await as(product).refunds.ask(asking);
		expect(asked).toMatchObject({ ok: true });
		expect(await as(product).refunds.ask(asking)).toEqual(asked);
		expect(await refuse({})).toBe('asked-already');
		expect(await waits(product, 'WRONG COUNCIL')).toMatchObject({ isRefundAsked: true });

		const refundId = asked.ok ? asked.refundId : '';
		const [open] = (await as(product, 'ruth').refunds.list()).open;
		expect(open).toMatchObject({ way: 'to-their-account', mayApprove: { ok: true }, isOwn: false });
		expect(await as(product, 'ruth').refunds.approve({ refundId })).toEqual({ ok: true });
		expect(await as(product, 'ruth').refunds.approve({ refundId })).toEqual({
			ok: false,
			because: 'gone'
		});
		const [receipt] = await owner`select state, refunded_pence::int as refunded from receipts
			where id = ${receiptId}`;
		expect(receipt).toEqual({ state: 'refunded', refunded: 80_00 });

		const told = () => inTransaction(product.app.db, (tx) => tellRefunds(tx, { at: AT }));
		await told();
		expect(await told()).toBe(0);
		const files = await owner`select content from outbox_files where source = 'payments'`;
		// A name that begins like a formula goes out inert.
		expect(files.map((row) => row['content'] as string).join('')).not.toMatch(/(^|,)"?=/m);
		expect(files.map((row) => row['content'] as string).join('')).toMatch(
			/RF\d{8},2026-11-19,80.00,to-their-account,2026-11-18,bank-transfer/
		);
	});

	test('is never approved by whoever asked, nor above what policy allows', async ({ product }) => {
		await pay(product, { amount: pence(1500_00), reference: 'TOO MUCH' });
		const { receiptId } = await waits(product, 'TOO MUCH');
		const ask = (amount: number) =>
			as(product, 'ruth').refunds.ask({ of: { receiptId }, amount, because: ASKED, key: key() });
		const large = await ask(1500_00);
		const refundId = large.ok ? large.refundId : '';
		expect(await as(product, 'ruth').refunds.approve({ refundId })).toEqual({
			ok: false,
			because: 'own-request'
		});
		await expect(as(product).refunds.approve({ refundId })).rejects.toThrow('Your role');
		expect(await as(product, 'daniel').refunds.refuse({ refundId })).toEqual({
			ok: false,
			because: 'above-limit'
		});
		expect(await as(product, 'ruth').refunds.refuse({ refundId })).toEqual({ ok: true });
		const small = await as(product).refunds.ask({
			of: { receiptId },
			amount: 1000_01,
			because: ASKED,
			key: key()
		});
		const other = small.ok ? small.refundId : '';
		expect(await as(product, 'ruth').refunds.approve({ refundId: other })).toEqual({
			ok: false,
			because: 'above-limit'
		});
		expect(await as(product, 'marcus').refunds.approve({ refundId: other })).toEqual({ ok: true });
		const { decided, told } = await as(product, 'ruth').refunds.list();
		expect([...told, ...decided].map(({ state }) => state)).toEqual(
			expect.arrayContaining(['approved', 'withdrawn'])
		);
	});

	test('of what was placed meanwhile is refused when it is approved', async ({
		product,
		owner
	}) => {
		await pay(product, { amount: pence(9_00), reference: 'FOUND A HOME' });
		const { receiptId } = await waits(product, 'FOUND A HOME');
		const asked = await as(product).refunds.ask({
			of: { receiptId },
			amount: 9_00,
			because: ASKED,
			key: key()
		});
		const debtId = await debtOf(owner, 'SI00903316');
		await as(product).suspense.place({ receiptId, key: key(), parts: [{ debtId, amount: 1_00 }] });
		const refundId = asked.ok ? asked.refundId : '';
		expect(await as(product, 'ruth').refunds.approve({ refundId })).toEqual({
			ok: false,
			because: 'less-there'
		});
		expect(await as(product, 'ruth').refunds.refuse({ refundId })).toEqual({ ok: true });
	});

	test('of an account in credit is of the receipts on it, and owed again if the bank takes them back', async ({
		product,
		owner
	}) => {
		const reference = 'SI00903316';
		const debtId = await debtOf(owner, reference);
		const balance = await owed(owner, reference);
		const paid = { amount: pence(balance), reference, on: '2026-11-17' };
		await pay(product, paid);
		// The invoice turns out to be ten pounds less: the account is in credit.
		await inTransaction(product.app.db, (tx) =>
			enter(tx, {
				kind: 'reduction',
				on: product.app.clock.today(),
				at: AT,
				lines: opposite({ debtId, fund: 'income', amount: pence(-10_00) })
			})
		);
		const { credits } = await as(product).refunds.list();
		expect(credits).toContainEqual(expect.objectContaining({ debtId, credit: 10_00 }));
		const asked = await as(product).refunds.ask({
			of: { debtId },
			amount: 10_00,
			because: ASKED,
			key: key()
		});
		const refundId = asked.ok ? asked.refundId : '';
		expect(await as(product, 'ruth').refunds.approve({ refundId })).toEqual({ ok: true });
		expect(await owed(owner, reference)).toBe(0);
		const { receipts } = await prove(product.app.db.sql);
		expect(receipts.refunded).toBeGreaterThanOrEqual(10_00);

		await send(product, aruddOf([{ ...paid, code: '1' }]));
		expect(await owed(owner, reference)).toBe(balance);
		const [receipt] = await owner`select state, returned_pence::int as returned,
			refunded_pence::int as refunded from receipts where amount_pence = ${balance}
			and received_on = '2026-11-17'`;
		expect(receipt).toEqual({ state: 'returned', returned: balance, refunded: 0 });
	});

	test('of an estate is not decided here', async ({ product, owner }) => {
		const debtId = await debtOf(owner, '7710109336');
		await owner`insert into holds (id, debt_id, customer_id, kind, from_on)
			select gen_random_uuid(), debt_id, customer_id, 'deceased', '2026-11-01' from liabilities
			where debt_id = ${debtId} limit 1`;
		const [row] = await owner`select balance_pence::int as balance from debts where id = ${debtId}`;
		const amount = pence(-((row?.['balance'] as number) + 5_00));
		await inTransaction(product.app.db, (tx) =>
			enter(tx, {
				kind: 'reduction',
				on: product.app.clock.today(),
				at: AT,
				lines: opposite({ debtId, fund: 'income', amount })
			})
		);
		expect(
			await as(product).refunds.ask({ of: { debtId }, amount: 5_00, because: ASKED, key: key() })
		).toEqual({ ok: false, because: 'held' });
	});
});

describe('a payment that was moved and then comes back', () => {
	test('comes off where it is, and is owed once', async ({ product, owner }) => {
		const reference = 'HBO210877';
		const before = await owed(owner, reference);
		await pay(product, { amount: pence(11_11), reference, on: '2026-11-17' });
		const [receipt] = await owner`select id from receipts where amount_pence = 1111`;
		const receiptId = receipt?.['id'] as string;
		// Somebody takes it off again and puts it on another account.
		const debtId = await debtOf(owner, reference);
		const otherId = await debtOf(owner, '7710448262');
		const other = await owed(owner, '7710448262');
		await inTransaction(product.app.db, async (tx) => {
			const held = await receiptInHand(tx, receiptId);
			if (!held) throw new Error('It is not there.');
			await shift(tx, {
				receipt: held,
				change: {
					debts: [
						{ debtId, amount: pence(-11_11) },
						{ debtId: otherId, amount: pence(11_11) }
					],
					suspense: pence(0),
					refunded: pence(0),
					returned: pence(0)
				},
				act: 'placed',
				kind: 'transfer',
				on: product.app.clock.today(),
				at: AT,
				officerId: null
			});
		});
		expect(await owed(owner, '7710448262')).toBe(other - 11_11);
		await send(
			product,
			aruddOf([{ reference, amount: pence(11_11), code: '0', on: '2026-11-17' }])
		);
		expect(await owed(owner, reference)).toBe(before);
		expect(await owed(owner, '7710448262')).toBe(other);
	});
});
