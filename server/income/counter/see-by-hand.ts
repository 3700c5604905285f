/** What was typed lately, the newest first: an officer's own, and for a team leader everybody's. */
import { sql } from 'drizzle-orm';
import { mayCancel, type ByHandMethod, type KeptByHand } from '../../../shared/income/by-hand.ts';
import { pence } from '../../../shared/money/pence.ts';
import { dayInLondon, instant, type Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';

const MOST = 15;

type Row = {
	receiptId: string;
	amount: string;
	on: Day;
	method: ByHandMethod;
	reference: string;
	payer: string | null;
	note: string | null;
	waiting: string;
	at: string;
	officerId: string | null;
	takenBy: string | null;
	titles: readonly string[];
	isCancelled: boolean;
	isWhole: boolean;
};

export async function keptLately(
	tx: Pick<Transaction, 'execute'>,
	{ officerId, isLeader, today }: { officerId: string; isLeader: boolean; today: Day }
): Promise<readonly KeptByHand[]> {
	const rows = await tx.execute<Row>(sql`
		select r.id as "receiptId", r.amount_pence as amount, r.received_on as "on", r.channel as method,
			r.reference_given as reference, r.payer_name as payer, h.note, r.suspense_pence as waiting, r.at, r.officer_id as "officerId",
			u.name as "takenBy", array(select d.title from placements p join debts d on d.id = p.debt_id
				where p.receipt_id = r.id and p.undone_by_set_id is null order by d.title) as titles,
			exists (select from receipt_acts a where a.receipt_id = r.id and a.act = 'cancelled')
				as "isCancelled",
			r.refunded_pence = 0 and r.returned_pence = 0 as "isWhole"
		from receipts_by_hand h join receipts r on r.id = h.receipt_id
			left join auth_user u on u.id = r.officer_id
		where ${isLeader} or r.officer_id = ${officerId}
		order by r.at desc, r.id limit ${MOST}`);
	return rows.map(({ officerId: takenById, isCancelled, isWhole, ...row }) => {
		const at = instant(row.at);
		const taken = { takenBy: takenById, takenOn: dayInLondon(at), today };
		return {
			receiptId: row.receiptId,
			amount: pence(Number(row.amount)),
			on: row.on,
			method: row.method,
			reference: row.reference,
			payer: row.payer ?? '',
			note: row.note ?? '',
			titles: [...row.titles],
			waiting: pence(Number(row.waiting)),
			at,
			takenBy: row.takenBy ?? '',
			isCancelled,
			mayCancel: isWhole && mayCancel({ officerId, isLeader }, taken)
		};
	});
}
