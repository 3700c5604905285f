/**
 * Claims of the customer of the arrangement `a` that were decided since it was agreed or last reviewed, as parts of SQL:
 * a decision has it looked at again (policy L7), once.
 */
const SINCE = `from claims q where q.customer_id = a.customer_id and q.state in ('awarded', 'refused')
	and q.decided_at > greatest(a.agreed_at, (select max(m.at) from arrangement_moves m
		where m.arrangement_id = a.id and m.event = 'reviewed'))`;

const RECORDED_ON = `(q.decided_at at time zone 'Europe/London')::date`;

/** The day on which the first was recorded; null where there is none. */
export const DECIDED_ON = `(select min(${RECORDED_ON}) ${SINCE})`;

/** All of them, the oldest first. */
export const DECIDED = `(select coalesce(json_agg(json_build_object('entitlement', q.entitlement,
		'answer', q.state, 'on', ${RECORDED_ON}, 'awarded', q.awarded_pence, 'fromOn', q.awarded_from_on,
		'debts', array(select d.title from claim_debts x join debts d on d.id = x.debt_id
			where x.claim_id = q.id order by d.from_on),
		'isInPlan', exists (select from claim_debts x join arrangement_debts g on g.debt_id = x.debt_id
			where x.claim_id = q.id and g.arrangement_id = a.id)) order by q.decided_at), '[]') ${SINCE})`;
