/** A whole city, small: the same seed on the same day is the same bytes, its books prove, and it owes as a city does. */
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { seedDemo } from '#server/db/seed/seed-demo.ts';
import { TABLES } from '#server/db/seed/rows.ts';
import { freshness } from '#server/imports/queries.ts';
import { isProved, prove } from '#server/debts/prove.ts';
import { ladderOf } from '#shared/debts/ladder/ladder-codes.ts';
import { stagesOf, TRANSITIONS } from '#shared/debts/ladder/ladders.ts';
import type { Stream } from '#shared/debts/streams.ts';
import { day } from '#shared/time/day.ts';
import { test } from './flow.ts';

const CITY = { today: day('2026-11-19'), say: () => undefined, households: 300, seed: 7 };

/** Of every row of every table, whatever order they lie in. */
async function digestOf(owner: postgres.Sql): Promise<string> {
	const tables = await Promise.all(
		TABLES.map(async (table) => {
			const without = table === 'entries' ? "to_jsonb(t) - 'id'" : 'to_jsonb(t)';
			const [found] = await owner.unsafe<{ digest: string }[]>(
				`select md5(coalesce(string_agg(md5((${without})::text), '' order by md5((${without})::text)), ''))
					as digest from ${table} t`
			);
			return `${table} ${found?.digest}`;
		})
	);
	return tables.join('\n');
}

/** What a fill takes away for its time, by the database's own words. */
async function constraintsOf(owner: postgres.Sql): Promise<unknown> {
	return owner`
		select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as says from pg_constraint
		union all select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
			from pg_index where indrelid::regclass::text !~ '^pg_'
		union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
		order by 1, 2, 3`;
}

describe('a city of 300 households', () => {
	test.beforeAll(async ({ databaseUrl }) => {
		expect(await seedDemo({ ...CITY, url: databaseUrl })).toMatchObject({ ok: true });
	});

	test('comes out the same from the same seed and day, written line by line or as a bulk', async ({
		databaseUrl,
		owner
	}) => {
		const first = await digestOf(owner);
		const before = await constraintsOf(owner);
		await seedDemo({ ...CITY, url: databaseUrl, again: true, isBulk: true });
		expect(await digestOf(owner)).toBe(first);
		expect(await constraintsOf(owner)).toEqual(before);
		await seedDemo({ ...CITY, url: databaseUrl, again: true, seed: 8 });
		expect(await digestOf(owner)).not.toBe(first);
		await owner`create unlogged table staging.person_0 (line integer)`;
		await seedDemo({ ...CITY, url: databaseUrl, again: true });
		expect(await digestOf(owner)).toBe(first);
		expect(await owner`select from pg_tables where schemaname = 'staging'`).toHaveLength(0);
	});

	test('says how fresh each source is, by the lines its extract would have had', async ({
		database
	}) => {
		const fresh = await freshness(database.sql);
		expect(fresh).toHaveLength(7);
		const days = new Map(fresh.map(({ mapping, on }) => [mapping, on]));
		expect([days.get('council-tax'), days.get('parking')]).toEqual(['2026-11-18', '2026-11-15']);
		const [tax] = await database.sql`
			select row_count > 1000 as "hasLines", total_pence > 0 as "hasPounds" from imports
			where mapping = 'council-tax'`;
		expect(tax).toEqual({ hasLines: true, hasPounds: true });
	});

	test('has books that prove', async ({ database }) => {
		const proof = await prove(database.sql);
		expect(isProved(proof)).toBe(true);
		expect(proof.entryCount / proof.debtCount).toBeGreaterThan(8);
	});

	test('occupies every rung of every ladder', async ({ owner }) => {
		const taken = await owner<{ stream: Stream; stage: string }[]>`
			select distinct stream, stage from debts where reference like any (array['77200%', 'HBO30%',
				'SI010%', 'CA010%', 'RT010%', 'FT010%', 'NM050%', '401020%', 'BID10%'])`;
		for (const code of TRANSITIONS.keys()) {
			const stages = taken.filter(({ stream }) => ladderOf(stream) === code);
			expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(stagesOf(code)));
		}
	});

	test('owes as a city does: little in the middle, much at the end, some of it together', async ({
		owner
	}) => {
		const [facts] = await owner<[Record<string, number>]>`
			with own as (select d.* from debts d where exists (select from liabilities l join customers c
				on c.id = l.customer_id where l.debt_id = d.id and c.nino like 'Z%'))
			select
				(select percentile_cont(0.5) within group (order by balance_pence) from own)::int as middle,
				(select percentile_cont(0.99) within group (order by balance_pence) from own)::int as end,
				(select count(*) filter (where balance_pence between 1 and 59999)::float / count(*) from own)
					as small,
				(select avg((select count(*) > 1 from liabilities l where l.debt_id = o.id)::int)::float
					from own o where stream = 'council-tax') as joint,
				(select count(*)::float / (select count(*) from customers) from debts) as each`;
		expect(facts.middle).toBeGreaterThan(15_000);
		expect(facts.middle).toBeLessThan(35_000);
		expect(facts.end).toBeGreaterThan(200_000);
		expect(facts.small).toBeGreaterThan(0.65);
		expect(facts.joint).toBeGreaterThan(0.2);
		expect(facts.joint).toBeLessThan(0.5);
		expect(facts.each).toBeGreaterThan(1.8);
		expect(facts.each).toBeLessThan(3);
	});

	test('takes from Housing Benefit of hardly anybody under pension age', async ({ owner }) => {
		const rows = await owner<{ isOld: boolean; isSupported: boolean }[]>`
			select c.born_on <= '1960-11-19' as "isOld", exists (select from customer_addresses a
				where a.customer_id = c.id and a.line1 like 'Room %') as "isSupported"
			from debts d join liabilities l on l.debt_id = d.id join customers c on c.id = l.customer_id
			where d.stage = 'HB_DEDUCTION' and c.nino is not null`;
		for (const { isOld, isSupported } of rows) expect(isOld || isSupported).toBe(true);
	});

	test('knows every customer from a source, and every liability from its source’s record', async ({
		owner
	}) => {
		const [missing] = await owner`select
			(select count(*) from customers c where not exists (
				select from links l where l.customer_id = c.id and l.score = 1000))::int as links,
			(select count(*) from liabilities l join debts d on d.id = l.debt_id
				left join records r on r.id = l.record_id left join links k on k.record_id = r.id
				where r.source is distinct from d.source or k.customer_id is distinct from l.customer_id)::int
				as records`;
		expect(missing).toEqual({ links: 0, records: 0 });
	});

	test('has no two homes of one address, and no number of a place', async ({ owner }) => {
		const twice = await owner`select line1, postcode from customer_addresses
			where to_on is null and uprn is not null and line1 not like 'Room %'
			group by 1, 2 having count(distinct uprn) > 1`;
		expect(twice).toEqual([]);
		const numbers = await owner`select e164 from customer_phones
			where e164 !~ '^[+]44(7700900[0-9]{3}|1632[0-9]{6})$' limit 3`;
		expect(numbers).toEqual([]);
	});
});

describe('a bulk that goes wrong half way', () => {
	test('leaves yesterday’s people, indexes, keys and triggers as they were', async ({
		databaseUrl,
		owner
	}) => {
		const before = [await digestOf(owner), await constraintsOf(owner)];
		const told: string[] = [];
		const fails = seedDemo({
			...CITY,
			url: databaseUrl,
			again: true,
			isBulk: true,
			seed: 9,
			say(line) {
				told.push(line);
				if (line.startsWith('Making')) throw new Error('The terminal is gone.');
			}
		});
		await expect(fails).rejects.toThrow('The terminal is gone.');
		expect([await digestOf(owner), await constraintsOf(owner)]).toEqual(before);
	});
});
