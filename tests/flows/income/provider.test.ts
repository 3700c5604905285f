/** A payment provider's CSV, by the mapping that its columns name: receipts by card, cash and cheque, or a refusal. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { sayProblem } from '#server/income/files/problem.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { sayReceived } from '#server/income/receiving/say-received.ts';
import { instant } from '#shared/time/day.ts';
import { northmere as test } from '../flow.ts';

const clock = fixedClock(instant('2026-11-19T09:00:00Z'));
const HEADING = 'Transaction,Date,Amount,Currency,Account reference,Method,Payer,Status';
const GOOD = 'P1,18/11/2026,50.00,GBP,SI00903316,Card,K ASHWORTH,Settled';

async function send(
	database: Database,
	file: string | Uint8Array,
	dataDir = '.data'
): Promise<readonly string[]> {
	const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
	const chunks = async function* () {
		// In pieces, as a disk gives it.
		for (let at = 0; at < bytes.length; at += 1000)
			yield await Promise.resolve(bytes.subarray(at, at + 1000));
	};
	const answer = await receiveFile(chunks(), {
		database,
		clock,
		officerId: null,
		dataDir,
		name: 'payments.csv'
	});
	return answer.ok ? sayReceived(answer.value) : answer.problems.map(sayProblem);
}

const fileOf = (...lines: readonly string[]) => [HEADING, ...lines, ''].join('\r\n');

async function countOf({ sql }: Database): Promise<number> {
	const [row] = await sql<[{ count: number }]>`select count(*) as count from receipts`;
	return row.count;
}

describe('a provider’s file', () => {
	test('is placed by its references, with how it was paid; what did not come is left out', async ({
		database
	}) => {
		const said = await send(
			database,
			fileOf(
				GOOD,
				'P2,18/11/2026,5.00,GBP,"HBO 210 877, and thank\nyou",Cash,,Settled',
				'P3,18/11/2026,9.00,GBP,SI00903316,Card,,Failed',
				'P4,18/11/2026,1.15,GBP,"=HYPERLINK(""http://example.com"")",Cheque,,Settled'
			)
		);
		expect(said).toEqual([
			'3 receipts of £56.15 taken in: £55.00 placed, £1.15 in suspense (1 to look at).',
			'1 payment that did not come, £9.00, left out.'
		]);
		const rows = await database.sql`select channel, amount_pence as amount from receipts
			where received_on = '2026-11-18' order by amount_pence`;
		expect(rows.map((row): unknown[] => Object.values(row))).toEqual([
			['cheque', 1_15],
			['cash', 5_00],
			['card', 50_00]
		]);
	});

	test('with a mark at its start or columns in another order is the same', async ({ database }) => {
		const marked = `\ufeff${fileOf(GOOD.replace('P1', 'P9'))}`;
		expect((await send(database, marked))[0]).toMatch(/^1 receipt of £50.00/);
		const cells = (line: string) => line.split(',').toReversed().join(',');
		const turned = [cells(HEADING), cells(GOOD.replace('P1', 'P10'))].join('\n');
		expect((await send(database, turned))[0]).toMatch(/^1 receipt of £50.00/);
	});

	test('again in another order leaves out what came', async ({ database }) => {
		const other = GOOD.replace('P1', 'P20');
		await send(database, fileOf(other));
		const said = await send(database, fileOf(GOOD.replace('P1', 'P21'), other));
		expect(said[1]).toBe('1 line had come in before and was left out: line 3.');
	});

	test('of a council’s own layout is read by its own mapping', async ({ database }) => {
		const dataDir = mkdtempSync(join(tmpdir(), 'fairline-receipts-'));
		mkdirSync(join(dataDir, 'receipts'));
		const own = {
			title: 'Post Office',
			separator: ';',
			encoding: 'windows-1252',
			days: 'YYYY-MM-DD',
			columns: { on: 'Tag', amount: 'Sum', reference: 'Ref' },
			channel: 'cash'
		};
		writeFileSync(join(dataDir, 'receipts', 'post-office.json'), JSON.stringify(own));
		const file = Buffer.from('Ref;Tag;Sum\nCafé HBO210877;2026-11-18;2.50\n', 'latin1');
		expect((await send(database, file, dataDir))[0]).toMatch(/^1 receipt of £2.50 taken in: £2.50/);
		const wrong = { ...own, columns: { on: 'Tag', amount: 'Sum' } };
		writeFileSync(join(dataDir, 'receipts', 'post-office.json'), JSON.stringify(wrong));
		expect((await send(database, file, dataDir)).join()).toMatch(
			/post-office\.json cannot be used: columns\.reference/
		);
		rmSync(dataDir, { recursive: true });
	});

	test.for([
		[
			'a negative amount',
			GOOD.replace('50.00', '-50.00'),
			/line 2: the amount "-50.00" is less than nothing/
		],
		[
			'15 digits',
			GOOD.replace('50.00', '123456789012345'),
			/line 2: .* more than any one payment can be/
		],
		['31 February', GOOD.replace('18/11', '31/02'), /line 2: there is no day "2026-02-31"/],
		['a day the other way round', GOOD.replace('18/11/2026', '2026-11-18'), /there is no day/],
		['euros', GOOD.replace('GBP', 'EUR'), /line 2: the amount is in "EUR", not in GBP/],
		['a way to pay nobody has', GOOD.replace('Card', 'Shells'), /no way to pay called "Shells"/],
		['a state nobody has', GOOD.replace('Settled', 'Perhaps'), /no state "Perhaps"/],
		['too few cells', 'P1,18/11/2026,50.00', /there are 3 cells and 8 columns/],
		['a NUL byte', GOOD.replace('SI', 'S\0I'), /NUL byte/],
		['a quotation never closed', GOOD.replace('SI0', '"SI0'), /never closed/],
		[
			'one endless line',
			GOOD.replace('SI0', 'x'.repeat(60_000)),
			/goes on for more than 20,000|more letters than/
		],
		[
			'a charge-back of nothing that reads as money',
			GOOD.replace('50.00', '-x').replace('Settled', 'Charged back'),
			/line 2: /
		],
		[
			'a charge-back with two signs',
			GOOD.replace('50.00', '--50.00').replace('Settled', 'Charged back'),
			/line 2: /
		]
	] as const)('is refused whole, with the line: %s', async ([, line, says], { database }) => {
		const before = await countOf(database);
		const good = GOOD.replace('P1', 'P99');
		expect((await send(database, fileOf(line, good))).join('\n')).toMatch(says);
		expect(await countOf(database)).toBe(before);
	});

	test('that charges back before it was paid is refused', async ({ database }) => {
		const cells = 'P1,18/11/2026,50.00,GBP,SI00903316,Card,,Charged back,Fraud,19/11/2026';
		const file = [`${HEADING},Reason,Payment date`, cells, ''].join('\r\n');
		expect(await send(database, file)).toEqual(['line 2: it was charged back before it was paid']);
	});

	test('that charges back a part takes that part back, and knows no reason that is not mapped', async ({
		database
	}) => {
		const settled = 'P60,18/11/2026,30.00,GBP,HBO210877,Card,,Settled';
		expect((await send(database, fileOf(settled)))[0]).toMatch(/^1 receipt of £30.00/);
		const back = 'P61,19/11/2026,12.00,GBP,HBO210877,Card,,Charged back,"It was my aunt Joan"';
		const file = [`${HEADING},Reason`, back, ''].join('\r\n');
		expect((await send(database, file)).slice(1)).toEqual([
			'1 payment of £12.00 came back, and each is owed again.',
			'1 advice: charged back, to be paid another way or contested.'
		]);
		const [kept] =
			await database.sql`select placed_pence::int as placed, returned_pence::int as back
			from receipts where amount_pence = 3000 and channel = 'card'`;
		expect(kept).toEqual({ placed: 18_00, back: 12_00 });
		const [advice] = await database.sql`select code from bank_advices where kind = 'charge-back'`;
		expect(advice).toEqual({ code: 'other' });
	});

	test('with columns that no mapping has is refused', async ({ database }) => {
		expect(await send(database, 'a,b,c\n1,2,3\n')).toEqual([
			'line 1: it is no statement or advice, and no mapping has these names over its columns'
		]);
		const bytes = Buffer.concat([Buffer.from(fileOf(GOOD)), Buffer.from([0xff, 0xfe, 0x80])]);
		expect(await send(database, bytes)).toEqual(['there are bytes in it that are no letters']);
	});
});
