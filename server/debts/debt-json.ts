/** Parts of a debt as JSON built in SQL, inside a statement in which the debt is `d`. */
import { PERSONAL_STAGES } from '../../shared/debts/told-standing.ts';

const PERSONAL = PERSONAL_STAGES.map((stage) => `'${stage}'`).join(', ');

/**
 * For a stage that takes from one person, on a debt that others owe too, where nothing says that it takes from this one:
 * since when the debt stood where that comes out of. Null of any other.
 */
export function anothersStep(one: { stage: string; debt: string; customer: string }): string {
	const { stage, debt, customer } = one;
	return `case when ${stage} in (${PERSONAL}) then anothers_step(${debt}, ${stage}, ${customer}) end`;
}

/** True of such a stage. */
export function isAnothers(one: Parameters<typeof anothersStep>[0]): string {
	return `(${anothersStep(one)}) is not null`;
}

/** What it reached, the oldest first. A row that takes another back is not one of them: the other says that it was. */
export const HISTORY = historyJson('true');

/** What one person may know of it. */
export function historyOf(customer: string): string {
	return historyJson(`not (${isAnothers({ stage: 's.stage', debt: 'd.id', customer })})`);
}

function historyJson(where: string): string {
	return `to_json(array(select json_build_object('id', s.id, 'stage', s.stage,
		'on', s.reached_on, 'cost', s.cost_pence,
		'isUndone', exists (select from stage_changes u where u.undoes_id = s.id))
	from stage_changes s where s.debt_id = d.id and s.undoes_id is null and ${where}
	order by s.reached_on, s.id))`;
}

/**
 * An entry `e` that still says something of its debt: no placing that was undone, with what undid it, and none of ours
 * for which the source's own came, with what retired it. A placing that had come is the source's to take back, so that
 * its undoing stands; so does a payment that the bank took back or that was given back, and one undone in part. What
 * stands always sums to the balance.
 */
export const STANDS = `not exists (select from retirements t
		where t.set_id = e.set_id and t.debt_id = e.debt_id)
	and not exists (select from retirements t where t.reversal_set_id = e.set_id)
	and not exists (select from placements p
		join receipt_acts a on a.set_id = p.undone_by_set_id and a.act in ('undone', 'cancelled')
		where p.debt_id = e.debt_id and e.set_id in (p.set_id, p.undone_by_set_id)
		and not exists (select from retirements t
			where t.set_id = p.set_id and t.debt_id = p.debt_id)
		and not exists (select from placements q join placements o
			on o.set_id = q.set_id and o.debt_id = q.debt_id and o.id <> q.id
			where q.undone_by_set_id = p.undone_by_set_id and q.debt_id = p.debt_id))`;

/** Not in an extract yet, where it still stands. */
export const IS_OURS = `(e.source = 'fairline' and e.source_reference is null)`;

/** `fund` is the other side of its set, where that is one. */
export const ENTRIES = `to_json(array(select json_build_object('kind', e.kind, 'on', e.entered_on,
		'amount', e.amount_pence, 'payerId', e.payer_id, 'method', e.method,
		'fund', (select min(o.fund) from entries o where o.set_id = e.set_id and o.fund is not null
			having count(distinct o.fund) = 1),
		'isOurs', ${IS_OURS})
	from entries e where e.debt_id = d.id and ${STANDS} order by e.entered_on, e.id))`;

/** The one that is open. */
export const DISCREPANCY = `(select json_build_object('stated', x.stated_pence, 'on', x.extract_on,
		'more', x.stated_pence - x.books_pence + x.waiting_pence)
	from discrepancies x where x.debt_id = d.id and x.settled_at is null)`;

export const HOLDS = `to_json(array(select json_build_object('kind', h.kind, 'fromOn', h.from_on,
		'untilOn', h.until_on, 'customerId', h.customer_id, 'reference', h.reference,
		'liftedOn', (h.lifted_at at time zone 'Europe/London')::date)
	from holds h where h.debt_id = d.id order by h.from_on desc, h.kind))`;
