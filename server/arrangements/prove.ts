/**
 * What proves agreements: payments sum to the plan, parts to the payment and to the debt, no live agreement is for more
 * than was owed when it was made, and every commit is whole. Each fault is named by id and never mended.
 */
import type { RawSql } from '../db/client.ts';

export type AgreementFault = { what: string; id: string };

const FAULTS = `
select 'the payments of arrangement % do not sum to it' as what, a.id::text as id
	from arrangements a where a.total_pence is distinct from
		(select sum(i.amount_pence) from instalments i where i.arrangement_id = a.id)
union all
select 'the debts of arrangement % do not sum to it', a.id::text
	from arrangements a where a.total_pence is distinct from
		(select sum(d.owed_pence) from arrangement_debts d where d.arrangement_id = a.id)
union all
select 'the parts of payment % do not sum to it', i.arrangement_id || ' ' || i.number
	from instalments i where i.amount_pence is distinct from
		(select sum(p.amount_pence) from allocations p
			where p.arrangement_id = i.arrangement_id and p.number = i.number)
union all
select 'the arrangement % does not clear a debt to the penny', d.arrangement_id::text
	from arrangement_debts d where d.owed_pence is distinct from
		(select sum(p.amount_pence) from allocations p
			where p.arrangement_id = d.arrangement_id and p.debt_id = d.debt_id)
union all
select 'the arrangement % is for more than was owed', d.arrangement_id::text
	from arrangement_debts d join arrangements a on a.id = d.arrangement_id
	where d.is_live and d.owed_pence > (select coalesce(sum(e.amount_pence), 0) from entries e
		where e.debt_id = d.debt_id and e.at <= a.agreed_at)
union all
select 'the arrangement % is live in part', a.id::text
	from arrangements a where exists (select from arrangement_debts d
		where d.arrangement_id = a.id and d.is_live <> (a.state in ('active', 'late')))
union all
select 'the arrangement % is in a state that its history did not lead to', a.id::text
	from arrangements a where a.state is distinct from (select m.to_state from arrangement_moves m
		where m.arrangement_id = a.id order by m.number desc limit 1)
union all
select 'the commit % is not in its contact''s log', c.commit_id::text
	from commits c where not exists (select from contact_events e
		where e.contact_id = c.contact_id and e.type = 'committed'
			and e.body ->> 'commitId' = c.commit_id::text)
union all
select 'the log says a commit % that there is not', e.body ->> 'commitId'
	from contact_events e where e.type = 'committed' and not exists (select from commits c
		where c.commit_id::text = e.body ->> 'commitId')
union all
select 'the commit % has no outcomes', c.commit_id::text
	from commits c where not exists (select from outcomes o where o.commit_id = c.commit_id)
union all
select 'the outcome % is of no commit', o.id::text
	from outcomes o where not exists (select from commits c where c.commit_id = o.commit_id)
union all
select 'the arrangement % is of no commit', a.id::text
	from arrangements a where not exists (select from outcomes o
		where o.contact_id = a.contact_id and o.kind = 'arrangement')
union all
select 'the arrangement % has told no source to stop', a.id::text
	from arrangements a join arrangement_debts d on d.arrangement_id = a.id
	where not exists (select from instructions i
		where i.contact_id = a.contact_id and i.debt_id = d.debt_id)`;

export async function agreementFaults(
	sql: Pick<RawSql, 'unsafe'>
): Promise<readonly AgreementFault[]> {
	return [...(await sql.unsafe<AgreementFault[]>(`${FAULTS} order by 1, 2`))];
}

export function sayFault({ what, id }: AgreementFault): string {
	return `Wrong: ${what.replace('%', id)}.`;
}
