/**
 * The plans whose reference waiting money quotes, and how each stands: money waits there because nothing is owed on it
 * any more, or because something else is quoted too. Whose plan it is is not told; one of a restricted record is told to
 * those who may open it.
 */
import { sql } from 'drizzle-orm';
import type { PlanQuoted } from '../../../shared/income/waiting/quoted-plan.ts';
import type { Transaction } from '../../db/transaction.ts';

export async function plansQuoted(
	tx: Pick<Transaction, 'execute'>,
	asked: { receiptIds: readonly string[]; mayOpenRestricted: boolean }
): Promise<ReadonlyMap<string, PlanQuoted>> {
	const { receiptIds, mayOpenRestricted } = asked;
	if (receiptIds.length === 0) return new Map();
	const rows = await tx.execute<PlanQuoted & { receiptId: string }>(sql`
		select r.id as "receiptId", a.number, a.state,
			(select m.on_day from arrangement_moves m where m.arrangement_id = a.id
				order by m.number desc limit 1) as "sinceOn",
			coalesce((select sum(greatest(d.balance_pence, 0)) from arrangement_debts g
				join debts d on d.id = g.debt_id where g.arrangement_id = a.id), 0) > 0 as "isOwed"
		from receipts r join arrangements a on a.payment_reference = r.reference
		join customers c on c.id = a.customer_id
		where r.id in (select value::uuid
				from jsonb_array_elements_text(${JSON.stringify(receiptIds)}::jsonb))
			and (${mayOpenRestricted} or not c.is_restricted)`);
	return new Map(rows.map(({ receiptId, ...plan }) => [receiptId, plan]));
}
