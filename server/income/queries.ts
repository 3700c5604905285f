/** What the income room asks of the database: whether money came in before, and which debts a reference leads to. */
import { eq, sql } from 'drizzle-orm';
import type { AccountDebt } from '../../shared/income/placing.ts';
import { pence } from '../../shared/money/pence.ts';
import { addDays, type Day, type Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { receiptFiles } from './tables.ts';

export async function fileBefore(
	tx: Transaction,
	digest: string
): Promise<{ receivedAt: Instant } | undefined> {
	const [row] = await tx
		.select({ receivedAt: receiptFiles.receivedAt })
		.from(receiptFiles)
		.where(eq(receiptFiles.digest, digest));
	return row;
}

/** Stages of council tax at and after a liability order. */
const ORDERED = [
	'LIABILITY_ORDER',
	'INFO_REQUEST',
	'AEO',
	'BENEFIT_DEDUCTION',
	'ENFORCEMENT_AGENT',
	'CHARGING_ORDER',
	'BANKRUPTCY',
	'COMMITTAL'
];

/** An instalment is plainly meant from six weeks after its day to two weeks before it. */
const LATE_DAYS = 42;
const EARLY_DAYS = 14;

/** The debts of these references, locked in the order of their ids until the transaction ends. */
export async function debtsOfReferences(
	tx: Transaction,
	{ references, today }: { references: readonly string[]; today: Day }
): Promise<ReadonlyMap<string, AccountDebt[]>> {
	if (references.length === 0) return new Map();
	const wanted = sql`array(select jsonb_array_elements_text(${JSON.stringify(references)}::jsonb))`;
	const rows = await tx.execute<{
		id: string;
		reference: string;
		balance: string;
		isOrderedTax: boolean;
		year: number;
		instalmentDue: string | null;
	}>(sql`
		with wanted as materialized (select unnest(${wanted}) as reference),
		still as materialized (select d.* from debts d join wanted using (reference)
			order by d.id for no key update of d)
		select id, reference, balance_pence as balance,
			stream = 'council-tax' and stage in ${ORDERED} as "isOrderedTax",
			extract(year from from_on)::int as year,
			case when count(*) over (partition by reference) > 1 then
				(select u.amount_pence from dues u where u.debt_id = still.id
					and u.due_on between ${addDays(today, -LATE_DAYS)}::date and ${addDays(today, EARLY_DAYS)}::date
					order by u.due_on desc limit 1) end as "instalmentDue"
		from still`);
	const byReference = new Map<string, AccountDebt[]>();
	for (const { balance, instalmentDue, ...row } of rows) {
		const debt = {
			...row,
			balance: pence(Number(balance)),
			instalmentDue: instalmentDue === null ? null : pence(Number(instalmentDue))
		};
		byReference.set(row.reference, [...(byReference.get(row.reference) ?? []), debt]);
	}
	return byReference;
}
