/**
 * Why somebody is not jointly liable, as an extract has it. What was recorded here stands until the source says its own,
 * and is the source's from then on; what only the source said ends when its line says it no more. Whose liability stands
 * is worked out again for the debts that this changes, by the rule.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Exception, Ground } from '../../shared/debts/debt.ts';
import { liableEver, type Liability } from '../../shared/debts/liability.ts';
import type { Stream } from '../../shared/debts/streams.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

/** `said`: a statement's from-list of staged liability lines `s` with their debt `k` and record `r`. */
export async function takeExceptions(
	tx: Transaction,
	{ source, said, touched }: { source: string; said: SQL; touched: SQL }
): Promise<void> {
	const whenSaid = (value: string) => `case when s.exception is not null then ${value} end`;
	const columns = ['exception', 'exception_from_on', 'exception_to_on', 'exception_source'];
	const was = sql.raw(columns.map((name) => `l.${name}`).join(', '));
	const now = sql.raw(
		[
			's.exception',
			whenSaid('coalesce(s.exception_from_on, l.from_on)'),
			whenSaid('s.exception_to_on'),
			whenSaid(`'${source}'`)
		].join(', ')
	);
	await tx.execute(sql`
		with moved as (
			update liabilities l set (${sql.raw(columns.join(', '))}) = row(${now}) from ${said}
			where l.debt_id = k.debt_id and l.record_id = r.id
				and (s.exception is not null or l.exception_source = ${source})
				and (${was}) is distinct from (${now})
			returning l.debt_id
		)
		insert into ${touched} select distinct debt_id from moved`);
	await standAgain(tx, touched);
}

type Row = {
	id: string;
	debtId: string;
	stream: Stream;
	customerId: string;
	ground: Ground;
	fromOn: Day;
	toOn: Day | null;
	why: Exception | null;
	exceptFromOn: Day | null;
	exceptToOn: Day | null;
	stands: boolean;
};

async function standAgain(tx: Transaction, touched: SQL): Promise<void> {
	const rows = await tx.execute<Row>(sql`
		select l.id, l.debt_id as "debtId", d.stream, l.customer_id as "customerId", l.ground,
			l.from_on::text as "fromOn", l.to_on::text as "toOn", l.exception as why,
			l.exception_from_on::text as "exceptFromOn", l.exception_to_on::text as "exceptToOn", l.stands
		from liabilities l join debts d on d.id = l.debt_id
		where l.debt_id in (select t.debt_id from ${touched} t join liabilities e on e.debt_id = t.debt_id
			where e.exception is not null or not e.stands)`);
	const moved = [...Map.groupBy(rows, ({ debtId }) => debtId).values()].flatMap((together) => {
		const [{ stream }] = together as [Row];
		const liable = liableEver(together.map(asLiability), { stream });
		return together.filter((row) => liable.includes(row.customerId) !== row.stands);
	});
	if (moved.length === 0) return;
	await tx.execute(sql`update liabilities set stands = not stands
		where id = any(${`{${moved.map(({ id }) => id).join(',')}}`}::uuid[])`);
}

function asLiability(row: Row): Liability {
	const { customerId, ground, fromOn, toOn, why, exceptFromOn, exceptToOn } = row;
	const exception =
		why !== null && exceptFromOn !== null ? { why, fromOn: exceptFromOn, toOn: exceptToOn } : null;
	return { customerId, ground, fromOn, toOn, exception };
}
