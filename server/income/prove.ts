/**
 * What proves money in: receipts = allocated + suspense + refunded + returned, in the rows and in the entries of each
 * receipt's own sets; nothing is in suspense that no receipt is waiting for, nothing given back that nobody approved, and
 * what an extract brought of ours counts once. Each fault is named and never mended.
 */
import type { AgreementFault } from '../arrangements/prove.ts';
import type { RawSql } from '../db/client.ts';
import { formatPounds, pence, type Pence } from '../../shared/money/pence.ts';

export type ReceiptsProof = {
	count: number;
	received: Pence;
	allocated: Pence;
	suspense: Pence;
	refunded: Pence;
	returned: Pence;
};

const TOTALS = `
select count(*) as count, coalesce(sum(amount_pence), 0)::bigint as received,
	coalesce(sum(placed_pence), 0)::bigint as allocated,
	coalesce(sum(suspense_pence), 0)::bigint as suspense,
	coalesce(sum(refunded_pence), 0)::bigint as refunded,
	coalesce(sum(returned_pence), 0)::bigint as returned
from receipts`;

const FAULTS = `
with sets as (
	select id as receipt_id, set_id from receipts
	union all select receipt_id, set_id from receipt_acts
), books as (
	select s.receipt_id,
		coalesce(sum(e.amount_pence) filter (where e.fund = 'bank'), 0) as bank,
		coalesce(sum(e.amount_pence) filter (where e.fund = 'suspense'), 0) as suspense,
		coalesce(sum(e.amount_pence) filter (where e.fund = 'refunds'), 0) as refunds,
		coalesce(sum(e.amount_pence) filter (where e.debt_id is not null), 0) as debts
	from sets s join entries e on e.set_id = s.set_id group by s.receipt_id
)
select 'the parts of receipt % are not what is placed of it' as what, r.id::text as id
	from receipts r where r.placed_pence is distinct from
		(select coalesce(sum(p.amount_pence), 0) from placements p
			where p.receipt_id = r.id and p.undone_by_set_id is null)
union all
select 'the receipt % is not allocated + suspense + refunded + returned', r.id::text
	from receipts r where r.amount_pence
		<> r.placed_pence + r.suspense_pence + r.refunded_pence + r.returned_pence
union all
select 'the entries of receipt % are not what it says', r.id::text
	from receipts r left join books b on b.receipt_id = r.id
	where (b.bank, b.suspense, b.refunds, b.debts) is distinct from
		(r.amount_pence - r.returned_pence, -r.suspense_pence, -r.refunded_pence, -r.placed_pence)
union all
select 'the sources of receipt % were not told what its plan put on their debts', r.id::text
	from receipts r where r.arrangement_id is not null and r.placed_pence is distinct from
		(select coalesce(sum(case i.kind when 'payment' then i.amount_pence else -i.amount_pence end), 0)
			from sets s join instructions i on i.set_id = s.set_id where s.receipt_id = r.id)
union all
select 'the receipt % is of a plan that there is not', r.id::text
	from receipts r where r.arrangement_id is not null
		and not exists (select from arrangements a where a.id = r.arrangement_id)
union all
select 'suspense in the books differs by % pence from the receipts that wait', difference::text
	from (select coalesce((select sum(amount_pence) from entries where fund = 'suspense'), 0)
		+ coalesce((select sum(suspense_pence) from receipts), 0) as difference) suspended
	where difference <> 0
union all
select 'a part of receipt % is on a debt by a set that put nothing on it', p.receipt_id::text
	from placements p where p.undone_by_set_id is null and not exists (select from entries e
		where e.set_id = p.set_id and e.debt_id = p.debt_id and e.amount_pence <= -p.amount_pence)
union all
select 'the file % has more receipts than lines', f.id::text
	from receipt_files f where f.kind in ('camt.053', 'provider')
		and f.line_count < (select count(*) from receipts r where r.file_id = f.id)
union all
select 'the advice % reversed a payment by a set that is not there', b.id::text
	from bank_advices b where b.set_id is not null and not exists (select from entries e
		where e.set_id = b.set_id)
union all
select 'the refund % is not what its entries give back', f.id::text
	from refunds f where (f.state = 'approved' or exists (select from refund_sets s
		where s.refund_id = f.id)) and (case when f.state = 'approved' then f.amount_pence else 0 end)
		is distinct from (select -sum(e.amount_pence) from refund_sets s
			join entries e on e.set_id = s.set_id and e.fund = 'refunds' where s.refund_id = f.id)
union all
select 'what is given back differs by % pence from the refunds that were approved', difference::text
	from (select coalesce((select sum(amount_pence) from entries
			where fund = 'refunds' and source = 'fairline'), 0)
		+ coalesce((select sum(amount_pence) from refunds where state = 'approved'), 0) as difference) given
	where difference <> 0
union all
select 'the set % was retired by one that does not take it back', t.set_id::text
	from retirements t where 0 is distinct from (select sum(e.amount_pence) from entries e
		where e.set_id in (t.set_id, t.reversal_set_id) and e.debt_id = t.debt_id)`;

export async function proveReceipts(
	sql: Pick<RawSql, 'unsafe'>
): Promise<ReceiptsProof & { faults: readonly AgreementFault[] }> {
	const [totals] = await sql.unsafe<Record<keyof ReceiptsProof, number>[]>(TOTALS);
	if (!totals) throw new Error('The database gave no answer.');
	const faults = await sql.unsafe<AgreementFault[]>(`${FAULTS} order by 1, 2`);
	return {
		count: totals.count,
		received: pence(totals.received),
		allocated: pence(totals.allocated),
		suspense: pence(totals.suspense),
		refunded: pence(totals.refunded),
		returned: pence(totals.returned),
		faults: [...faults]
	};
}

/** For a person at the terminal. */
export function sayReceipts(proof: ReceiptsProof): string {
	const { count, received, allocated, suspense, refunded, returned } = proof;
	const parts = [
		`${formatPounds(allocated)} on debts`,
		`${formatPounds(suspense)} in suspense`,
		`${formatPounds(refunded)} refunded`,
		`${formatPounds(returned)} returned`
	];
	return `Received ${formatPounds(received)} in ${count.toLocaleString('en-GB')} receipts: ${parts.join(', ')}.`;
}
