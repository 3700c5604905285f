/** Receipts on two people's plans for one order: in either order each takes what it may, and a return gives it back. */
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import { aruddOf } from '../../builders/bacs.ts';
import { camtOf } from '../../builders/camt.ts';
import { kellyOffers } from '../agreeing.ts';
import { agreed, deanOffers, FORMER, ORDER, paysOrder } from '../arrangements/joint-plans.ts';
import { northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product }>(async ({ product }) => {
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

const ON = '2026-12-01';

async function send(product: Product, file: string): Promise<void> {
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(file));
	};
	const answer = await receiveFile(chunks(), {
		database: product.app.db,
		clock: fixedClock(instantInLondon(day(ON), '12:00')),
		officerId: null,
		dataDir: '.data',
		name: 'statement.xml'
	});
	expect(answer).toMatchObject({ ok: true });
}

type Pays = { reference: string; pounds: number; id: string };

const paid = (...lines: Pays[]) =>
	camtOf(lines.map(({ pounds, ...line }) => ({ ...line, on: ON, amount: pence(pounds * 100) })));

const returned = ({ reference, pounds }: Pays) =>
	aruddOf([{ reference, amount: pence(pounds * 100), code: '0', on: ON }]);

async function owes(owner: postgres.Sql, reference: string): Promise<number> {
	const [row] = await owner`select balance_pence::int as owed from debts
		where reference = ${reference}`;
	return row?.['owed'] as number;
}

/** What a receipt put on the order. */
async function onOrder(owner: postgres.Sql, id: string): Promise<number> {
	const [row] = await owner`select coalesce(sum(p.amount_pence), 0)::int as part from receipts r
		join placements p on p.receipt_id = r.id join debts d on d.id = p.debt_id
		where d.reference = ${ORDER} and r.id = ${id}`;
	return row?.['part'] as number;
}

async function lastReceipt(owner: postgres.Sql, reference: string): Promise<string> {
	const [row] = await owner`select id from receipts where reference = ${reference}
		order by at desc, line_number desc limit 1`;
	return row?.['id'] as string;
}

describe('Kelly’s and Dean’s plans, and £150 of their order', () => {
	const plans = { kelly: '', dean: '' };

	test('each bring what they may, his first: hers is left, and the rest of his is on his own debt', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const kellys = await agreed(scene, await kellyOffers(scene, { pounds: 116 }));
		const deans = await agreed(scene, await deanOffers(scene));
		[plans.kelly, plans.dean] = [kellys.reference, deans.reference];
		// Somebody else pays all but £150 of it.
		await paysOrder(scene, { payer: 'Leon Varga', amount: 1034_37, on: '2026-11-25' });
		const former = await owes(owner, FORMER);

		const his = { reference: plans.dean, pounds: 100, id: 'D1' };
		const hers = { reference: plans.kelly, pounds: 116, id: 'K1' };
		await send(product, paid(his));
		const hisPart = await onOrder(owner, await lastReceipt(owner, plans.dean));
		expect(hisPart).toBe(150_00 - 116_00);
		expect(await owes(owner, FORMER)).toBe(former - 66_00);
		await send(product, paid(hers));
		const herPart = await onOrder(owner, await lastReceipt(owner, plans.kelly));
		expect(herPart).toBeGreaterThan(100_00);
		expect(await owes(owner, ORDER)).toBe(150_00 - hisPart - herPart);
	});

	test('and hers comes back: every part is owed again, and his stands', async ({
		product,
		owner
	}) => {
		const hers = await onOrder(owner, await lastReceipt(owner, plans.kelly));
		const before = await owes(owner, ORDER);
		await send(product, returned({ reference: plans.kelly, pounds: 116, id: '' }));
		expect(await owes(owner, ORDER)).toBe(before + hers);
		await send(product, returned({ reference: plans.dean, pounds: 100, id: '' }));
		expect(await owes(owner, ORDER)).toBe(150_00);
	});

	test('hers first, of the same file: together never more than is owed', async ({
		product,
		owner
	}) => {
		const former = await owes(owner, FORMER);
		await send(
			product,
			paid(
				{ reference: plans.kelly, pounds: 116, id: 'K2' },
				{ reference: plans.dean, pounds: 100, id: 'D2' }
			)
		);
		const [herPart, hisPart] = [
			await onOrder(owner, await lastReceipt(owner, plans.kelly)),
			await onOrder(owner, await lastReceipt(owner, plans.dean))
		];
		expect(herPart).toBeGreaterThan(100_00);
		expect(hisPart).toBe(150_00 - herPart);
		expect(await owes(owner, ORDER)).toBe(0);
		expect(await owes(owner, FORMER)).toBe(former - (100_00 - hisPart));
	});
});
