/** What the sources have of one person is found and joined in the database; what is not sure waits for a person. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { undoChange } from '#server/customers/links/undo-change.ts';
import { findKnown, findPairs } from '#server/customers/matching/candidates.ts';
import { matchRecords } from '#server/customers/match-records.ts';
import type { RawSql } from '#server/db/client.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { day, instant } from '#shared/time/day.ts';
import { scoreOf, writeNoisyCity } from '../../bench/match-truth.ts';
import { test } from '../flow.ts';

const AT = instant('2026-11-19T10:00:00.000Z');
const clock = fixedClock(AT);

type Said = { source: string; given: string; family: string; born?: string; nino?: string };

/** A record with a customer of its own, as an import leaves it. */
async function comesIn(sql: RawSql, said: Said): Promise<string> {
	const [record, customer] = [randomUUID(), randomUUID()];
	const { source, given, family, born = null, nino = null } = said;
	await sql`insert into customers (id, kind, given_names, family_name, born_on, nino, source)
		values (${customer}, 'person', ${given}, ${family}, ${born}, ${nino}, ${source})`;
	await sql`insert into records (id, source, key, kind, given_names, family_name, born_on, nino, line1,
			postcode, first_on, last_on)
		values (${record}, ${source}, ${record}, 'person', ${given}, ${family}, ${born}, ${nino},
			${`1 ${family} Row`}, 'NM4 2QA', '2026-11-01', '2026-11-19')`;
	await sql`insert into links (record_id, customer_id, score, reasons, linked_at)
		values (${record}, ${customer}, 1000, '[]', ${AT})`;
	return record;
}

async function customersOf(sql: RawSql, records: readonly string[]): Promise<number> {
	const [row] = await sql<[{ count: number }]>`
		select count(distinct customer_id)::int as count from links where record_id in ${sql(records)}`;
	return row.count;
}

describe('records that came in', () => {
	test('of one person are one customer, with why; and once only', async ({ database }) => {
		const { sql } = database;
		const records = [
			await comesIn(sql, {
				source: 'revenues',
				given: 'Kelly',
				family: 'Ashworth',
				born: '1987-03-14'
			}),
			await comesIn(sql, { source: 'parking', given: 'KELLY', family: 'Ashwroth' }),
			await comesIn(sql, {
				source: 'revenues',
				given: 'Dean',
				family: 'Ashworth',
				born: '1985-01-30'
			})
		];
		// A street is named after the first of them.
		await sql`update records set line1 = '1 Ashworth Row' where id in ${sql(records)}`;
		expect(await matchRecords({ database, clock })).toMatchObject({ records: 3, joined: 1 });
		expect(await customersOf(sql, records)).toBe(2);
		const [link] = await sql`select score, reasons, officer_id from links
			where record_id = ${records[1] ?? ''} or (record_id = ${records[0] ?? ''} and score < 1000)
			order by score limit 1`;
		expect(link).toMatchObject({
			score: 710,
			officer_id: null,
			reasons: [
				{ compared: 'name', words: 'Same name, written differently' },
				{ compared: 'address', words: 'Same address' }
			]
		});
		expect(await matchRecords({ database, clock })).toMatchObject({ records: 0, joined: 0 });
		// One that says something new is looked at again.
		await sql`update records set phone = '07700 900301', e164 = '+447700900301'
			where id = ${records[2] ?? ''}`;
		expect(await matchRecords({ database, clock })).toMatchObject({ records: 1, joined: 0 });
	});

	test('of two who claim one National Insurance number wait for a person', async ({ database }) => {
		const { sql } = database;
		const nino = 'ZE123456A';
		const records = [
			await comesIn(sql, {
				source: 'benefits',
				given: 'Zofia',
				family: 'Wojcik',
				born: '1990-05-01',
				nino
			}),
			await comesIn(sql, {
				source: 'housing',
				given: 'Ewa',
				family: 'Nowicki',
				born: '1961-02-03',
				nino
			})
		];
		expect(await matchRecords({ database, clock })).toMatchObject({ joined: 0, reviews: 1 });
		expect(await customersOf(sql, records)).toBe(2);
	});

	test('that name an account join whose it is, and neither a partner nor a stranger', async ({
		database
	}) => {
		const { sql } = database;
		const said = { source: 'revenues', family: 'Quill' };
		const ada = await comesIn(sql, { ...said, given: 'Ada' });
		const ned = await comesIn(sql, { ...said, given: 'Ned' });
		const debt = randomUUID();
		await sql`insert into debts (id, stream, reference, title, from_on, stage, stage_on, source)
			values (${debt}, 'council-tax', '7710448477', 'Council Tax 2026 to 2027', '2026-04-01', 'DEMAND',
				'2026-04-01', 'revenues')`;
		await sql`insert into liabilities (id, debt_id, customer_id, record_id, ground, from_on)
			select gen_random_uuid(), ${debt}, customer_id, record_id, 'couple', '2026-04-01' from links
			where record_id in ${sql([ada, ned])}`;
		await matchRecords({ database, clock });
		// They come a night later, and their addresses say nothing.
		const claim = await comesIn(sql, { source: 'benefits', given: 'Ada', family: 'Quill' });
		const slip = await comesIn(sql, { source: 'benefits', given: 'Zofia', family: 'Wrona' });
		await sql`update records set council_tax_account = '7710 448 477', line1 = null, postcode = null
			where id in ${sql([claim, slip])}`;
		expect(await matchRecords({ database, clock })).toMatchObject({ records: 2, joined: 1 });
		expect(await customersOf(sql, [ada, claim])).toBe(1);
		expect(await customersOf(sql, [ada, ned, claim, slip])).toBe(3);
		const [change] = await sql<{ reasons: unknown }[]>`select reasons from link_changes
			order by number desc limit 1`;
		expect(change?.reasons).toContainEqual({
			compared: 'linked-account',
			weight: 450,
			words: 'The benefit claim names this council tax account'
		});
	});

	test('that were joined and taken back wait for a person, and are not joined again', async ({
		database
	}) => {
		const { sql } = database;
		const [change] = await sql<
			{ id: string }[]
		>`select id from link_changes where kind = 'join' order by number`;
		const asked = { changeId: change?.id ?? '', officerId: 'judith', at: AT };
		expect(await inTransaction(database, (tx) => undoChange(tx, asked))).toMatchObject({
			ok: true
		});
		await sql`update records set email = 'kelly@example.com' where family_name like 'Ash%'`;
		expect(await matchRecords({ database, clock })).toMatchObject({ joined: 0 });
	});
});

describe('a whole city with the slips that records have', () => {
	test('is matched as well as the council asks', async ({ database, owner }) => {
		await owner.unsafe('truncate customers, records, debts cascade');
		const city = { today: day('2026-11-19'), households: 1_200, seed: 7 };
		const truth = await writeNoisyCity(owner, city);
		await matchRecords({ database, clock });
		const score = await scoreOf(owner, truth);
		// As few households as these are a coarse measure; the bench takes 250,000.
		expect(score.right / score.made).toBeGreaterThan(0.99);
		expect(score.right / score.true).toBeGreaterThan(0.94);
	});

	test('compares a few who come after it with all that they would be compared with', async ({
		database,
		owner
	}) => {
		await owner`
			delete from matched_records where record_id in (
				select id from records where source <> 'parking' order by md5(id::text) limit 80)`;
		const pairs = (few: number) =>
			inTransaction(database, async (tx) => {
				expect(await findKnown(tx, few)).toBe(80);
				const [known] = await tx.execute(sql`select count(*)::int as count from known`);
				await findPairs(tx);
				const found = await tx.execute(sql`
					select p.*, a.is_given_common as one, b.is_given_common as other from pairs p
					join known a on a.record_id = p.record_id join known b on b.record_id = p.other_record_id
					order by p.record_id, p.other_record_id`);
				return { known: Number(known?.['count']), found: [...found] };
			});
		const [all, near] = [await pairs(0), await pairs(1)];
		expect(near.found.length).toBeGreaterThan(40);
		expect(near.found).toEqual(all.found);
		expect(near.known).toBeLessThan(all.known / 2);
	});
});
