/**
 * Which arrangements a night, or money that moved, may change, found by one statement over all of them, with what the
 * rule in `shared` needs to decide each. What was paid is read from the books: the payments on an arrangement's debts
 * since it was agreed, less what came back, but for those that somebody else is known to have made.
 */
import { mayAsk, type JointDebt } from '../../shared/arrangements/life/joint.ts';
import type { LifeFacts } from '../../shared/arrangements/life/judging.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { jointDebts } from './joint.ts';
import { DUE_ON, paidOn } from './paid-on.ts';

export type Candidate = LifeFacts & { id: string; customerId: string };

type Found = Omit<Candidate, 'mayAsk'> & { joint: readonly JointDebt[] };

/** The sums of each of `living`, on the day $1; what was due by $2 is judged. */
const SUMS = `
paid as materialized (
	select s.id, sum(s.paid) as paid,
		sum(least(greatest(s.owed_pence - s.paid, 0), greatest(s.balance_pence, 0))) as left_pence
	from (select a.id, g.owed_pence, d.balance_pence, ${paidOn({ debt: 'g', plan: 'a' })} as paid
		from living a join arrangement_debts g on g.arrangement_id = a.id
		join debts d on d.id = g.debt_id offset 0) s
	group by s.id
), moved as materialized (
	select distinct on (arrangement_id, number) arrangement_id, number, due_on from instalment_days
	order by arrangement_id, number, id desc
), due as materialized (
	select i.arrangement_id as id,
		sum(i.amount_pence) filter (where coalesce(m.due_on, i.due_on) <= $2::date) as judged,
		sum(i.amount_pence) filter (where coalesce(m.due_on, i.due_on) < $1::date) as fallen
	from living a join instalments i on i.arrangement_id = a.id
	left join moved m on m.arrangement_id = i.arrangement_id and m.number = i.number
	group by i.arrangement_id
), back as materialized (
	select distinct on (a.id) a.id, b.on_day, b.retry_on
	from living a join arrangement_debts g on g.arrangement_id = a.id
	join bank_advices b on b.debt_id = g.debt_id and b.customer_id = a.customer_id
	where b.kind = 'arudd' and b.on_day >= a.agreed_on
	order by a.id, b.on_day desc
), found as (
	select a.*, p.paid, p.left_pence, b.on_day as back_on, b.retry_on
	from living a join paid p using (id) left join due u using (id) left join back b using (id)
	where a.state = 'late' or p.left_pence <= 0 or p.paid < coalesce(u.judged, 0)
		or (b.on_day is not null and p.paid < coalesce(u.fallen, 0)) or a.state = 'completed'
)`;

const EVERY = `with living as materialized (
	select * from arrangements where state in ('active', 'late')
), `;

/** A debt of theirs that is in no other live one: a completed arrangement can be taken up again. */
const OF_DEBTS = `with living as materialized (
	select a.* from arrangements a where a.state in ('active', 'late', 'completed')
		and exists (select from arrangement_debts g
			where g.arrangement_id = a.id and g.debt_id = any($3::uuid[]))
		and (a.state <> 'completed' or not exists (select from arrangement_debts g
			join arrangement_debts o on o.debt_id = g.debt_id and o.customer_id = g.customer_id
				and o.arrangement_id <> g.arrangement_id
			where g.arrangement_id = a.id and o.arrangement_id <> a.id
				and (o.is_live or exists (select from arrangements n
					where n.id = o.arrangement_id and n.agreed_at > a.agreed_at))))
), `;

const THESE = `with living as materialized (
	select * from arrangements where state in ('active', 'late') and id = any($3::uuid[])
), `;

const FACTS = `
select json_build_object('id', f.id, 'customerId', f.customer_id, 'state', f.state, 'paid', f.paid,
	'left', f.left_pence, 'cameBack', case when f.back_on is not null then json_build_object('on', f.back_on, 'retryOn', f.retry_on) end,
	'isHeld', exists (select from arrangement_debts g join holds h on h.debt_id = g.debt_id
		where g.arrangement_id = f.id and h.lifted_at is null and h.from_on <= $1::date
			and (h.until_on is null or h.until_on >= $1::date)),
	'joint', ${jointDebts({ plan: 'f', today: '$1' })},
	'instalments', (select coalesce(json_agg(json_build_object('number', i.number, 'dueOn', ${DUE_ON},
			'amount', i.amount_pence) order by i.number), '[]')
		from instalments i where i.arrangement_id = f.id and ${DUE_ON} <= $1::date))::text as candidate
from found f order by f.id`;

/** Only finds them: what a night is measured against. */
export const CANDIDATES_ONLY = `${EVERY}${SUMS} select f.id from found f`;

/** All of them, those with one of these debts, or these. */
export type Among = { debtIds: readonly string[] } | { ids: readonly string[] } | null;

/** Locks nothing: what was moved meanwhile is left as it is by `moveMany`. */
export async function candidates(
	tx: Pick<Transaction, 'connection'>,
	{ today, dueUpTo, among }: { today: Day; dueUpTo: Day; among: Among }
): Promise<Candidate[]> {
	const [living, ids] = livingAmong(among);
	const text = `${living}${SUMS}${FACTS}`;
	const parameters = [today, dueUpTo, ...(ids ? [`{${ids.join(',')}}`] : [])];
	const rows = await tx.connection.unsafe<{ candidate: string }[]>(text, parameters);
	return rows.map(({ candidate }) => {
		const { joint, ...facts } = JSON.parse(candidate) as Found;
		return { ...facts, mayAsk: mayAsk(facts.left, joint) };
	});
}

function livingAmong(among: Among): [string, readonly string[] | null] {
	if (!among) return [EVERY, null];
	return 'ids' in among ? [THESE, among.ids] : [OF_DEBTS, among.debtIds];
}
