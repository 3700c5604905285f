/**
 * How long it takes to place a morning's receipts, from the lines of a statement to rows and balances with everything
 * checked, beside the set statements that write the same rows: COPY of the lines, and an insert a table. By turns on a
 * whole city's debts; both sides' rows are compared, and then all of it is taken back.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import postgres, { type TransactionSql } from 'postgres';
import { connect, type Database } from '#server/db/client.ts';
import { copyRows } from '#server/db/copy.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { receive } from '#server/income/receiving/receive.ts';
import type { ReceivedLine } from '#shared/income/received.ts';
import { pence } from '#shared/money/pence.ts';
import { instantInLondon } from '#shared/time/day.ts';
import type { Asked, Say } from './bench.ts';
import { CITY_DAY, openCity } from './city.ts';
import { asRatio, middle } from './figures.ts';
import { nowUs } from './protocol.ts';

const LONG = { receipts: 50_000, pairs: 4 };
const SHORT = { receipts: 2_000, pairs: 2 };
const AT = instantInLondon(CITY_DAY, '10:00');
const ACCOUNT = 'GB33BUKB20201555555555';

type Run = { us: number; rows: string };
type Sides = { ours: () => Promise<Run>; sets: () => Promise<Run> };

export async function benchAllocate({ isShort, say }: Asked): Promise<void> {
	const { receipts, pairs } = isShort ? SHORT : LONG;
	const city = await openCity({ isShort, say });
	const database = connect(city.url, { orm: 1, sql: 1, hot: 1 });
	const sql = postgres(city.url, { max: 1, onnotice: () => undefined });
	try {
		await sql`analyze debts`;
		const lines = await linesFor(sql, receipts);
		const sides: Sides = {
			ours: () => oursOnce(database, lines),
			sets: () => setsOnce(sql, lines)
		};
		await compare(sides, { pairs, count: lines.length, say });
	} finally {
		await Promise.all([database.close(), sql.end()]);
		await city.stop();
	}
}

/** Nine in ten quote an account of one debt, some of them the same one again; the rest quote nothing of ours. */
async function linesFor(sql: postgres.Sql, count: number): Promise<ReceivedLine[]> {
	const debts = await sql<{ reference: string; balance: string }[]>`
		select reference, min(balance_pence)::text as balance from debts
		group by reference having count(*) = 1 and min(balance_pence) > 0
		order by md5(reference) limit ${count}`;
	return Array.from({ length: count }, (_, at) => {
		const debt = at % 10 === 9 ? undefined : debts[(at * 7) % debts.length];
		return {
			lineNumber: at + 1,
			amount: pence(debt ? 1 + ((at * 7919) % Math.max(2, Number(debt.balance))) : 5_000 + at),
			on: CITY_DAY,
			channel: 'bank-transfer',
			reference: debt ? `${debt.reference} THANK YOU` : `GIFT ${at}`,
			payerName: `PAYER ${at}`,
			payerAccount: `GB${at}`,
			ids: [`BENCH-${at}`]
		};
	});
}

const TAKEN_BACK = 'taken back';

async function oursOnce(database: Database, lines: readonly ReceivedLine[]): Promise<Run> {
	let run: Run | null = null;
	const doing = inTransaction(database, async (tx) => {
		const from = nowUs();
		await receive(tx, {
			lines: lines.map((line) => ({ line, account: ACCOUNT })),
			fileId: null,
			officerId: null,
			at: AT,
			today: CITY_DAY
		});
		await tx.execute('set constraints all immediate');
		run = { us: nowUs() - from, rows: await rowsWritten(tx.connection) };
		throw new Error(TAKEN_BACK);
	});
	return takenBack(doing, () => run);
}

async function setsOnce(sql: postgres.Sql, lines: readonly ReceivedLine[]): Promise<Run> {
	let run: Run | null = null;
	const doing = sql.begin(async (tx) => {
		await tx`set local role fairline_app`;
		const from = nowUs();
		await writeBySets(tx, lines);
		await tx`set constraints all immediate`;
		run = { us: nowUs() - from, rows: await rowsWritten(tx) };
		throw new Error(TAKEN_BACK);
	});
	return takenBack(doing, () => run);
}

async function takenBack(doing: Promise<unknown>, result: () => Run | null): Promise<Run> {
	await doing.catch((error: unknown) => {
		if (!(error instanceof Error) || error.message !== TAKEN_BACK) throw error;
	});
	const run = result();
	if (!run) throw new Error('Nothing was written.');
	return run;
}

/** The least: the lines with ids of their own by COPY, and one insert a table. */
async function writeBySets(tx: TransactionSql, lines: readonly ReceivedLine[]): Promise<void> {
	await tx.unsafe(`create temp table incoming (n int, id uuid, set_id uuid, identity text,
		amount_pence bigint, reference_given text, reference text, payer_name text, payer_digest text)
		on commit drop`);
	await copyRows(tx, {
		table: 'incoming',
		columns: [
			'n',
			'id',
			'set_id',
			'identity',
			'amount_pence',
			'reference_given',
			'reference',
			'payer_name',
			'payer_digest'
		],
		rows: lines.map((line) => [
			line.lineNumber,
			randomUUID(),
			randomUUID(),
			randomBytes(32).toString('hex'),
			line.amount,
			line.reference,
			line.reference.split(' ')[0] ?? '',
			line.payerName,
			line.payerAccount
		])
	});
	await tx.unsafe('analyze incoming');
	await tx.unsafe(`create temp table decided on commit drop as
		select i.*, d.id as debt_id, least(i.amount_pence, greatest(d.balance_pence - coalesce(
			sum(i.amount_pence) over (partition by d.id order by i.n
				rows between unbounded preceding and 1 preceding), 0), 0)) as placed
		from incoming i left join debts d using (reference)`);
	await tx.unsafe('analyze decided');
	await tx.unsafe(
		`insert into receipts (id, identity, channel, amount_pence, received_on, reference_given,
			reference, payer_name, payer_digest, state, placed_pence, suspense_pence, set_id, at)
		select id, identity, 'bank-transfer', amount_pence, $1, reference_given, reference, payer_name,
			payer_digest, case when amount_pence > coalesce(placed, 0) then 'suspense' else 'placed' end,
			coalesce(placed, 0), amount_pence - coalesce(placed, 0), set_id, $2 from decided`,
		[CITY_DAY, AT]
	);
	await tx.unsafe(`insert into placements (id, receipt_id, debt_id, amount_pence, set_id, ground, rules)
		select gen_random_uuid(), id, debt_id, placed, set_id, 'payer-said', '["PAY.appropriation"]'
		from decided where placed > 0`);
	await tx.unsafe(
		`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source, method)
		select set_id, line.debt_id, line.fund, line.amount, 'payment', $1, $2, 'fairline', 'bank-transfer'
		from decided cross join lateral (values (null::uuid, 'bank', amount_pence),
			(debt_id, null, -coalesce(placed, 0)),
			(null, 'suspense', coalesce(placed, 0) - amount_pence)) as line (debt_id, fund, amount)
		where line.amount <> 0`,
		[CITY_DAY, AT]
	);
}

/** Everything written and every balance moved, without the ids that each side made for itself. */
async function rowsWritten(sql: Pick<postgres.Sql, 'unsafe'>): Promise<string> {
	// Nobody has counted the new rows yet, and this is no part of the time.
	await sql.unsafe('set local enable_nestloop = off');
	const [row] = await sql.unsafe<{ rows: string }[]>(
		`with mine as (select * from receipts where at = $1 and payer_name like 'PAYER %')
		select concat_ws(' ',
			(select md5(string_agg(concat_ws(',', payer_name, amount_pence, received_on, reference_given,
				state, placed_pence, suspense_pence), ';' order by payer_name)) from mine),
			(select md5(string_agg(concat_ws(',', m.payer_name, p.debt_id, p.amount_pence, p.ground, p.rules),
				';' order by m.payer_name)) from placements p join mine m on m.id = p.receipt_id),
			(select md5(string_agg(concat_ws(',', m.payer_name, e.debt_id, e.fund, e.amount_pence, e.kind,
				e.entered_on, e.method, e.source), ';' order by m.payer_name, e.fund, e.debt_id))
				from entries e join mine m on m.set_id = e.set_id),
			(select md5(string_agg(concat_ws(',', d.id, d.balance_pence), ';' order by d.id)) from debts d
				where d.id in (select p.debt_id from placements p join mine m on m.id = p.receipt_id))
		) as rows`,
		[AT]
	);
	return row?.rows ?? '';
}

async function compare(
	{ ours, sets }: Sides,
	{ pairs, count, say }: { pairs: number; count: number; say: Say }
): Promise<void> {
	const times = { ours: [] as number[], sets: [] as number[] };
	// Each warms up once, unmeasured.
	for (let pair = 0; pair <= pairs; pair += 1) {
		const [one, other] = [await ours(), await sets()];
		if (one.rows !== other.rows) throw new Error('The two sides wrote different rows.');
		if (pair === 0) continue;
		times.ours.push(one.us);
		times.sets.push(other.us);
	}
	const [our, set] = [middle(times.ours), middle(times.sets)];
	const seconds = (us: number) => asRatio(us / 1e6);
	const rate = (us: number) => Math.round(count / (us / 1e6)).toLocaleString('en-GB');
	say(`allocate: ${count.toLocaleString('en-GB')} receipts, the same rows on both sides.`);
	say(`  ours          ${seconds(our)} s, ${rate(our)} a second`);
	say(`  set statements ${seconds(set)} s, ${rate(set)} a second`);
	say(`  ours is ${asRatio(our / set)} times the set statements (at most 2).`);
}
