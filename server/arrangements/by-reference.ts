/**
 * The plans whose payment references somebody quoted, as they stand, with their debts locked. A plan that another of the
 * same person has replaced stands as that other: a standing order goes on quoting what it was set up with.
 */
import { sql } from 'drizzle-orm';
import type { PlanNow } from '../../shared/arrangements/paying/by-reference.ts';
import { isPlanReference } from '../../shared/income/references/plan-reference.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { earlierPlans } from './joint.ts';
import { paidOn } from './paid-on.ts';

const EARLIER = earlierPlans({
	debt: 'g',
	plan: 'a',
	balance: 'd.balance_pence',
	today: '(select today from on_day)'
});

/** By the reference that was quoted. Every debt that may be concerned is locked, in the order of their ids. */
export async function plansOfReferences(
	tx: Transaction,
	{ plans, accounts, today }: { plans: readonly string[]; accounts: readonly string[]; today: Day }
): Promise<Map<string, PlanNow>> {
	if (plans.length === 0) return new Map();
	const quoted = JSON.stringify(plans);
	await tx.execute(sql`select from debts where id in (select g.debt_id
			from arrangements a join arrangement_debts g on g.customer_id = a.customer_id
			where a.payment_reference in (select jsonb_array_elements_text(${quoted}::jsonb)))
		or reference in (select jsonb_array_elements_text(${JSON.stringify(accounts)}::jsonb))
		order by id for no key update`);
	const rows = await tx.execute<{ reference: string; plan: string }>(sql`
		with on_day as (select ${today}::date as today), asked as (
			select q.payment_reference as reference, coalesce(case when q.state = 'superseded' then (
				select n.id from arrangements n where n.customer_id = q.customer_id
					and n.state in ('active', 'late')
					and n.agreed_at >= q.agreed_at and n.id <> q.id
					and exists (select from arrangement_debts g join arrangement_debts o on o.debt_id = g.debt_id
						where g.arrangement_id = n.id and o.arrangement_id = q.id)
				order by n.agreed_at desc limit 1) end, q.id) as id
			from arrangements q
			where q.payment_reference in (select jsonb_array_elements_text(${quoted}::jsonb))
		)
		select asked.reference, json_build_object('arrangementId', a.id, 'customerId', a.customer_id,
			'state', a.state, 'payment', a.amount_pence,
			'payments', (select json_agg(parts order by number) from (
				select i.number, (select json_agg(coalesce(p.amount_pence, 0) order by g.position)
					from arrangement_debts g left join allocations p on p.arrangement_id = i.arrangement_id
						and p.number = i.number and p.debt_id = g.debt_id
					where g.arrangement_id = i.arrangement_id) as parts
				from instalments i where i.arrangement_id = a.id) each),
			'debts', (select json_agg(json_build_object('debtId', g.debt_id, 'owed', g.owed_pence,
					'least', g.least_pence, 'courtSum', g.court_sum_pence, 'within', g.within_pay_days,
					'balance', d.balance_pence, 'paid', ${sql.raw(paidOn({ debt: 'g', plan: 'a' }))},
					'earlier', ${sql.raw(EARLIER)}) order by g.position)
				from arrangement_debts g join debts d on d.id = g.debt_id where g.arrangement_id = a.id)
		)::text as plan
		from asked join arrangements a using (id)`);
	return new Map(rows.map(({ reference, plan }) => [reference, JSON.parse(plan) as PlanNow]));
}

/** Whose plan a reference is of, and the debts that its money may be on. Nothing is locked. */
export type QuotedPlan = { reference: string; customerId: string; debtIds: readonly string[] };

export async function quotedPlans(
	tx: Pick<Transaction, 'execute'>,
	references: readonly string[]
): Promise<readonly QuotedPlan[]> {
	const quoted = references.filter(isPlanReference);
	if (quoted.length === 0) return [];
	const rows = await tx.execute<QuotedPlan>(sql`
		select a.payment_reference as reference, a.customer_id as "customerId",
			array(select g.debt_id from arrangement_debts g where g.arrangement_id = a.id
				union select p.debt_id from receipts r join placements p on p.receipt_id = r.id
				where r.reference = a.payment_reference and r.arrangement_id is not null) as "debtIds"
		from arrangements a where a.payment_reference in
			(select jsonb_array_elements_text(${JSON.stringify(quoted)}::jsonb))`);
	return rows;
}
