/** What a source was told is confirmed by the extract that shows it, with that extract's day, and by nothing else. */
import { Readable } from 'node:stream';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { detailRecord } from '#server/debts/queries.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { Database } from '#server/db/client.ts';
import { importExtract } from '#server/imports/import.ts';
import { instruct } from '#server/letters/instruct.ts';
import { lookInto } from '#server/letters/outbox/look-into.ts';
import { urgentNow } from '#server/letters/outbox/urgent.ts';
import type { DebtInstruction } from '#shared/outcomes/instruct.ts';
import { pence } from '#shared/money/pence.ts';
import { addDays, day, instant, type Day } from '#shared/time/day.ts';
import {
	extractOf,
	KELLYS,
	KELLYS_DEBT,
	shippedMapping,
	TAX,
	type ExtractLine
} from '../../builders/extracts.ts';
import { test } from '../flow.ts';

const AT = instant('2027-03-31T10:00:00.000Z');
const clock = fixedClock(AT);
const FIRST = day('2026-11-18');
const AGENTS = {
	method: 'agents',
	methodSinceOn: day('2026-11-03'),
	agent: 'Pike and Harrow Enforcement',
	agentFees: pence(7_500),
	agentFeesToldOn: day('2026-11-10')
} as const;

const DEBIT = { collectedBy: 'direct-debit', collectedTakes: pence(14_000) } as const;
/** One word for how the account is paid. */
const OF_PAY = { collectedBy: 'earnings-order', collectedTakes: pence(29_614) } as const;

async function take(url: string, { lines, on }: { lines: readonly ExtractLine[]; on: Day }) {
	const bytes = extractOf('council-tax', lines, { on });
	const file = { name: 'extract', length: bytes.length, bytes: Readable.from([bytes]) };
	const mapping = shippedMapping('council-tax');
	expect(await importExtract({ url, clock, mapping, file })).toMatchObject({
		state: 'published',
		rejected: 0
	});
}

const debt = (given: object = {}): ExtractLine => ['debt', { ...KELLYS_DEBT, ...given }];
const hold = (given: object = {}): ExtractLine => [
	'hold',
	{ ...TAX, key: 'CT-1', kind: 'stopped', fromOn: day('2026-11-19'), ...given }
];

describe('what a source was told of a debt', () => {
	test.beforeAll(async ({ databaseUrl }) => {
		await take(databaseUrl, { lines: KELLYS, on: FIRST });
	});

	test.for<[string, DebtInstruction, string, readonly ExtractLine[], 'told' | 'confirmed']>([
		['a stop by no word of it', 'stop', 'arrangement', [debt()], 'told'],
		['a stop by recovery that is stopped', 'stop', 'arrangement', [debt(), hold()], 'confirmed'],
		[
			'a stop by any other hold that runs',
			'stop',
			'hold',
			[hold({ kind: 'dispute', untilOn: day('2027-01-31') })],
			'confirmed'
		],
		[
			'a stop by a hold that is over',
			'stop',
			'hold',
			[hold({ kind: 'dispute', untilOn: day('2026-11-19') })],
			'told'
		],
		['a restart by a hold that runs', 'restart', 'arrangement', [debt(), hold()], 'told'],
		[
			'a restart by a hold that is over',
			'restart',
			'arrangement',
			[hold({ untilOn: day('2026-11-20') })],
			'confirmed'
		],
		[
			'a restart by a stage reached since',
			'restart',
			'arrangement',
			[debt({ stage: 'SUMMONS', stageOn: day('2026-12-31') })],
			'confirmed'
		],
		['a recall by a debt that agents have', 'recall', 'recall', [debt(AGENTS)], 'told'],
		['a recall by a debt that none have', 'recall', 'recall', [debt()], 'confirmed'],
		[
			'a step by its stage',
			'step',
			'LIABILITY_ORDER',
			[debt({ stage: 'LIABILITY_ORDER', stageOn: day('2027-01-02') })],
			'confirmed'
		],
		['a step by another stage', 'step', 'COMMITTAL', [debt()], 'told'],
		['a Direct Debit by one that runs', 'end', 'direct-debit', [debt(DEBIT)], 'told'],
		['a Direct Debit by none', 'end', 'direct-debit', [debt()], 'confirmed'],
		[
			'a Direct Debit by a word for nothing',
			'end',
			'direct-debit',
			[debt({ collectedBy: 'nothing' })],
			'confirmed'
		],
		['a standing order by a system that names none', 'end', 'standing-order', [debt()], 'told'],
		['an earnings order by one that runs', 'end', 'earnings-order', [debt(OF_PAY)], 'told'],
		['an earnings order by none', 'end', 'earnings-order', [debt()], 'confirmed']
	])(
		'is confirmed or not: %s',
		async ([, kind, because, lines, state], { databaseUrl, database, owner }) => {
			await owner`delete from instructions`;
			const [one] = await database.sql<{ debtId: string; customerId: string; last: Day }[]>`
			select d.id as "debtId", l.customer_id as "customerId",
				(select max(extract_on) from imports) as last
			from debts d join liabilities l on l.debt_id = d.id`;
			if (!one) throw new Error('There is no debt.');
			const { debtId, customerId, last } = one;
			await inTransaction(database, (tx) =>
				instruct(tx, {
					instructions: [{ debtId, kind, because }],
					customerId,
					contactId: null,
					at: AT
				})
			);
			await owner`update instructions set state = 'told', told_at = ${`${last}T09:00:00Z`}`;
			// Of a day before it was told an extract says nothing about it.
			const on = addDays(last, 1);
			await take(databaseUrl, { lines, on });
			const [told] =
				await database.sql`select state, confirmed_on as "confirmedOn" from instructions where not to_agent`;
			expect(told).toEqual({ state, confirmedOn: state === 'confirmed' ? on : null });
			const detail = await detailRecord(database.sql, { debtId, customerId });
			const shown = { state, toldOn: last, confirmedOn: state === 'confirmed' ? on : null };
			if (kind === 'end') expect(detail?.ends).toMatchObject({ by: because, ...shown });
			else expect(detail?.told).toEqual({ kind, ...shown });
		}
	);

	test('holds nothing here when it is only stopped', async ({ database }) => {
		const kinds = await database.sql`select distinct kind from holds`;
		expect(kinds).toEqual([{ kind: 'dispute' }]);
	});
});

describe('what collects a debt', () => {
	const latest = async (database: Database) => {
		const [row] = await database.sql<{ last: Day }[]>`select max(extract_on) as last from imports`;
		return row?.last ?? FIRST;
	};
	const methodOf = async (database: Database) => {
		const [row] = await database.sql`select facts -> 'method' as method,
			facts -> 'collected' as collected from debts`;
		return row;
	};

	test('is kept as its extract says, with what it takes and when, until it says so no more', async ({
		databaseUrl,
		database
	}) => {
		const on = await latest(database);
		const said = { collectedEvery: 'month', collectedOn: day('2027-02-15'), collectedFrom: 'CT-1' };
		await take(databaseUrl, { lines: [debt({ ...DEBIT, ...said })], on });
		expect(await methodOf(database)).toEqual({
			method: null,
			collected: {
				by: 'direct-debit',
				takesPence: 140_00,
				every: 'month',
				nextOn: '2027-02-15',
				from: 'CT-1'
			}
		});
		await take(databaseUrl, { lines: [debt(OF_PAY)], on: addDays(on, 1) });
		expect(await methodOf(database)).toEqual({
			method: { kind: 'earnings-order', sinceOn: '2026-10-12', takesPence: 296_14 },
			collected: null
		});
		await take(databaseUrl, { lines: [debt()], on: addDays(on, 2) });
		expect(await methodOf(database)).toEqual({ method: null, collected: null });
	});

	test('still, after it was told to end, is on the list to look into, and is told once more', async ({
		databaseUrl,
		database,
		owner
	}) => {
		await owner`delete from instructions`;
		const last = await latest(database);
		const [one] = await database.sql<{ debtId: string; customerId: string }[]>`
			select debt_id as "debtId", customer_id as "customerId" from liabilities`;
		if (!one) throw new Error('There is no debt.');
		const { debtId, customerId } = one;
		const instructions = [{ debtId, kind: 'end', because: 'direct-debit' }] as const;
		await inTransaction(database, (tx) =>
			instruct(tx, { instructions, customerId, contactId: null, at: AT })
		);
		await owner`update instructions set state = 'told', told_at = ${`${last}T09:00:00Z`}`;
		const list = async () => urgentNow(database.orm, { at: AT, mayOpenRestricted: false });
		// What speaks of the day it was told says nothing of what came of it.
		await take(databaseUrl, { lines: [debt(DEBIT)], on: last });
		expect(await list()).toEqual([]);
		const on = addDays(last, 1);
		await take(databaseUrl, { lines: [debt(DEBIT)], on });
		const [still, ...others] = await list();
		expect(others).toEqual([]);
		expect(still).toMatchObject({ kind: 'still', by: 'direct-debit', on, taken: 0 });
		expect(still?.name).toMatch(/^K•+ A•+$/u);

		const { subject = '' } = still ?? {};
		const officer = {
			id: 'o1',
			name: 'Priya Nair',
			role: 'officer',
			teamId: 'revenues',
			extension: null
		} as const;
		const looked = { subject, note: 'Rang them.', officer, at: AT, today: on };
		expect(await inTransaction(database, (tx) => lookInto(tx, looked))).toMatchObject({
			ok: true,
			cost: 0
		});
		expect(await list()).toEqual([]);
		const told = await database.sql`select kind, because, state from instructions order by id`;
		expect(told.map((row): unknown[] => Object.values(row))).toEqual([
			['end', 'direct-debit', 'told'],
			['end', 'direct-debit', 'to-send']
		]);
		await owner`update instructions set state = 'told', told_at = ${`${last}T09:00:00Z`}`;
		await take(databaseUrl, { lines: [debt()], on: addDays(on, 1) });
		const states = await database.sql`select distinct state from instructions`;
		expect(states).toEqual([{ state: 'confirmed' }]);
	});

	test('by a standing order has ended when a month and more brings no payment by it', async ({
		databaseUrl,
		database,
		owner
	}) => {
		await owner`delete from instructions`;
		const last = await latest(database);
		await owner`insert into instructions (source, debt_id, customer_id, kind, because, send_by_at,
				given_at, state, told_at)
			select 'revenues', debt_id, customer_id, 'end', 'standing-order', ${AT}, ${AT}, 'told',
				${`${last}T09:00:00Z`} from liabilities`;
		const state = async () => (await database.sql`select state from instructions`)[0];
		const paid = (id: string, on: Day): ExtractLine => [
			'transaction',
			{ ...TAX, id, on, kind: 'payment', amount: pence(-1_00), method: 'standing-order' }
		];
		await take(databaseUrl, { lines: [debt()], on: addDays(last, 34) });
		expect(await state()).toEqual({ state: 'told' });
		await take(databaseUrl, {
			lines: [debt(), paid('SO1', addDays(last, 20))],
			on: addDays(last, 36)
		});
		expect(await state()).toEqual({ state: 'told' });
		const [still] = await urgentNow(database.orm, { at: AT, mayOpenRestricted: false });
		expect(still).toMatchObject({ kind: 'still', by: 'standing-order', taken: 1_00 });
		await owner`update instructions set told_at = ${`${addDays(last, 21)}T09:00:00Z`}`;
		await take(databaseUrl, { lines: [debt()], on: addDays(last, 60) });
		expect(await state()).toEqual({ state: 'confirmed' });
	});
});

describe('who has a debt', () => {
	test('comes, moves, and ends with what its extracts say', async ({
		databaseUrl,
		database,
		owner
	}) => {
		await owner`delete from agent_cases`;
		const cases = async () => database.sql`
			select agent, given_on as "givenOn", stage, fees_pence as fees, fees_told_on as "toldOn",
				ended_on as "endedOn" from agent_cases order by given_on`;
		const [{ last = FIRST } = {}] = await database.sql<{ last: Day }[]>`
			select max(extract_on) as last from imports`;
		const stage = { stage: 'ENFORCEMENT_AGENT', stageOn: day('2027-01-03') };
		await take(databaseUrl, { lines: [debt({ ...stage, ...AGENTS })], on: last });
		const first = { agent: AGENTS.agent, givenOn: '2026-11-03', fees: 7_500, toldOn: '2026-11-10' };
		expect(await cases()).toMatchObject([{ ...first, stage: 'compliance', endedOn: null }]);
		const running =
			await database.sql`select method, to_on as "toOn" from steps where to_on is null`;
		expect(running).toEqual([{ method: 'ENFORCEMENT_AGENT', toOn: null }]);

		const visited = { agentVisitedOn: last, agentFees: pence(31_000), agentFeesToldOn: last };
		const on = addDays(last, 1);
		await take(databaseUrl, { lines: [debt({ ...stage, ...AGENTS, ...visited })], on });
		expect(await cases()).toMatchObject([
			{ ...first, stage: 'enforcement', fees: 31_000, toldOn: last, endedOn: null }
		]);

		const back = { stage: 'LIABILITY_ORDER', stageOn: addDays(on, 1) };
		await take(databaseUrl, { lines: [debt(back)], on: addDays(on, 1) });
		expect(await cases()).toMatchObject([{ agent: AGENTS.agent, endedOn: addDays(on, 1) }]);
		expect(await database.sql`select from steps where to_on is null`).toHaveLength(0);
	});
});
