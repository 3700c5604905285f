/**
 * Arrangements for the nightly bench, made by set statements: two debts each, twelve monthly payments of £100 since
 * January, every one that has fallen due paid, but for one in twenty whose last was not. The books are as they would be;
 * only the triggers that watch row by row stand aside while a million rows are written.
 */
import postgres from 'postgres';

const WATCHED = [
	'debts',
	'entries',
	'arrangements',
	'arrangement_debts',
	'instalments',
	'allocations'
] as const;

const ID = (kind: number) => `('0000000${kind}-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

const FILL = [
	`insert into customers (id, kind, given_names, family_name, source)
		select ${ID(1)}, 'person', 'Bench', 'Number ' || n, 'bench' from made`,
	`insert into contacts (id, channel, customer_id, version, started_at, closed_at)
		select ${ID(2)}, 'writing', ${ID(1)}, 1, '2025-12-15 10:00Z', '2025-12-15 10:10Z' from made`,
	...[3, 4].map(
		(
			kind
		) => `insert into debts (id, stream, reference, title, from_on, stage, stage_on, source, balance_pence)
		select ${ID(kind)}, 'council-tax', 'B${kind}' || n, 'Council Tax ${2021 + kind}', '2025-04-01',
			'LIABILITY_ORDER', '2025-10-01', 'council-tax',
			60000 - 10000 * (${kind === 3 ? '6' : '5 - (n % 20 = 0)::int'}) from made`
	),
	...[3, 4].map(
		(kind) => `insert into liabilities (id, debt_id, customer_id, ground, from_on)
		select gen_random_uuid(), ${ID(kind)}, ${ID(1)}, 'sole', '2025-04-01' from made`
	),
	...[3, 4].map(
		(
			kind
		) => `insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source)
		select ${ID(kind)}, l.debt_id, l.fund, l.pence, 'charge', '2025-04-01', '2025-04-01 10:00Z', 'council-tax'
		from made, lateral (values (${ID(kind)}, null, 60000), (null::uuid, 'income', -60000)) as l (debt_id, fund, pence)`
	),
	`insert into arrangements (id, number, payment_reference, customer_id, contact_id, state, amount_pence, rhythm, method,
			first_on, last_on, payment_count, total_pence, agreed_on, agreed_at, officer_id, role, cites)
		select ${ID(5)}, 'BENCH ' || n, 'BENCH ' || n, ${ID(1)}, ${ID(2)}, 'active', 10000, 'monthly', 'card', '2026-01-01',
			'2026-12-01', 12, 120000, '2025-12-15', '2025-12-15 10:00Z', 'bench', 'officer', '[]' from made`,
	`insert into arrangement_debts (arrangement_id, debt_id, customer_id, owed_pence, position, clear_on)
		select ${ID(5)}, d.id, ${ID(1)}, 60000, d.position, '2026-12-01'
		from made, lateral (values (1, ${ID(3)}), (2, ${ID(4)})) as d (position, id)`,
	`insert into instalments (arrangement_id, number, due_on, taken_on, is_provisional, method, amount_pence)
		select ${ID(5)}, k, make_date(2026, k, 1), make_date(2026, k, 1), false, 'card', 10000
		from made, generate_series(1, 12) k`,
	`insert into allocations (arrangement_id, number, debt_id, amount_pence)
		select ${ID(5)}, k, case when k <= 6 then ${ID(3)} else ${ID(4)} end, 10000
		from made, generate_series(1, 12) k`,
	`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source, method)
		select s.id, l.debt_id, l.fund, l.pence, 'payment', s.day, s.day + time '12:00', 'fairline', 'card'
		from (select n, k, gen_random_uuid() as id, make_date(2026, k, 1) as day
			from made, generate_series(1, 11) k where k < 11 or n % 20 <> 0 offset 0) s,
			lateral (values (case when k <= 6 then ${ID(3)} else ${ID(4)} end, null, -10000),
				(null::uuid, 'bank', 10000)) as l (debt_id, fund, pence)`
];

export async function fillArrangements(url: string, count: number): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql.begin(async (tx) => {
			for (const table of WATCHED) await tx.unsafe(`alter table ${table} disable trigger user`);
			await tx.unsafe(
				`create temp table made on commit drop as select n from generate_series(1, ${count}) n`
			);
			for (const statement of FILL) await tx.unsafe(statement);
			for (const table of WATCHED) await tx.unsafe(`alter table ${table} enable trigger user`);
		});
		await sql.unsafe('vacuum (analyze)');
	} finally {
		await sql.end();
	}
}
