/**
 * Writes approved refunds into the paying system's next file, each once: how much, back by which way, and what it was.
 * Nobody's bank details are in it: it goes back the way it came, or the paying system asks for them itself. Its payment
 * quotes the first column, by which the bank's statement confirms it.
 */
import { inArray, sql } from 'drizzle-orm';
import { refundReference } from '../../../shared/income/refunds/refund-paid.ts';
import type { WayBack } from '../../../shared/income/refunds/refunds.ts';
import { pence, typePounds } from '../../../shared/money/pence.ts';
import { dayInLondon, instant, type Day, type Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { inertCsv } from '../../inert-csv.ts';
import { keepFile } from '../../letters/outbox/make-files.ts';
import { refunds } from '../tables.ts';

/** As its files are called. */
const PAYING_SYSTEM = 'payments';
const MOST_AT_ONCE = 5_000;

const HEADS = ['refund', 'approved', 'amount', 'way', 'received', 'method', 'reference', 'name'];

type Row = {
	id: string;
	number: number;
	amount: string;
	way: WayBack;
	approvedAt: string;
	on: Day | null;
	channel: string | null;
	reference: string | null;
	name: string | null;
};

/** How many were written. */
export async function tellRefunds(tx: Transaction, { at }: { at: Instant }): Promise<number> {
	const rows = await tx.execute<Row>(sql`
		select f.id, f.number::int as number, f.amount_pence as amount, f.way, f.decided_at as "approvedAt",
			r.received_on as "on", r.channel, coalesce(d.reference, r.reference_given) as reference,
			coalesce(r.payer_name, (select string_agg(btrim(c.given_names || ' ' || c.family_name), ' and '
				order by l.id) from liabilities l join customers c on c.id = l.customer_id
				where l.debt_id = f.debt_id)) as name
		from refunds f left join receipts r on r.id = f.receipt_id left join debts d on d.id = f.debt_id
		where f.state = 'approved' and f.told_at is null
		order by f.decided_at, f.id limit ${MOST_AT_ONCE} for update of f skip locked`);
	if (rows.length === 0) return 0;
	const content = inertCsv([HEADS, ...rows.map(lineOf)]);
	const toldIn = await keepFile(tx, { source: PAYING_SYSTEM, content, count: rows.length, at });
	const ids = rows.map(({ id }) => id);
	await tx.update(refunds).set({ toldAt: at, toldIn }).where(inArray(refunds.id, ids));
	return rows.length;
}

function lineOf({ number, amount, way, approvedAt, on, channel, reference, name }: Row): string[] {
	const approved = dayInLondon(instant(approvedAt));
	const sum = typePounds(pence(Number(amount)));
	return [
		refundReference(number),
		approved,
		sum,
		way,
		on ?? '',
		channel ?? '',
		reference ?? '',
		name ?? ''
	];
}
