/**
 * What proves money in: receipts = allocated + suspense + refunded + returned, in the rows and in the entries of each
 * receipt's own sets, and nothing is in suspense that no receipt is waiting for. Each fault is named and never mended.
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
select 'suspense in the books differs by % pence from the receipts that wait', difference::text
	from (select coalesce((select sum(amount_pence) from entries where fund = 'suspense'), 0)
		+ coalesce((select sum(suspense_pence) from receipts), 0) as difference) suspended
	where difference <> 0`;

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
