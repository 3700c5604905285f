import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { importExtract, type Imported } from '#server/imports/import.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';
import {
	extractOf,
	KELLY,
	KELLYS,
	KELLYS_DEBT,
	shippedMapping,
	TAX
} from '../../builders/extracts.ts';
import { test } from '../flow.ts';

const clock = fixedClock(instant('2026-11-19T10:00:00.000Z'));

function take(url: string, bytes: Buffer, as = 'council-tax'): Promise<Imported> {
	const file = { name: 'extract', length: bytes.length, bytes: inPieces(bytes) };
	return importExtract({ url, clock, mapping: shippedMapping(as), file });
}

/** As a network brings it: cut anywhere. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
	for (let at = 0; at < bytes.length; at += 97) {
		yield await Promise.resolve(bytes.subarray(at, at + 97));
	}
}

describe('an extract', () => {
	test('brings a person, what they owe and every penny of it', async ({
		databaseUrl,
		database
	}) => {
		const imported = await take(databaseUrl, extractOf('council-tax', KELLYS));
		expect(imported).toMatchObject({
			state: 'published',
			rows: 8,
			rejected: 0,
			published: { entered: 2, retired: 0, discrepancies: 0 }
		});
		const [debt] = await database.sql`
			select d.balance_pence as balance, d.stage, d.facts, d.source, c.family_name as "familyName",
				c.nino, p.e164, a.postcode, l.ground, links.score
			from debts d join liabilities l on l.debt_id = d.id join customers c on c.id = l.customer_id
			join customer_phones p on p.customer_id = c.id join customer_addresses a on a.customer_id = c.id
			join links on links.record_id = l.record_id
			where d.reference = ${TAX.reference}`;
		expect(debt).toEqual({
			balance: 91_240,
			stage: 'REMINDER_1',
			facts: { taxYear: 2026 },
			source: 'revenues',
			familyName: 'Ashworth',
			nino: 'AB123456C',
			e164: '+447700900942',
			postcode: 'NM3 4QT',
			ground: 'sole',
			score: 1000
		});
		const stages = await database.sql`select stage from stage_changes order by reached_on`;
		expect(stages.map(({ stage }) => stage as string)).toEqual(['DEMAND', 'REMINDER_1']);
		const left = await database.sql`select from pg_tables where schemaname = 'staging'`;
		expect(left).toHaveLength(0);
	});

	test('that is in already changes nothing', async ({ databaseUrl }) => {
		const again = await take(databaseUrl, extractOf('council-tax', KELLYS));
		expect(again).toMatchObject({ state: 'already-in' });
	});

	test('of another day enters no transaction twice', async ({ databaseUrl, database }) => {
		const bytes = extractOf('council-tax', KELLYS, { on: day('2026-11-19') });
		expect(await take(databaseUrl, bytes)).toMatchObject({
			state: 'published',
			published: { entered: 0, discrepancies: 0 }
		});
		const [sums] = await database.sql`
			select (select count(*) from entries) as entries, (select count(*) from dues) as dues,
				(select count(*) from customers) as customers`;
		expect(sums).toEqual({ entries: 4, dues: 2, customers: 1 });
	});

	test('that changed closes the old facts and opens the new', async ({ databaseUrl, database }) => {
		const moved = { ...KELLY, familyName: 'Hill', phone: '07700 900943', line1: '2 Weir Lane' };
		const bytes = extractOf(
			'council-tax',
			[
				['person', moved],
				['debt', { ...KELLYS_DEBT, stage: 'FULL_BALANCE_DUE', stageOn: day('2026-11-19') }],
				['due', { ...TAX, on: day('2026-12-01'), amount: pence(91_240) }]
			],
			{ on: day('2026-11-19') }
		);
		expect(await take(databaseUrl, bytes)).toMatchObject({ state: 'published' });
		const phones = await database.sql`
			select e164, to_on as "toOn" from customer_phones order by e164`;
		expect(phones).toEqual([
			{ e164: '+447700900942', toOn: '2026-11-19' },
			{ e164: '+447700900943', toOn: null }
		]);
		const names = await database.sql`select c.family_name as name, n.name as former
			from customers c join customer_names n on n.customer_id = c.id`;
		expect(names).toEqual([{ name: 'Hill', former: 'Kelly Ann Ashworth' }]);
		const dues = await database.sql`select amount_pence as amount from dues`;
		expect(dues).toEqual([{ amount: 91_240 }]);
		const [debt] = await database.sql`select stage, balance_pence as balance from debts`;
		expect(debt).toEqual({ stage: 'FULL_BALANCE_DUE', balance: 91_240 });
	});
});
