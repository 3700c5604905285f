/** The demo council as it is seeded: every figure of the twelve demo customers, from the database, through the rules. */
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { OFFICERS } from '#server/db/seed/officers.ts';
import { customerId } from '#server/db/seed/scenario.ts';
import { seedDemo } from '#server/db/seed/seed-demo.ts';
import { isProved, prove } from '#server/debts/prove.ts';
import type { Due } from '#shared/debts/debt.ts';
import type { DebtFacts } from '#shared/debts/facts.ts';
import { ladderOf } from '#shared/debts/ladder/ladder-codes.ts';
import { stagesOf, TRANSITIONS } from '#shared/debts/ladder/ladders.ts';
import type { Stream } from '#shared/debts/streams.ts';
import { sumsOf, totalOf, type Sums } from '#shared/debts/sums.ts';
import { pence, typePounds } from '#shared/money/pence.ts';
import { day, type Day } from '#shared/time/day.ts';
import { test } from './flow.ts';

const TODAY = day('2026-11-19');

const quietly = () => undefined;

async function sumsOfCustomer(
	owner: postgres.Sql,
	key: string,
	today: Day = TODAY
): Promise<{ debts: Record<string, Sums>; total: Sums }> {
	const rows = await owner<{ reference: string; balance: number; facts: DebtFacts; dues: Due[] }[]>`
		select d.reference, d.balance_pence::int as balance, d.facts,
			(select coalesce(json_agg(json_build_object('on', u.due_on, 'amount', u.amount_pence)), '[]')
				from dues u where u.debt_id = d.id) as dues
		from liabilities l join debts d on d.id = l.debt_id
		where l.customer_id = ${customerId(key)}`;
	const debts = Object.fromEntries(
		rows.map(({ reference, balance, facts, dues }) => [
			reference,
			sumsOf({ balance: pence(balance), facts, dues }, today)
		])
	);
	return { debts, total: totalOf(Object.values(debts)) };
}

function inPounds({ overdue, soon, later, balance }: Sums): string {
	return [overdue, soon, later, balance].map(typePounds).join(' ');
}

/** Overdue, next 28 days, later, balance: of every debt by its reference, and of them all. */
const FIGURES: [string, Record<string, string>, string][] = [
	[
		'kelly-ashworth',
		{
			'7710448261': '1184.37 0.00 0.00 1184.37',
			'7710448262': '354.00 118.00 354.00 826.00',
			HBO210877: '1460.25 0.00 0.00 1460.25',
			SI00903316: '126.00 0.00 0.00 126.00',
			NM04715528: '0.00 70.00 0.00 70.00'
		},
		'3124.62 188.00 354.00 3666.62'
	],
	[
		'dean-ashworth',
		{ '7710448261': '1184.37 0.00 0.00 1184.37', FT00518842: '612.40 0.00 0.00 612.40' },
		'1796.77 0.00 0.00 1796.77'
	],
	[
		'gareth-pellow',
		{
			'7710331945': '1020.00 0.00 0.00 1020.00',
			'7710331944': '0.00 21.25 233.75 255.00',
			'7710331947': '0.00 141.00 423.00 564.00',
			NM04688213: '105.00 0.00 0.00 105.00',
			HBO204419: '890.00 0.00 0.00 890.00'
		},
		'2015.00 162.25 656.75 2834.00'
	],
	[
		'amara-sesay',
		{ '7710552870': '775.50 0.00 0.00 775.50', RT00871206: '430.00 0.00 0.00 430.00' },
		'1205.50 0.00 0.00 1205.50'
	],
	['jean-tully', { '7710109336': '0.00 153.00 459.00 612.00' }, '0.00 153.00 459.00 612.00'],
	[
		'ronald-tully',
		{
			'7710109336': '0.00 153.00 459.00 612.00',
			CA00044718: '1310.40 0.00 0.00 1310.40',
			HBO211602: '212.00 0.00 0.00 212.00'
		},
		'1522.40 153.00 459.00 2134.40'
	],
	[
		'harbour-lane-cafe',
		{
			'40101277531': '4608.50 0.00 0.00 4608.50',
			BID0001277: '318.00 0.00 0.00 318.00',
			SI00887401: '540.00 0.00 0.00 540.00'
		},
		'5466.50 0.00 0.00 5466.50'
	],
	[
		'samira-haddad',
		{ '7710226841': '1932.00 0.00 0.00 1932.00', HBO208115: '764.00 0.00 0.00 764.00' },
		'2696.00 0.00 0.00 2696.00'
	],
	[
		'leon-varga',
		{
			'7710298811': '0.00 21.25 821.35 842.60',
			'7710298812': '1003.15 0.00 0.00 1003.15',
			'7710298813': '1114.25 0.00 0.00 1114.25',
			HBO206630: '890.00 0.00 0.00 890.00',
			NM04602717: '115.00 0.00 0.00 115.00'
		},
		'3122.40 21.25 821.35 3965.00'
	],
	[
		'zhang-liwen',
		{ '7710480025': '141.00 141.00 423.00 705.00', HBO209958: '0.00 57.60 345.60 403.20' },
		'141.00 198.60 768.60 1108.20'
	],
	[
		'stefan-nowak',
		{
			'7710317720': '912.60 0.00 0.00 912.60',
			'7710317721': '977.60 0.00 0.00 977.60',
			HBO201337: '3310.00 0.00 0.00 3310.00'
		},
		'5200.20 0.00 0.00 5200.20'
	],
	[
		'margaret-doyle',
		{ CA00039062: '2140.00 0.00 0.00 2140.00', '7710066218': '0.00 0.00 0.00 0.00' },
		'2140.00 0.00 0.00 2140.00'
	],
	[
		'grace-okafor',
		{
			'7710219553': '131.00 131.00 393.00 655.00',
			'7710219551': '0.00 296.14 308.06 604.20',
			NM04699850: '0.00 70.00 0.00 70.00'
		},
		'131.00 497.14 701.06 1329.20'
	],
	['darren-pike', { '7710407742': '286.00 71.50 214.50 572.00' }, '286.00 71.50 214.50 572.00'],
	[
		'bella-frost',
		{ '7710350073': '0.00 0.00 0.00 -212.40', SI00899713: '188.00 0.00 0.00 188.00' },
		'188.00 0.00 0.00 188.00'
	],
	['erin-cole', { '7710388001': '4999.99 0.00 0.00 4999.99' }, '4999.99 0.00 0.00 4999.99'],
	['evan-cole', { '7710388002': '5000.00 0.00 0.00 5000.00' }, '5000.00 0.00 0.00 5000.00'],
	['ivy-benn', { '7710355190': '1466.00 0.00 0.00 1466.00' }, '1466.00 0.00 0.00 1466.00']
];

describe('Northmere on 19 November 2026', () => {
	test.beforeAll(async ({ databaseUrl }) => {
		const seeded = await seedDemo({ url: databaseUrl, today: TODAY, say: quietly });
		expect(seeded).toMatchObject({ ok: true, moved: [] });
	});

	test.for(FIGURES)('%s owes it to the penny', async ([key, debts, total], { owner }) => {
		const found = await sumsOfCustomer(owner, key);
		const said = Object.entries(found.debts).map(([reference, sums]) => [
			reference,
			inPounds(sums)
		]);
		expect(Object.fromEntries(said)).toEqual(debts);
		expect(inPounds(found.total)).toBe(total);
	});

	test('has books that prove', async ({ database }) => {
		const proof = await prove(database.sql);
		expect(isProved(proof)).toBe(true);
		expect(proof.debtCount).toBeGreaterThan(3500);
		expect(proof.funds.find(({ fund }) => fund === 'suspense')?.amount).toBe(-13100);
	});

	test('occupies every rung of every ladder', async ({ owner }) => {
		const taken = await owner<{ stream: Stream; stage: string }[]>`
			select distinct stream, stage from debts`;
		for (const code of TRANSITIONS.keys()) {
			const stages = taken.filter(({ stream }) => ladderOf(stream) === code);
			expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(stagesOf(code)));
		}
	});

	test('is as skewed as a city: most owe little, a few a great deal', async ({ owner }) => {
		const [spread] = await owner`select
			count(*) filter (where balance_pence between 1 and 59999) > count(*) * 0.7 as "mostAreSmall",
			count(*) filter (where balance_pence > 500000) > 5 as "someAreLarge",
			count(*) filter (where balance_pence = 0) > 20 as "someAreNothing",
			count(*) filter (where balance_pence < 0) > 3 as "someAreCredits"
			from debts`;
		expect(Object.values(spread ?? {})).toEqual([true, true, true, true]);
	});

	test('has one in twenty with a support need or breathing space', async ({ owner }) => {
		const [share] = await owner`select avg(case when exists (
				select from holds h where h.customer_id = c.id
					and h.kind in ('breathing-space', 'mental-health-crisis'))
			or exists (select from support_needs s where s.customer_id = c.id) then 1.0 else 0 end)::float
			as share from customers c`;
		expect(share?.['share']).toBeGreaterThan(0.045);
		expect(share?.['share']).toBeLessThan(0.075);
	});

	test.for([
		['+447700900123', 1],
		['+441632960456', 2],
		['+447700900188', 1],
		['+441632960777', 1],
		['+447700900234', 1],
		['+441632960142', 2],
		['+441632960900', 30],
		['+447700900617', 0],
		['+441632960866', 0],
		['+12025550143', 0],
		['+441632960987', 0]
	] as const)('the number %s means %i people', async ([number, people], { owner }) => {
		const [found] = await owner`select count(distinct customer_id)::int as people
			from customer_phones where e164 = ${number}`;
		expect(found?.['people']).toBe(people);
	});

	test('knows the caller of recording a on several streams, confirmed within the year', async ({
		owner
	}) => {
		const [caller] = await owner`select p.confirmed_on > '2025-11-19' as confirmed,
			count(distinct d.stream)::int as streams
			from customer_phones p join liabilities l using (customer_id) join debts d on d.id = l.debt_id
			where p.e164 = '+447700900123' group by 1`;
		expect(caller).toEqual({ confirmed: true, streams: 4 });
	});

	test('has shared numbers, recycled numbers and nobody on the council’s own lines', async ({
		owner
	}) => {
		const [numbers] = await owner`with used as (
				select e164, count(*) filter (where to_on is null) as now, count(to_on) as before
				from customer_phones group by e164)
			select count(*) filter (where now > 1) > 50 as shared,
				count(*) filter (where now > 0 and before > 0) > 20 as recycled,
				count(*) filter (where e164 in ('+441632960100', '+441632960103', '+441632960110')) as ours
			from used`;
		expect(numbers).toEqual({ shared: true, recycled: true, ours: '0' });
	});

	test('holds no fact of the future: nothing is paid, reached or entered after today', async ({
		owner
	}) => {
		const [late] = await owner`select
			(select count(*) from entries where entered_on > ${TODAY})::int as entries,
			(select count(*) from stage_changes where reached_on > ${TODAY})::int as stages,
			(select count(*) from debts where stage_on > ${TODAY})::int as debts,
			(select count(*) from customer_phones where confirmed_on > ${TODAY})::int as phones`;
		expect(late).toEqual({ entries: 0, stages: 0, debts: 0, phones: 0 });
	});

	test('counts a payment of 23:59 on 31 March in the year that is ending', async ({ owner }) => {
		const [received] = await owner`select entered_on::text as on, at at time zone 'utc' as at
			from entries where payer_id = ${customerId('idris-khan')} and amount_pence = -12000`;
		expect(received?.['on']).toBe('2026-03-31');
		expect((received?.['at'] as Date).toISOString()).toBe('2026-03-31T22:59:00.000Z');
	});

	test('gives the recordings their officers', async ({ owner }) => {
		const staff = await owner`select extension, name from auth_user
			where extension in ('1001', '1002', '1003') order by extension`;
		expect(staff.map((row) => row['name'] as string)).toEqual([
			'Priya Nair',
			'Tom Reyes',
			'Siân Prosser'
		]);
	});
});

describe('a second seed', () => {
	test('is refused, and nothing is changed', async ({ databaseUrl, owner }) => {
		const count = () => owner`select count(*)::int as count from entries`;
		const before = await count();
		const again = await seedDemo({ url: databaseUrl, today: TODAY, say: quietly });
		expect(again).toEqual({ ok: false, because: 'not-empty' });
		expect(await count()).toEqual(before);
	});

	test('that is asked for makes the same people, and leaves sign-in as it was', async ({
		databaseUrl,
		owner
	}) => {
		const everybody = () =>
			owner`select md5(string_agg(id::text || balance_pence, ',' order by id)) as all from debts`;
		const before = await everybody();
		await owner`insert into auth_session (id, user_id, token, expires_at)
			values ('kept', ${OFFICERS[0]?.id ?? ''}, 'kept', now() + interval '1 hour')`;
		await seedDemo({ url: databaseUrl, today: TODAY, say: quietly, again: true });
		expect(await everybody()).toEqual(before);
		expect(await owner`select id from auth_session`).toEqual([{ id: 'kept' }]);
	});
});

describe('Northmere on another day', () => {
	test.for(['2027-04-01', '2027-04-20', '2027-08-09', '2028-02-29', '2027-03-31'])(
		'%s: keeps its distances, holds every fact in its tax year and proves',
		async (on, { databaseUrl, database, owner }) => {
			const today = day(on);
			const seeded = await seedDemo({
				url: databaseUrl,
				today,
				say: quietly,
				again: true,
				households: 120
			});
			expect(seeded.ok && seeded.moved.length > 0).toBe(true);
			expect(isProved(await prove(database.sql))).toBe(true);
			const { total } = await sumsOfCustomer(owner, 'kelly-ashworth', today);
			expect(typePounds(total.balance)).toBe('3666.62');
			const outside =
				await owner`select d.title, u.due_on from debts d join dues u on u.debt_id = d.id
				where d.stream = 'council-tax' and u.due_on not between d.from_on and d.until_on`;
			expect(outside).toEqual([]);
			const late = await owner`select id from entries where entered_on > ${today}`;
			expect(late).toEqual([]);
		}
	);

	test('a date two days later moves nothing by more than two days', async ({
		databaseUrl,
		owner
	}) => {
		const today = day('2026-11-21');
		const seeded = await seedDemo({
			url: databaseUrl,
			today,
			say: quietly,
			again: true,
			households: 0
		});
		expect(seeded).toMatchObject({ ok: true, moved: [] });
		const { total } = await sumsOfCustomer(owner, 'kelly-ashworth', today);
		expect(inPounds(total)).toBe('3124.62 188.00 354.00 3666.62');
	});
});
