import { Readable } from 'node:stream';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { matchRecords } from '#server/customers/match-records.ts';
import { importExtract, type Imported } from '#server/imports/import.ts';
import { rejectsCsv } from '#server/imports/rejects-file.ts';
import { inertCsv } from '#server/inert-csv.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';
import {
	extractOf,
	KELLY,
	KELLYS,
	KELLYS_DEBT,
	shippedMapping,
	TAX,
	type ExtractLine
} from '../../builders/extracts.ts';
import { test } from '../flow.ts';

const clock = fixedClock(instant('2026-11-19T10:00:00.000Z'));

type Bytes = Buffer | AsyncIterable<Uint8Array>;

function take(url: string, bytes: Bytes, as = 'council-tax'): Promise<Imported> {
	const stream = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes;
	const file = { name: 'extract', length: null, bytes: stream as AsyncIterable<Uint8Array> };
	return importExtract({ url, clock, mapping: shippedMapping(as), file });
}

const text = (change: (whole: string) => string) =>
	extractOf('council-tax', KELLYS, { end: change });
const whole = extractOf('council-tax', KELLYS);
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

/** Nobody may read far into it: it never ends its line. */
async function* oneLineOf(start: string): AsyncGenerator<Buffer> {
	yield await Promise.resolve(Buffer.from(`H,2026-11-18\r\n${start}`));
	for (let at = 0; at < 10_240; at += 1) {
		if (at > 3) throw new Error('Much more was read than one line can be.');
		yield MEGABYTE;
	}
}

describe('a file that is refused whole says what and where, and leaves nothing', () => {
	test.for<[string, () => Bytes, RegExp]>([
		['nothing at all', () => Buffer.alloc(0), /empty/],
		[
			'cut short',
			() => text((all) => all.slice(0, all.lastIndexOf('Z,'))),
			/after line 9 .*cut short/
		],
		['cut in a cell', () => text((all) => all.slice(0, all.indexOf('T,T2') + 30)), /cut short/],
		[
			'cut in a quoted cell',
			() => Buffer.from('H,2026-11-18\r\nP,"1'),
			/inside a quoted cell that begins on line 2/
		],
		['no header', () => text((all) => all.slice(all.indexOf('P,'))), /line 1 is a person line/],
		['another layout', () => extractOf('rent', []), /Line 1 is not the header/],
		[
			'a day to come',
			() => extractOf('council-tax', KELLYS, { on: day('2026-12-01') }),
			/still to come/
		],
		[
			'31 February in the header',
			() => text((all) => all.replace('2026-11-18', '2026-02-31')),
			/day.*does not exist/
		],
		[
			'a NUL byte',
			() => text((all) => all.replace('Tannery', 'Tan\0ery')),
			/^Line 2 holds a NUL byte/
		],
		[
			'Windows letters said to be UTF-8',
			() => Buffer.concat([whole.subarray(0, 40), Buffer.from([0x92]), whole.subarray(40)]),
			/^Line 2 is not UTF-8/
		],
		['UTF-16', () => Buffer.from('\ufeffH,2026-11-18', 'utf16le'), /UTF-16/],
		['two files joined', () => Buffer.concat([whole, whole]), /Line 11 stands after the trailer/],
		['a stray quote', () => text((all) => all.replace('Tannery Row', 'Tannery "Row')), /^Line \d+/],
		[
			'a trailer of letters',
			() => text((all) => all.replace('Z,8,1824.80', 'Z,eight,1824.80')),
			/^Line 10 is the trailer and cannot be read.* count is not a count/
		],
		[
			'a trailer of fifteen digits and more',
			() => text((all) => all.replace('Z,8,1824.80', 'Z,8,99999999999999999.00')),
			/^Line 10 is the trailer and cannot be read/
		],
		[
			'a trailer that counts more than there can be',
			() => text((all) => all.replace('Z,8,', 'Z,99999999999,')),
			/^Line 10 is the trailer and cannot be read/
		],
		['ten gigabytes of one line', () => oneLineOf('P,'), /^Line 2 is longer than 64 KB/],
		['ten gigabytes of one cell', () => oneLineOf('P,"'), /^Line 2 is longer than 64 KB/]
	])('%s', async ([, bytes, because], { databaseUrl, database }) => {
		const imported = await take(databaseUrl, bytes());
		expect(imported).toMatchObject({
			state: 'refused',
			because: expect.stringMatching(because) as string
		});
		const [left] = await database.sql`
			select (select count(*) from debts) as debts, (select count(*) from records) as records,
				(select count(*) from pg_tables where schemaname = 'staging') as tables`;
		expect(left).toEqual({ debts: 0, records: 0, tables: 0 });
	});
});

const withLine = (...lines: readonly ExtractLine[]) => [...KELLYS, ...lines];
const paid = {
	...TAX,
	id: 'T9',
	on: day('2026-06-02'),
	kind: 'payment',
	amount: pence(-100)
} as const;

async function reasons(url: string, bytes: Buffer): Promise<{ imported: Imported; csv: string }> {
	const { connect } = await import('#server/db/client.ts');
	const imported = await take(url, bytes);
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	const pieces = await Array.fromAsync(rejectsCsv(database.sql, imported.importId));
	await database.close();
	return { imported, csv: pieces.join('') };
}

describe('a line that cannot be taken is named and nothing shows', () => {
	test.for<[string, readonly ExtractLine[], (whole: string) => string, RegExp]>([
		[
			'31 February',
			withLine(['transaction', paid]),
			(all) => all.replace('2026-06-02', '2026-02-31'),
			/10,Left out,Its day is a day that does not exist/
		],
		[
			'fifteen digits',
			withLine(['transaction', paid]),
			(all) => all.replace('payment,-1.00', 'payment,123456789012345'),
			/10,Left out,Its amount is more than any line can be for/
		],
		[
			'a negative instalment',
			withLine(['due', { ...TAX, on: day('2027-02-01'), amount: pence(1234) }]),
			(all) => all.replace(',12.34', ',-12.34'),
			/10,Left out,"?Its amount is below nothing/
		],
		[
			'a cell too many',
			withLine(['transaction', paid]),
			(all) => all.replace('T,T9', 'T,,T9'),
			/10,Left out,It has 10 cells and a transaction line has 9/
		],
		[
			'a mark of no kind',
			withLine(['transaction', paid]),
			(all) => all.replace('T,T9', 'Q,T9'),
			/10,Left out,Its mark/
		],
		[
			'a stage of no ladder',
			withLine(['stage', { ...TAX, stage: 'BAILIFF', on: day('2026-07-01') }]),
			(all) => all,
			/10,Left out,Its stage is none/
		],
		[
			'a debt nobody has',
			withLine(['transaction', { ...paid, reference: '1' }]),
			(all) => all,
			/10,Left out,Its debt is neither/
		],
		[
			'a person nobody has',
			withLine(['liability', { ...TAX, key: 'CT-9', ground: 'joint' }]),
			(all) => all,
			/10,Left out,Its person is neither/
		],
		[
			'a transaction twice',
			withLine(['transaction', { ...paid, id: 'T2' }]),
			(all) => all,
			/10,Left out,A transaction of this id/
		],
		[
			'a person twice',
			withLine(['person', KELLY]),
			(all) => all,
			/10,Left out,The person is on an earlier line/
		]
	])('%s', async ([, lines, end, expected], { databaseUrl, database }) => {
		const { imported, csv } = await reasons(databaseUrl, extractOf('council-tax', lines, { end }));
		expect(imported).toMatchObject({ state: 'differs', rejected: 1 });
		expect(csv).toMatch(expected);
		expect(await database.sql`select from debts`).toHaveLength(0);
	});

	test('a National Insurance number that cannot exist is left out, noted, and never repeated', async ({
		databaseUrl
	}) => {
		const end = (all: string) => all.replace('AB123456C', 'QQ123456C');
		const kept = extractOf('council-tax', [['person', KELLY]], { on: day('2026-11-17'), end });
		const { imported, csv } = await reasons(databaseUrl, kept);
		expect(imported).toMatchObject({ state: 'published', rejected: 0 });
		expect(csv).toContain(
			'2,Taken,"Taken without the National Insurance number, which cannot exist."'
		);
		expect(csv).not.toContain('QQ');
	});
});

describe('columns that are not the mapping’s', () => {
	const mapping = { ...shippedMapping('council-tax'), heading: ['Kind', 'Day'] };
	const headed = async (url: string, heading: string) => {
		const bytes = Buffer.concat([Buffer.from(`${heading}\r\n`), whole]);
		const file = { name: 'extract', length: null, bytes: Readable.from([bytes]) };
		return importExtract({ url, clock, mapping, file });
	};

	test.for<[string, string, RegExp]>([
		['another name', 'Kind,Date', /Column 2 of line 1 is headed "Date" and the mapping has "Day"/],
		['none of it', '', /Column 1 of line 1 is headed "H"|Column 1 of line 2 is headed "H"/],
		['too few', 'Kind', /Column 2 of line 1 is headed "" and/],
		['too many', 'Kind,Day,Colour', /Line 1 heads 3 columns and the mapping has 2/],
		['what no screen should print', 'Kind,\u001b[2JDate', /headed "\[2JDate"/]
	])('%s', async ([, heading, because], { databaseUrl, database }) => {
		expect(await headed(databaseUrl, heading)).toMatchObject({
			state: 'refused',
			because: expect.stringMatching(because) as string
		});
		expect(await database.sql`select from debts`).toHaveLength(0);
	});
});

describe('two people with one National Insurance number', () => {
	const dean = { ...KELLY, key: 'CT-2', givenNames: 'Dean', bornOn: day('1988-05-01') };

	test('are both taken, named by their lines, and never taken for one', async ({
		databaseUrl,
		database
	}) => {
		const both = extractOf(
			'benefits',
			[
				['person', { ...KELLY, key: 'B-1' }],
				['person', { ...dean, key: 'B-2' }],
				// One with two accounts, who married in between, claims nothing of another's.
				['person', { ...KELLY, key: 'B-3', familyName: 'Hill' }]
			],
			{ on: day('2026-11-17') }
		);
		const imported = await take(databaseUrl, both, 'benefits');
		expect(imported).toMatchObject({ state: 'published', rejected: 0 });
		const [csv] = [await Array.fromAsync(rejectsCsv(database.sql, imported.importId))];
		expect(csv.join('')).toContain(
			'3,Taken,"Taken, but its National Insurance number is also that of the person on line 2, who has another name: one of them is wrong."'
		);
		expect(csv.join('')).not.toMatch(/^4,/m);
		await matchRecords({ database, clock });
		const [links] = await database.sql`
			select (select count(distinct customer_id) from links join records r on r.id = record_id
				where r.key in ('B-1', 'B-2'))::int as customers,
				(select count(*) from link_reviews where state = 'open')::int > 0 as waits`;
		expect(links).toEqual({ customers: 2, waits: true });
	});

	test('are seen though they come in two files', async ({ databaseUrl, database }) => {
		const third = extractOf('benefits', [['person', { ...dean, key: 'B-9', givenNames: 'Omar' }]]);
		const imported = await take(databaseUrl, third, 'benefits');
		const csv = (await Array.fromAsync(rejectsCsv(database.sql, imported.importId))).join('');
		expect(csv).toContain('also that of somebody of an earlier file');
	});
});

test('a count or a penny that differs waits for somebody', async ({ databaseUrl }) => {
	const short = text((all) => all.replace('Z,8,', 'Z,9,'));
	expect(await take(databaseUrl, short)).toMatchObject({
		state: 'differs',
		differences: ['The trailer says 9 lines and 8 could be taken.']
	});
	const penny = text((all) => all.replace('Z,8,1824.80', 'Z,8,1824.81'));
	expect(await take(databaseUrl, penny)).toMatchObject({
		differences: [expect.stringMatching(/£0\.01 less/)]
	});
});

describe('letters of all kinds', () => {
	test('Windows-1252, a mark at the start and a line end in a cell are read', async ({
		databaseUrl,
		database
	}) => {
		const marked = Buffer.concat([
			Buffer.from([0xef, 0xbb, 0xbf]),
			extractOf('council-tax', [
				['person', { ...KELLY, key: 'U', familyName: 'Núñez', line1: 'Flat 2\n14 Tannery Row' }],
				['debt', { ...KELLYS_DEBT, reference: '1', balance: pence(0) }]
			])
		]);
		expect(await take(databaseUrl, marked)).toMatchObject({ state: 'published', rejected: 0 });
		const windows = extractOf('invoices', [
			['person', { ...KELLY, key: 'W', familyName: 'O’Brien–Núñez' }]
		]);
		expect(windows.includes(0x92)).toBe(true);
		expect(await take(databaseUrl, windows, 'invoices')).toMatchObject({ state: 'published' });
		const fixed = extractOf('rent', [['person', { ...KELLY, key: 'F', familyName: 'Ærø' }]]);
		expect(await take(databaseUrl, fixed, 'rent')).toMatchObject({ state: 'published' });
		const people = await database.sql`
			select key, family_name as name, line1 from records where key in ('U', 'W', 'F') order by key`;
		expect(people).toEqual([
			{ key: 'F', name: 'Ærø', line1: '14 Tannery Row' },
			{ key: 'U', name: 'Núñez', line1: 'Flat 2\n14 Tannery Row' },
			{ key: 'W', name: 'O’Brien–Núñez', line1: '14 Tannery Row' }
		]);
	});

	test('a name that is a formula is kept as it is and inert in a file that goes out', async ({
		databaseUrl,
		database
	}) => {
		const formula = `=HYPERLINK("http://example.com";"'; drop table debts; --")`;
		const named = extractOf('benefits', [['person', { ...KELLY, key: 'X', familyName: formula }]]);
		expect(await take(databaseUrl, named, 'benefits')).toMatchObject({ state: 'published' });
		const [kept] = await database.sql`select family_name as name from records where key = 'X'`;
		expect(kept).toEqual({ name: formula });
		for (const cell of [formula, '+1', '-1', '@a', '\t=1']) {
			expect(inertCsv([[cell]])).toMatch(/^"?'/);
		}
	});
});
