import { Readable } from 'node:stream';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { importExtract, type Imported } from '#server/imports/import.ts';
import { oursUnmatched, openDiscrepancies } from '#server/imports/queries.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instant, type Day } from '#shared/time/day.ts';
import {
	extractOf,
	KELLYS,
	KELLYS_DEBT,
	shippedMapping,
	TAX,
	type ExtractLine
} from '../../builders/extracts.ts';
import { test } from '../flow.ts';

const AT = instant('2026-11-19T10:00:00.000Z');
const clock = fixedClock(AT);

function take(url: string, lines: readonly ExtractLine[], on: Day): Promise<Imported> {
	const bytes = extractOf('council-tax', lines, { on });
	const file = { name: 'extract', length: bytes.length, bytes: Readable.from([bytes]) };
	return importExtract({ url, clock, mapping: shippedMapping('council-tax'), file });
}

async function debtOf(database: Database): Promise<{ id: string; balance: number }> {
	const [debt] = await database.sql<{ id: string; balance: number }[]>`
		select id, balance_pence as balance from debts where reference = ${TAX.reference}`;
	if (!debt) throw new Error('There is no debt.');
	return debt;
}

async function payHere(
	database: Database,
	paid: { on: Day; pence: number; method: string }
): Promise<void> {
	const { id } = await debtOf(database);
	await inTransaction(database, (tx) =>
		enter(tx, {
			lines: opposite({ debtId: id, fund: 'bank', amount: pence(-paid.pence) }),
			kind: 'payment',
			on: paid.on,
			at: AT,
			method: paid.method
		})
	);
}

const debt = (balance: number): ExtractLine => [
	'debt',
	{ ...KELLYS_DEBT, balance: pence(balance) }
];
const payment = (id: string, amount: number, on: string): ExtractLine => [
	'transaction',
	{ ...TAX, id, on: day(on), kind: 'payment', amount: pence(-amount), method: 'card' }
];

describe('a payment first recorded here', () => {
	test('counts once when the extract brings it, and is ours no more', async ({
		databaseUrl,
		database
	}) => {
		await take(databaseUrl, KELLYS, day('2026-11-10'));
		await payHere(database, { on: day('2026-11-11'), pence: 5_000, method: 'card' });
		expect((await debtOf(database)).balance).toBe(86_240);
		const imported = await take(
			databaseUrl,
			[debt(86_240), payment('T3', 5_000, '2026-11-13')],
			day('2026-11-14')
		);
		expect(imported).toMatchObject({ published: { entered: 1, retired: 1, discrepancies: 0 } });
		expect((await debtOf(database)).balance).toBe(86_240);
		const [bank] =
			await database.sql`select sum(amount_pence)::bigint as sum from entries where fund = 'bank'`;
		expect(bank).toEqual({ sum: 53_960 });
	});

	test('of which there were two is matched with two, the nearest days first', async ({
		databaseUrl,
		database
	}) => {
		await payHere(database, { on: day('2026-11-14'), pence: 1_000, method: 'card' });
		await payHere(database, { on: day('2026-11-15'), pence: 1_000, method: 'card' });
		const imported = await take(
			databaseUrl,
			[debt(84_240), payment('T4', 1_000, '2026-11-15'), payment('T5', 1_000, '2026-11-16')],
			day('2026-11-16')
		);
		expect(imported).toMatchObject({ published: { entered: 2, retired: 2, discrepancies: 0 } });
		expect((await debtOf(database)).balance).toBe(84_240);
	});

	test('of another method or too far a day is not taken for it', async ({
		databaseUrl,
		database
	}) => {
		await payHere(database, { on: day('2026-11-16'), pence: 2_000, method: 'cash' });
		await payHere(database, { on: day('2026-11-03'), pence: 3_000, method: 'card' });
		const imported = await take(
			databaseUrl,
			[debt(79_240), payment('T6', 2_000, '2026-11-16'), payment('T7', 3_000, '2026-11-16')],
			day('2026-11-17')
		);
		expect(imported).toMatchObject({ published: { entered: 2, retired: 0, discrepancies: 0 } });
		expect((await debtOf(database)).balance).toBe(74_240);
	});

	test('that no extract has brought after policy’s days is on the list', async ({ database }) => {
		const list = await oursUnmatched(database.sql, { today: day('2026-11-19') });
		expect(list).toEqual([
			expect.objectContaining({
				amount: -3_000,
				on: '2026-11-03',
				kind: 'payment',
				source: 'revenues'
			})
		]);
	});
});

describe('a balance that differs by a penny', () => {
	test('is named with both figures, and nothing is adjusted', async ({ databaseUrl, database }) => {
		const imported = await take(databaseUrl, [debt(79_241)], day('2026-11-18'));
		expect(imported).toMatchObject({ published: { discrepancies: 1 } });
		expect(await openDiscrepancies(database.sql)).toEqual([
			expect.objectContaining({ stated: 79_241, books: 74_240, waiting: -5_000, difference: 1 })
		]);
		expect((await debtOf(database)).balance).toBe(74_240);
	});

	test('is settled by a later extract that agrees', async ({ databaseUrl, database }) => {
		await take(databaseUrl, [debt(79_240)], day('2026-11-19'));
		expect(await openDiscrepancies(database.sql)).toEqual([]);
	});
});
