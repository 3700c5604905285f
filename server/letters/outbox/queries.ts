/** What waits for a file, and the files that wait to be written. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { instant, type Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { outboxFiles } from '../tables.ts';
import type { OutLine } from './lines.ts';

export type Waiting = OutLine & { source: string; toAgent: boolean };

/** What is due and in no file yet, in the order it was given, for this process alone while it makes them. */
export async function dueForFile(
	tx: Transaction,
	{ at, most }: { at: Instant; most: number }
): Promise<readonly Waiting[]> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('outbox'))`);
	const rows = await tx.execute<{ line: string }>(sql`
		select json_build_object('id', i.id, 'source', i.source, 'toAgent', i.to_agent,
			'given', i.given_at, 'what', i.kind, 'because', i.because, 'reference', d.reference,
			'amount', i.amount_pence, 'on', i.on_day, 'account', coalesce(r.key, (select s.key from liabilities l join records s on s.id = l.record_id
				where l.debt_id = i.debt_id and l.customer_id = i.customer_id limit 1)),
			'change', case when c.id is not null then json_build_object('kind', c.kind,
				'from', c.effective_on, 'evidence', c.evidence, 'before', x.before,
				'after', x.after) end)::text as line
		from instructions i
		left join debts d on d.id = i.debt_id
		left join records r on r.id = i.record_id
		left join record_changes c on c.id = i.change_id
		left join record_change_details x on x.change_id = c.id
		where i.state = 'to-send' and i.file_id is null
			and (i.not_before_at is null or i.not_before_at <= ${at}::timestamptz)
		order by i.id limit ${most} for update of i`);
	return rows.map(({ line }) => {
		const waiting = JSON.parse(line) as Waiting;
		return { ...waiting, given: instant(waiting.given) };
	});
}

/** Each source's in the order of their numbers. */
export async function filesToWrite(tx: Pick<Transaction, 'select'>) {
	return tx
		.select({ id: outboxFiles.id, source: outboxFiles.source })
		.from(outboxFiles)
		.where(isNull(outboxFiles.writtenAt))
		.orderBy(asc(outboxFiles.source), asc(outboxFiles.number));
}

/** Held until it is laid; undefined where it has been. */
export async function fileToWrite(tx: Transaction, id: string) {
	const [file] = await tx
		.select()
		.from(outboxFiles)
		.where(and(eq(outboxFiles.id, id), isNull(outboxFiles.writtenAt)))
		.for('update');
	return file;
}

export async function lastNumber(tx: Pick<Transaction, 'select'>, source: string): Promise<number> {
	const [row] = await tx
		.select({ last: sql<number>`coalesce(max(${outboxFiles.number}), 0)::int` })
		.from(outboxFiles)
		.where(eq(outboxFiles.source, source));
	return row?.last ?? 0;
}
