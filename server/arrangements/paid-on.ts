/**
 * What was paid on an arrangement's debts since it was agreed, read from the books, and what has fallen due by it: parts
 * of SQL for aliases of `arrangement_debts`, `arrangements` and `instalments` in the statement around them.
 */

/** A payment, or one that came back; a reversal of costs, of a charge or of a write-off is neither. */
const IS_PAID = `(e.kind in ('payment', 'transfer') or (e.kind = 'reversal' and not exists (
	select from entries o where o.set_id = e.set_id and o.fund in ('costs', 'income', 'write-off'))))`;

/** On one debt, in pence, by them or by nobody we know. */
export function paidOn({ debt, plan }: { debt: string; plan: string }): string {
	return `(select coalesce(-sum(e.amount_pence), 0) from entries e
		where e.debt_id = ${debt}.debt_id and e.entered_on >= ${plan}.agreed_on and e.at > ${plan}.agreed_at
			and (e.payer_id is null or e.payer_id = ${plan}.customer_id) and ${IS_PAID})`;
}

/** The day of the instalment `i`, where a break or a variation has moved it. */
export const DUE_ON = `coalesce((select x.due_on from instalment_days x
	where x.arrangement_id = i.arrangement_id and x.number = i.number order by x.id desc limit 1), i.due_on)`;

/** All that has fallen due by a day. */
export function fallenDue({ plan, today }: { plan: string; today: string }): string {
	return `(select coalesce(sum(i.amount_pence), 0) from instalments i
		where i.arrangement_id = ${plan}.id and ${DUE_ON} <= ${today}::date)`;
}
