/**
 * What a plan's debts have in common with plans of other people, as JSON built in SQL: what live plans that come before
 * it ask for of each. It is for the rule in `shared` alone, and leaves the server in no other shape.
 */
import { fallenDue, paidOn } from './paid-on.ts';

/** Of the arrangement with this alias, on that day; `[]` where nobody else has a plan for any of its debts. */
export function jointDebts({ plan, today }: { plan: string; today: string }): string {
	return `(select coalesce(json_agg(json_build_object('balance', greatest(jd.balance_pence, 0),
			'left', least(greatest(mine.owed_pence - ${paidOn({ debt: 'mine', plan })}, 0), greatest(jd.balance_pence, 0)),
			'earlier', ${earlierPlans({ debt: 'mine', plan, balance: 'jd.balance_pence', today })})), '[]')
		from arrangement_debts mine join debts jd on jd.id = mine.debt_id
		where mine.arrangement_id = ${plan}.id and exists (select from arrangement_debts eg
			join arrangements o on o.id = eg.arrangement_id where ${earlierOn({ debt: 'mine', plan })}))`;
}

/** The live plans of others for one debt that come before this plan. */
export function earlierPlans({
	debt,
	plan,
	balance,
	today
}: Record<'debt' | 'plan' | 'balance' | 'today', string>): string {
	return `(select coalesce(json_agg(json_build_object('arrangementId', o.id,
			'left', least(greatest(eg.owed_pence - ${paidOn({ debt: 'eg', plan: 'o' })}, 0), greatest(${balance}, 0)),
			'short', ${fallenDue({ plan: 'o', today })} - (select sum(${paidOn({ debt: 'og', plan: 'o' })})
				from arrangement_debts og where og.arrangement_id = o.id))), '[]')
		from arrangement_debts eg join arrangements o on o.id = eg.arrangement_id
		where ${earlierOn({ debt, plan })})`;
}

/** Those that are late come last, then in the order in which they were agreed. */
function earlierOn({ debt, plan }: { debt: string; plan: string }): string {
	return `eg.debt_id = ${debt}.debt_id and eg.is_live and eg.customer_id <> ${debt}.customer_id
		and (o.state = 'late', o.agreed_at, o.number) < (${plan}.state = 'late', ${plan}.agreed_at, ${plan}.number)`;
}
