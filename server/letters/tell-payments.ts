/**
 * Tells each source of its debt's part of a payment that a plan split, which no other file of theirs says, and of every
 * part that comes off again. The source posts it, and the extract that brings it back confirms it.
 */
import { sql } from 'drizzle-orm';
import { NO_PENCE, type Pence } from '../../shared/money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { toldBy } from './instruct.ts';

export type PlanPayment = {
	arrangementId: string;
	debtId: string;
	/** Less than nothing where it comes off again. */
	amount: Pence;
	on: Day;
	setId: string;
};

export async function tellPayments(
	tx: Transaction,
	{ payments, at }: { payments: readonly PlanPayment[]; at: Instant }
): Promise<void> {
	const told = payments.filter(({ amount }) => amount !== NO_PENCE);
	if (told.length === 0) return;
	const policy = await policyOn(tx, dayInLondon(at));
	const sources = Object.keys(policy.O1.value.systems);
	const bySource = Object.fromEntries(sources.map((one) => [one, toldBy(one, { at, policy })]));
	await tx.execute(sql`
		insert into instructions (source, debt_id, customer_id, kind, because, send_by_at, given_at,
			amount_pence, on_day, set_id)
		select d.source, d.id, a.customer_id, case when m.amount > 0 then 'payment' else 'payment-back' end,
			'plan', coalesce(${JSON.stringify(bySource)}::jsonb ->> d.source,
				${toldBy('', { at, policy })})::timestamptz, ${at}::timestamptz,
			abs(m.amount), m."on", m."setId"
		from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as m("arrangementId" uuid,
			"debtId" uuid, amount bigint, "on" date, "setId" uuid)
		join arrangements a on a.id = m."arrangementId"
		join debts d on d.id = m."debtId"
		order by d.id`);
}
