/** What banks say of Direct Debits: a payment that came back is owed again, a death holds, and the rest is to be done. */
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { sayProblem } from '#server/income/files/problem.ts';
import { closeAdvice } from '#server/income/advices/close-advice.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { sayReceived } from '#server/income/receiving/say-received.ts';
import { advicesSeen } from '#server/income/advices/see-advices.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Did } from '#shared/income/advices/advice-closing.ts';
import { formatPounds, pence } from '#shared/money/pence.ts';
import { instant } from '#shared/time/day.ts';
import { addacsOf, aruddOf, type Returned } from '../../builders/bacs.ts';
import { camtOf } from '../../builders/camt.ts';
import { northmere as test } from '../flow.ts';

const clock = fixedClock(instant('2026-11-19T09:00:00Z'));

afterEach<{ database: Database }>(async ({ database }) => {
	const proof = await prove(database.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

async function send(database: Database, file: string): Promise<readonly string[]> {
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
	return answer.ok ? sayReceived(answer.value) : answer.problems.map(sayProblem);
}

async function owed(owner: postgres.Sql, reference: string): Promise<number> {
	const [row] = await owner`select balance_pence::int as owed from debts
		where reference = ${reference}`;
	return row?.['owed'] as number;
}

async function advice(owner: postgres.Sql, reference: string) {
	const [row] =
		await owner`select to_do, is_held, set_id is not null as is_reversed from bank_advices
		where reference = ${reference} order by at desc, line_number desc limit 1`;
	return row;
}

const GRACE: Returned = {
	reference: '7710219553',
	amount: pence(131_00),
	code: '0128',
	on: '2026-11-16'
};
const TULLY: Returned = {
	reference: '7710109336',
	amount: pence(153_00),
	code: '2012',
	on: '2026-11-16',
	payer: 'MR R TULLY'
};

describe('a payment that comes back', () => {
	test('is owed again and asked for once more, once however often it is sent', async ({
		database,
		owner
	}) => {
		const before = await owed(owner, GRACE.reference);
		const file = aruddOf([GRACE]);
		expect(await send(database, file)).toEqual([
			'1 payment of £131.00 came back, and each is owed again.',
			'1 advice: to be asked for again on the next pay day, told first.'
		]);
		expect(await owed(owner, GRACE.reference)).toBe(before + 131_00);
		expect(await advice(owner, GRACE.reference)).toEqual({
			to_do: 'retry',
			is_held: false,
			is_reversed: true
		});
		expect((await send(database, file))[0]).toMatch(/^this file was received on/);
		const again = await send(database, file.replace('adviceNumber="001"', 'adviceNumber="002"'));
		expect(again).toEqual([expect.stringMatching(/^1 line had come in before/)]);
		expect(await owed(owner, GRACE.reference)).toBe(before + 131_00);
	});

	test('is not reversed where no such payment is on the account', async ({ database, owner }) => {
		const before = await owed(owner, 'HBO210877');
		const said = await send(
			database,
			aruddOf([{ ...GRACE, reference: 'HBO210877', amount: pence(1_23) }])
		);
		expect(said).toEqual(['1 advice: of no payment that is on the account.']);
		expect(await owed(owner, 'HBO210877')).toBe(before);
		expect(await send(database, aruddOf([{ ...GRACE, reference: '7799999999' }]))).toEqual([
			'1 advice: of no account of ours.'
		]);
	});

	test('that was a receipt of ours is returned', async ({ database, owner }) => {
		const before = await owed(owner, 'SI00903316');
		const paid = { amount: pence(12_34), reference: 'SI00903316', on: '2026-11-17' };
		await send(database, camtOf([paid]));
		expect(await owed(owner, 'SI00903316')).toBe(before - 12_34);
		await send(database, aruddOf([{ ...GRACE, ...paid, code: '1' }]));
		expect(await owed(owner, 'SI00903316')).toBe(before);
		const [receipt] = await owner`select state, returned_pence::int as returned from receipts
			where amount_pence = 1234`;
		expect(receipt).toEqual({ state: 'returned', returned: 12_34 });
		const { receipts } = await prove(database.sql);
		expect(formatPounds(receipts.returned)).toBe('£12.34');
	});
});

describe('a death that a bank tells', () => {
	test('holds every debt of the one who paid, and nobody else’s', async ({ database, owner }) => {
		const said = await send(database, aruddOf([TULLY]));
		expect(said[0]).toBe('1 payment of £153.00 came back, and each is owed again.');
		const held = await owner`select d.reference, c.given_names, h.until_on::text from holds h
			join debts d on d.id = h.debt_id join customers c on c.id = h.customer_id
			where h.kind = 'deceased' and h.from_on = '2026-11-19' order by d.reference`;
		expect(held.map((row): unknown[] => Object.values(row))).toEqual([
			['7710109336', 'Ronald', '2026-12-17'],
			['CA00044718', 'Ronald', '2026-12-17'],
			['HBO211602', 'Ronald', '2026-12-17']
		]);
		expect(await advice(owner, TULLY.reference)).toMatchObject({ to_do: 'bereavement' });
	});

	test('that is known already changes nothing but the payment', async ({ database, owner }) => {
		const count = async () =>
			(await owner`select count(*)::int as n, max(until_on)::text as last from holds`)[0];
		const before = await count();
		const earlier = { ...TULLY, on: '2026-10-15' };
		const said = await send(database, aruddOf([earlier]));
		expect(said).toEqual([
			'1 payment of £153.00 came back, and each is owed again.',
			'1 advice: nothing more to do.'
		]);
		expect(await count()).toEqual(before);
	});

	test('where it is not plain whose, is for a person to see', async ({ database, owner }) => {
		const file = addacsOf([{ reference: '7710448261', code: '2', on: '2026-11-18' }]);
		expect(await send(database, file)).toEqual(['1 advice: a death, and it is not plain whose.']);
		expect(await advice(owner, '7710448261')).toMatchObject({ to_do: 'whose', is_held: false });
	});
});

describe('an instruction', () => {
	test.for([
		['1', 'direct-debit-lost'],
		['B', 'direct-debit-lost'],
		['3', 'update-details'],
		['C', 'update-details'],
		['E', 'update-details'],
		['D', 'look'],
		['R', null]
	] as const)('with code %s: %s', async ([code, toDo], { database, owner }) => {
		const reference = '7710298813';
		await send(database, addacsOf([{ reference, code, on: '2026-11-18' }]));
		const [row] = await owner`select to_do from bank_advices where kind = 'addacs'
			and code = ${code} and reference = ${reference}`;
		expect(row).toEqual({ to_do: toDo });
	});
});

describe('an advice', () => {
	const asked = { officerId: 'siân', at: instant('2026-11-19T10:00:00Z') };
	const openOnes = (database: Database) =>
		advicesSeen(database.orm, { after: null, mayOpenRestricted: false });

	test('is on a list until somebody says what was done', async ({ database, owner }) => {
		await send(database, aruddOf([{ ...GRACE, amount: pence(131_00), on: '2026-10-16' }]));
		const reference = '7710298813';
		await send(database, addacsOf([{ reference, code: '1', on: '2026-11-14' }]));
		const { open } = await openOnes(database);
		const found = open.find((one) => one.reference === reference && one.on === '2026-11-14');
		expect(found).toMatchObject({ means: 'Instruction cancelled by payer', doneAt: null });
		const close = (did: Did) =>
			inTransaction(database, (tx) =>
				closeAdvice(tx, { adviceId: found?.id ?? '', did, ...asked })
			);
		expect(await close('death-confirmed')).toEqual({ ok: false, because: 'not-one-of-these' });
		expect(await close('another-way')).toEqual({ ok: true, changed: [] });
		expect(await close('another-way')).toEqual({ ok: false, because: 'gone' });
		const [row] = await owner`select did, done_by, done_at::text from bank_advices
			where id = ${found?.id ?? ''}`;
		expect(row).toMatchObject({ did: 'another-way', done_by: 'siân' });
		const acts = await owner`select act from audit where subject_id = ${found?.id ?? ''}`;
		expect(acts.map((one) => one['act'] as string)).toEqual(['income.advice-closed']);
		expect((await openOnes(database)).done[0]).toMatchObject({ did: 'another-way' });
	});

	test('that an instruction is in force again ends what its end had asked', async ({
		database
	}) => {
		const reference = '7710298813';
		await send(database, addacsOf([{ reference, code: '0', on: '2026-11-12' }]));
		await send(database, addacsOf([{ reference, code: 'R', on: '2026-11-13' }]));
		const { open, done } = await openOnes(database);
		expect(
			open.filter((one) => one.reference === reference && one.toDo === 'direct-debit-lost')
		).toEqual([]);
		expect(done).toContainEqual(expect.objectContaining({ did: 'in-force-again', doneBy: null }));
	});

	test('of a death that was a mistake holds nothing any more', async ({ database, owner }) => {
		const { open } = await openOnes(database);
		const death = open.find(({ toDo }) => toDo === 'bereavement');
		const held = async () =>
			(
				await owner`select count(*)::int as n from holds where kind = 'deceased'
				and from_on = '2026-11-19' and lifted_at is null`
			)[0]?.['n'] as number;
		const before = await held();
		expect(before).toBeGreaterThan(0);
		await inTransaction(database, (tx) =>
			closeAdvice(tx, { adviceId: death?.id ?? '', did: 'not-a-death', ...asked })
		);
		expect(await held()).toBeLessThan(before);
	});

	test('to refer to payer is asked for again on a day that leaves their notice', async ({
		owner
	}) => {
		const rows = await owner`select retry_on::text from bank_advices where to_do = 'retry'`;
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect((row['retry_on'] as string) >= '2026-12-03').toBe(true);
	});
});

describe('advices that are not right', () => {
	const good = aruddOf([GRACE, TULLY]);
	test.for([
		[
			'a total of others',
			good.replace('numberOf="2"', 'numberOf="3"'),
			/the total is not that of its 2 items/
		],
		['a reason nobody gives', good.replace('"0128"', '"XX"'), /"XX" is no reason that Bacs gives/],
		['31 February', good.replace('2026-11-16', '2026-02-31'), /no day "2026-02-31"/],
		[
			'a negative amount',
			good.replace('valueOf="131.00"', 'valueOf="-131.00"'),
			/less than nothing/
		],
		['euros', good.replace('currency="GBP"', 'currency="EUR"'), /not in GBP/],
		[
			'an entity',
			good.replace('<BACSDocument', '<!DOCTYPE x [<!ENTITY a "b">]><BACSDocument'),
			/entities of its own/
		],
		['half of it', good.slice(0, 1200), /ends before it is finished/],
		['no amount', good.replace(' valueOf="131.00"', ''), /"" is not an amount/],
		['none', '<BACSDocument><Data></Data></BACSDocument>', /no ARUDD or ADDACS advice/]
	] as const)('are refused whole: %s', async ([, file, says], { database, owner }) => {
		const count = async () => (await owner`select count(*)::int as n from bank_advices`)[0];
		const before = await count();
		expect((await send(database, file)).join('\n')).toMatch(says);
		expect(await count()).toEqual(before);
	});
});
