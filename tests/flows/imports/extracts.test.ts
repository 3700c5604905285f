/** The files that a city comes from: read back into an empty council they are the same city, and its next day. */
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { describe, expect, inject } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { seedDemo } from '#server/db/seed/seed-demo.ts';
import { importExtract, type Imported } from '#server/imports/import.ts';
import { readCamt } from '#server/income/files/camt.ts';
import { plus } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';
import { shippedMapping } from '../../builders/extracts.ts';
import { copyOf, EMPTY } from '../copies.ts';
import { test as plain } from '../flow.ts';

const TODAY = day('2026-11-19');
const NEXT = day('2026-11-20');
const SIZE = { today: TODAY, say: () => undefined, households: 120, seed: 7 };

const test = plain.extend('folder', { scope: 'file' }, ({}, { onCleanup }) => {
	const folder = mkdtempSync(join(tmpdir(), 'fairline-extracts-'));
	onCleanup(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
});

async function take(url: string, folder: string): Promise<Imported[]> {
	const taken: Imported[] = [];
	for (const name of readdirSync(folder).filter((file) => file !== 'bank.xml')) {
		taken.push(
			await importExtract({
				url,
				clock: fixedClock(instant('2026-11-20T10:00:00.000Z')),
				mapping: shippedMapping(name.replace(/\..*$/, '')),
				file: { name, length: null, bytes: createReadStream(join(folder, name)) }
			})
		);
	}
	return taken;
}

const BALANCES = `select md5(string_agg(concat_ws(' ', d.stream, d.reference, d.title, d.balance_pence, d.stage,
		(select count(*) from dues u where u.debt_id = d.id), d.facts -> 'method',
		(select string_agg(concat_ws(' ', a.agent, a.given_on, a.stage, a.fees_pence, a.fees_told_on, a.visited_on), ';')
			from agent_cases a where a.debt_id = d.id and a.ended_on is null),
		(select string_agg(concat_ws(' ', t.method, t.from_on), ';') from steps t where t.debt_id = d.id),
		(select count(*) from entries e where e.debt_id = d.id)), ',' order by d.stream, d.reference, d.title)) as all
	from debts d`;

describe('the extracts of a city', () => {
	test.beforeAll(async ({ databaseUrl, folder }) => {
		const extracts = { folder: join(folder, 'city'), isNoisy: false };
		await seedDemo({ ...SIZE, url: databaseUrl, extracts });
	});

	test('are the same city, read into an empty council', async ({ owner, folder }) => {
		const empty = await copyOf(EMPTY, inject('postgresUrl'));
		try {
			const taken = await take(empty.url, join(folder, 'city', TODAY));
			expect(taken).toHaveLength(7);
			for (const one of taken) {
				expect(one).toMatchObject({ state: 'published', rejected: 0 });
				expect(one).toMatchObject({ published: { retired: 0, discrepancies: 0 } });
			}
			const other = postgres(empty.url, { max: 1 });
			expect(await other.unsafe(BALANCES)).toEqual(await owner.unsafe(BALANCES));
			await other.end();
		} finally {
			await empty.drop();
		}
	});

	test('change nothing in the city that was seeded with them', async ({ databaseUrl, folder }) => {
		for (const one of await take(databaseUrl, join(folder, 'city', TODAY))) {
			expect(one).toMatchObject({
				state: 'published',
				rejected: 0,
				published: { entered: 0, discrepancies: 0 }
			});
		}
	});

	test('of the next day bring payments, and stages that moved on though they were held', async ({
		databaseUrl,
		folder,
		owner
	}) => {
		const taken = await take(databaseUrl, join(folder, 'city', NEXT));
		for (const one of taken) {
			expect(one).toMatchObject({
				state: 'published',
				rejected: 0,
				published: { discrepancies: 0 }
			});
		}
		const [came] = await owner`select
			(select count(*) from entries where entered_on = ${TODAY} and method = 'bank-transfer'
				and debt_id is not null)::int > 5 as paid,
			(select count(*) from stage_changes s join holds h using (debt_id)
				where s.reached_on = ${TODAY} and h.from_on < ${TODAY})::int > 0 as moved`;
		expect(came).toEqual({ paid: true, moved: true });
	});

	test('stand beside a statement of the bank that adds up and can be read', async ({ folder }) => {
		const read = await readCamt(createReadStream(join(folder, 'city', TODAY, 'bank.xml')));
		if (!read.ok) throw new Error('The statement cannot be read.');
		expect(read.value.lines.length).toBeGreaterThan(10);
		const total = plus(...read.value.lines.map(({ line }) => line.amount));
		expect(total).toBeGreaterThan(0);
	});

	test('come out the same from the same seed, and say who everybody truly is', async ({
		databaseUrl,
		folder,
		owner
	}) => {
		const extracts = { folder: join(folder, 'again'), isNoisy: false };
		await seedDemo({ ...SIZE, url: databaseUrl, again: true, extracts });
		const read = (which: string) =>
			[
				...readdirSync(join(folder, which, TODAY)),
				'../truth.csv',
				`../${NEXT}/council-tax.csv`
			].map((file) => readFileSync(join(folder, which, TODAY, file), 'latin1'));
		expect(read('again')).toEqual(read('city'));
		const truth = readFileSync(join(folder, 'again', 'truth.csv'), 'utf8')
			.trim()
			.split('\r\n');
		const [records] = await owner<[{ count: number }]>`select count(*)::int as count from records`;
		expect(truth).toHaveLength(records.count + 1);
	});

	test('are written nowhere where something is, and nothing is seeded then', async ({
		databaseUrl,
		folder
	}) => {
		const extracts = { folder: join(folder, 'city'), isNoisy: false };
		const asked = seedDemo({ ...SIZE, url: databaseUrl, again: true, extracts });
		await expect(asked).rejects.toThrow('There is something in');
	});
});
