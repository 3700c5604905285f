/** Money in on real Postgres: from a bank's file to the books, once, whole or not at all. */
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { isProved, prove } from '#server/debts/prove.ts';
import { sayProblem } from '#server/income/files/problem.ts';
import type { Taken } from '#server/income/receiving/receive.ts';
import type { FileReceived } from '#server/income/receiving/file-received.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { sayReceived } from '#server/income/receiving/say-received.ts';
import { pence } from '#shared/money/pence.ts';
import { day, formatDay, instant } from '#shared/time/day.ts';
import { camtOf, type Credit } from '../../builders/camt.ts';
import { northmere } from '../flow.ts';

const clock = fixedClock(instant('2026-11-19T09:00:00Z'));

type Sent = {
	received: FileReceived | null;
	taken: Taken | null;
	problems: readonly string[];
};

async function send(database: Database, file: string): Promise<Sent> {
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(file));
	};
	const answer = await receiveFile(chunks(), {
		database,
		clock,
		officerId: null,
		dataDir: '.data',
		name: 'statement.xml'
	});
	return answer.ok
		? { received: answer.value, taken: takenIn(answer.value), problems: [] }
		: { received: null, taken: null, problems: answer.problems.map(sayProblem) };
}

function takenIn(received: FileReceived): Taken | null {
	return 'taken' in received ? received.taken : null;
}

async function balanceOf(database: Database, reference: string): Promise<number> {
	const [row] = await database.sql<[{ balance: number }]>`
		select sum(balance_pence)::bigint as balance from debts where reference = ${reference}`;
	return row.balance;
}

async function countOf(database: Database): Promise<number> {
	const [row] = await database.sql<[{ count: number }]>`select count(*) as count from receipts`;
	return row.count;
}

describe('a bank statement', () => {
	northmere(
		'puts money where its reference says, and the rest in suspense',
		async ({ database }) => {
			const before = await balanceOf(database, 'SI00903316');
			const credits: Credit[] = [
				{ amount: pence(50_00), reference: 'SI 0090 3316 THANK YOU', payer: 'K ASHWORTH' },
				{ amount: pence(25_00), reference: 'HAPPY BIRTHDAY' },
				{ amount: pence(9_99), isOut: true },
				{ amount: pence(10_00), reference: 'SI00903316', state: 'PDNG' }
			];
			const { received } = await send(database, camtOf(credits));
			expect(received && sayReceived(received)).toEqual([
				'2 receipts of £75.00 taken in: £50.00 placed, £25.00 in suspense (1 to look at).',
				'1 payment out of the account, £9.99, left out: not receipts.'
			]);
			expect(await balanceOf(database, 'SI00903316')).toBe(before - 50_00);
			const proof = await prove(database.sql);
			expect(isProved(proof)).toBe(true);
			expect(proof.receipts).toMatchObject({
				received: 206_00,
				allocated: 50_00,
				suspense: 156_00
			});
		}
	);

	northmere('once more is refused by what is in it', async ({ database }) => {
		const file = camtOf([{ amount: pence(5_00), reference: 'HBO210877', id: 'A1' }]);
		await send(database, file);
		const count = await countOf(database);
		expect((await send(database, file)).problems).toEqual([
			`this file was received on ${formatDay(day('2026-11-19'))} at 09:00: nothing is done twice`
		]);
		expect(await countOf(database)).toBe(count);
	});

	northmere(
		'leaves out the lines that came in before, and takes two alike',
		async ({ database }) => {
			const alike = { amount: pence(1_00), reference: 'CHARITY' };
			const first = await send(database, camtOf([alike, alike]));
			expect(first.taken).toMatchObject({ count: 2, duplicates: [] });
			const more = await send(database, camtOf([alike, alike, alike]));
			expect(more.taken).toMatchObject({ count: 1, total: 1_00 });
			expect(more.taken?.duplicates).toHaveLength(2);
		}
	);

	northmere('of two payments to one debt gives the second what is left', async ({ database }) => {
		const owed = await balanceOf(database, 'NM04715528');
		const reference = 'NM0471 5528';
		const { taken } = await send(
			database,
			camtOf([
				{ amount: pence(60_00), reference },
				{ amount: pence(60_00), reference }
			])
		);
		expect(taken).toMatchObject({ placed: owed, waiting: 120_00 - owed });
		expect(await balanceOf(database, 'NM04715528')).toBe(0);
	});

	northmere('that names two accounts waits for a person', async ({ database }) => {
		const { taken } = await send(
			database,
			camtOf([{ amount: pence(3_00), reference: '7710448261 AND HBO210877' }])
		);
		expect(taken).toMatchObject({ placed: 0, waiting: 3_00 });
	});
});

describe('a debt in a moratorium', () => {
	northmere('takes the money that is offered to it', async ({ database }) => {
		const before = await balanceOf(database, '7710331945');
		await send(database, camtOf([{ amount: pence(20_00), reference: '7710331945' }]));
		expect(await balanceOf(database, '7710331945')).toBe(before - 20_00);
	});
});

describe('a file that is not right', () => {
	const good = camtOf([{ amount: pence(7_00), reference: 'HBO210877' }]);
	const bomb = good.replace(
		'<Document',
		'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<Document'
	);
	const amount = (written: string) =>
		good.replaceAll('<Amt Ccy="GBP">7.00</Amt>', `<Amt Ccy="GBP">${written}</Amt>`);

	northmere.for([
		['an entity bomb', bomb, /defines entities of its own/],
		['a truncated file', good.slice(0, 900), /ends before it is finished/],
		['a file cut in mid-word', good.slice(0, -30), /ends before it is finished/],
		['a negative amount', amount('-7.00'), /^line \d+: the amount "-7.00" is less than nothing/],
		['an amount of 15 digits', amount('123456789012345.00'), /is more than any one payment can be/],
		['an amount of a tenth of a penny', amount('7.001'), /"7.001" is not an amount/],
		['an amount in words', amount('seven'), /"seven" is not an amount/],
		['nothing at all', amount('0.00'), /the amount is nothing/],
		[
			'31 February',
			good.replaceAll('<Dt>2026-11-18</Dt>', '<Dt>2026-02-31</Dt>'),
			/no day "2026-02-31"/
		],
		[
			'euros',
			good.replaceAll('Ccy="GBP">7.00', 'Ccy="EUR">7.00'),
			/the amount is in "EUR", not in GBP/
		],
		[
			'a statement that does not add up',
			camtOf([{ amount: pence(7_00) }], { closing: pence(1) }),
			/does not add up/
		],
		[
			'another message',
			good.replaceAll('camt.053.001.08', 'camt.054.001.08'),
			/not a camt.053 statement/
		],
		['a NUL byte', good.replace('HBO210877', 'HBO\u0000210877'), /not well-formed/],
		['no letters', 'PK\u0003\u0004', /no mapping has these names/],
		['nothing', '', /the file is empty/]
	] as const)(
		'is refused whole, and says what and where: %s',
		async ([, file, says], { database }) => {
			const count = await countOf(database);
			const { received, problems } = await send(database, file);
			expect(received).toBeNull();
			expect(problems.join('\n')).toMatch(says);
			expect(await countOf(database)).toBe(count);
		}
	);

	northmere('names every line that is wrong', async ({ database }) => {
		const file = camtOf([{ amount: pence(7_00) }, { amount: pence(8_00) }, { amount: pence(9_00) }])
			.replaceAll('GBP">7.00', 'EUR">7.00')
			.replaceAll('GBP">9.00', 'USD">9.00');
		const { problems } = await send(database, file);
		expect(problems.filter((says) => says.includes('not in GBP')).length).toBeGreaterThan(1);
	});
});

describe('the demo', () => {
	northmere('has its suspense as a receipt', async ({ database }) => {
		const [row] = await database.sql`select amount_pence as amount, state from receipts
			where received_on = '2026-11-02'`;
		expect(row).toEqual({ amount: 131_00, state: 'suspense' });
	});
});
