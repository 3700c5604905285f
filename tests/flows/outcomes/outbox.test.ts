/**
 * What the source systems are told, as files: one for each source, whole or not at all, numbered without a gap, and
 * nothing in two of them, whoever makes them at once and whatever dies between two steps.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type postgres from 'postgres';
import { describe, expect, onTestFinished } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { instruct } from '#server/letters/instruct.ts';
import { makeFiles } from '#server/letters/outbox/make-files.ts';
import { tellSources } from '#server/letters/tell-sources.ts';
import { instant } from '#shared/time/day.ts';
import { northmere as test } from '../flow.ts';

const AT = instant('2026-11-19T10:00:00Z');

function folderFor(): string {
	const folder = mkdtempSync(join(tmpdir(), 'fairline-outbox-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const telling = (database: Database, folder: string) =>
	tellSources({ database, clock: fixedClock(AT), folder, isDemo: false });

/** So many stops, on debts in the order of their references. */
async function stop(
	{ database, owner }: { database: Database; owner: postgres.Sql },
	{ from = 0, count }: { from?: number; count: number }
): Promise<readonly number[]> {
	const debts = await owner<{ id: string; customerId: string }[]>`
		select d.id, (select l.customer_id from liabilities l where l.debt_id = d.id limit 1) as "customerId"
		from debts d order by d.source, d.reference offset ${from} limit ${count}`;
	await inTransaction(database, async (tx) => {
		for (const { id, customerId } of debts) {
			const one = { debtId: id, kind: 'stop', because: 'hold' } as const;
			await instruct(tx, { instructions: [one], customerId, contactId: null, at: AT });
		}
	});
	const rows = await owner<{ id: number }[]>`
		select id::int from instructions order by id desc limit ${debts.length}`;
	return rows.map(({ id }) => id).toReversed();
}

function numbersIn(folder: string): number[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.csv'))
		.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\r\n').slice(1, -1))
		.map((line) => Number(line.split(',')[0]));
}

const byNumber = (a: number, b: number) => a - b;

describe('the outbox', () => {
	test('is a file for each source, with every instruction once', async ({ database, owner }) => {
		const folder = folderFor();
		const given = await stop({ database, owner }, { count: 60 });
		await telling(database, folder);
		expect(numbersIn(folder).toSorted(byNumber)).toEqual(given);
		const sources = await owner<{ source: string }[]>`select distinct source from instructions`;
		expect(readdirSync(folder).toSorted()).toEqual(
			sources.map(({ source }) => `${source}-000001.csv`).toSorted()
		);
		const told = await owner`select distinct state, told_at from instructions`;
		expect(told).toEqual([{ state: 'told', told_at: new Date(AT) }]);
		const [line] = readFileSync(join(folder, 'benefits-000001.csv'), 'utf8').split('\r\n').slice(1);
		expect(line).toMatch(/^\d+,2026-11-19 10:00,stop,hold,B\d{7},[^,]+,,,,,$/);
	});

	test('never says the same again, and has the next number', async ({ database, owner }) => {
		const folder = folderFor();
		await telling(database, folder);
		expect(readdirSync(folder)).toEqual([]);
		const given = await stop({ database, owner }, { from: 60, count: 3 });
		await telling(database, folder);
		expect(numbersIn(folder)).toEqual(given);
		expect(readdirSync(folder).every((name) => /-00000\d\.csv$/.test(name))).toBe(true);
	});

	test('is not repeated by two that make files at once', async ({ database, owner }) => {
		const folder = folderFor();
		const given = await stop({ database, owner }, { from: 70, count: 40 });
		await Promise.all([telling(database, folder), telling(database, folder)]);
		expect(numbersIn(folder).toSorted(byNumber)).toEqual(given);
		const gaps = await owner`select source from outbox_files group by source
			having max(number) <> count(*)`;
		expect(gaps).toEqual([]);
	});

	test('dying between the file’s making and its laying is gone on with', async ({
		database,
		owner
	}) => {
		const folder = folderFor();
		const given = await stop({ database, owner }, { from: 110, count: 4 });
		await inTransaction(database, (tx) => makeFiles(tx, { at: AT }));
		const waiting = await owner`select distinct state from instructions where id = any(${given})`;
		expect(waiting).toEqual([{ state: 'to-send' }]);
		await telling(database, folder);
		expect(numbersIn(folder).toSorted(byNumber)).toEqual(given);
	});

	test('that cannot be laid is said, tried again, and nothing goes before it', async ({
		database,
		owner
	}) => {
		const folder = folderFor();
		const blocked = join(folder, 'blocked');
		writeFileSync(blocked, 'a file where the folder should be');
		const first = await stop({ database, owner }, { from: 120, count: 1 });
		await expect(telling(database, blocked)).rejects.toThrow();
		await expect(telling(database, blocked)).rejects.toThrow();
		const [tried] = await owner`select state, tries from instructions where id = ${first[0] ?? 0}`;
		expect(tried).toEqual({ state: 'to-send', tries: 2 });
		rmSync(blocked);
		await telling(database, blocked);
		expect(numbersIn(blocked)).toEqual(first);
		expect(readdirSync(blocked).some((name) => name.endsWith('.part'))).toBe(false);
	});
});
