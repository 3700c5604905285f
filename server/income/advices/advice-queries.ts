/** What a bank's advice may be about: whether it came before, the payment that came back, and whose debts a death holds. */
import { inArray, sql } from 'drizzle-orm';
import { normalised } from '../../../shared/income/references/reference.ts';
import { addDays, type Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Advice } from '../files/bacs.ts';
import { bankAdvices } from '../tables.ts';

/** A payment that may have come back, and who is liable for its debt. */
export type DirectDebit = {
	debtId: string;
	/** Null where no payment of it is on the debt. */
	payment: { setId: string; payerId: string | null; receiptId: string | null } | null;
	liable: readonly { customerId: string; givenNames: string; familyName: string }[];
	/** Somebody agreed to pay it by Direct Debit, and still does. */
	isArranged: boolean;
	/** Earlier returns of the same code within five weeks: one pay day before. */
	timesReturned: number;
};

/** A payment comes back within days of the day it was taken; a bank's day may be the next working one. */
const RETURNED_WITHIN_DAYS = 5;
const SAME_PAYMENT_DAYS = 35;
/** A source that had the return before us has it by then. */
const TOLD_WITHIN_DAYS = 14;

/** No card scheme takes a payment back later than this. */
const CHARGED_WITHIN_DAYS = 540;

/** Which payment it can be: a Direct Debit of that day, or one by the same card some time before, in part even. */
function paymentOf({ on, charged }: Pick<Advice, 'on' | 'charged'>) {
	const near = { from: addDays(on, -RETURNED_WITHIN_DAYS), to: addDays(on, RETURNED_WITHIN_DAYS) };
	if (!charged) return { ...near, by: null, isPart: false, toldWithin: TOLD_WITHIN_DAYS };
	const { channel: by, madeOn } = charged;
	const late = { by, isPart: true, toldWithin: CHARGED_WITHIN_DAYS };
	if (madeOn === null) return { from: addDays(on, -CHARGED_WITHIN_DAYS), to: on, ...late };
	const days = RETURNED_WITHIN_DAYS;
	return { from: addDays(madeOn, -days), to: addDays(madeOn, days), ...late };
}

/** What an advice on these debts may be about; the debts are locked. */
export async function directDebitsOf(
	tx: Transaction,
	asked: Pick<Advice, 'kind' | 'amount' | 'on' | 'code' | 'charged'> & {
		debtIds: readonly string[];
	}
): Promise<readonly DirectDebit[]> {
	const { debtIds, amount, on, code } = asked;
	const { from, to, by, isPart, toldWithin } = paymentOf(asked);
	if (debtIds.length === 0) return [];
	const rows = await tx.execute<{ found: string }>(sql`
		select jsonb_build_object('debtId', d.id,
			'payment', (select jsonb_build_object('setId', e.set_id, 'payerId', e.payer_id,
					'receiptId', r.id)
				from entries e left join receipts r on r.id = coalesce(
						(select w.id from receipts w where w.set_id = e.set_id),
						(select a.receipt_id from receipt_acts a where a.set_id = e.set_id))
				where e.debt_id = d.id and e.kind = 'payment'
					and (e.amount_pence = -${amount}::bigint or r.amount_pence = ${amount}::bigint
						or (${isPart} and r.amount_pence > ${amount}::bigint))
					and (${by}::text is null or e.method = ${by}::text)
					and (r.id is null or r.amount_pence - r.returned_pence >= ${amount}::bigint)
					and e.entered_on between ${from}::date and ${to}::date
					and not exists (select from bank_advices b where b.payment_set_id = e.set_id)
					and not exists (select from entries back where back.debt_id = d.id
						and back.kind = 'reversal' and back.amount_pence = -e.amount_pence
						and back.source <> 'fairline' and back.entered_on between e.entered_on
							and e.entered_on + ${toldWithin}::int)
				order by (r.id is not null) desc, (r.amount_pence = ${amount}::bigint) desc,
					(e.method = 'direct-debit') desc, abs(e.entered_on - ${on}::date), e.id limit 1),
			'liable', (select coalesce(jsonb_agg(jsonb_build_object('customerId', c.id,
					'givenNames', c.given_names, 'familyName', c.family_name) order by c.id), '[]')
				from liabilities l join customers c on c.id = l.customer_id where l.debt_id = d.id),
			'isArranged', exists (select from arrangement_debts g join arrangements n
				on n.id = g.arrangement_id where g.debt_id = d.id and g.is_live
				and n.method = 'direct-debit'),
			'timesReturned', (select count(*) from bank_advices b where b.debt_id = d.id
				and b.kind = ${asked.kind} and b.code = ${code}
				and b.on_day > ${addDays(on, -SAME_PAYMENT_DAYS)}::date))::text as found
		from debts d where d.id in ${debtIds} order by d.from_on desc, d.id`);
	return rows.map(({ found }) => JSON.parse(found) as DirectDebit);
}

/** A receipt with this reference that still waits, all of what came back: it is on no debt, and its money is gone. */
export async function waitingPayment(
	tx: Transaction,
	advice: Pick<Advice, 'amount' | 'on' | 'reference' | 'charged'>
): Promise<{ receiptId: string; setId: string } | null> {
	const quoted = normalised(advice.reference);
	if (quoted === null || advice.amount === null) return null;
	const { from, to, by } = paymentOf(advice);
	const [row] = await tx.execute<{ receiptId: string; setId: string }>(sql`
		select r.id as "receiptId", r.set_id as "setId" from receipts r
		where r.reference = ${quoted} and r.suspense_pence >= ${advice.amount}::bigint
			and r.channel = ${by ?? 'direct-debit'} and r.received_on between ${from}::date and ${to}::date
			and not exists (select from bank_advices b where b.payment_set_id = r.set_id)
		order by (r.amount_pence = ${advice.amount}::bigint) desc, r.received_on desc, r.id limit 1`);
	return row ?? null;
}

export async function advicesKnown(
	tx: Transaction,
	identities: readonly string[]
): Promise<ReadonlySet<string>> {
	if (identities.length === 0) return new Set();
	const rows = await tx
		.select({ identity: bankAdvices.identity })
		.from(bankAdvices)
		.where(inArray(bankAdvices.identity, [...identities]));
	return new Set(rows.map(({ identity }) => identity));
}

/** The days still to come of what was agreed on the debt, or else of what the source says is due. */
export async function payDaysOf(
	tx: Transaction,
	{ debtId, today }: { debtId: string; today: Day }
): Promise<readonly Day[]> {
	const rows = await tx.execute<{ on: Day; isAgreed: boolean }>(sql`
		select i.due_on as "on", true as "isAgreed" from arrangement_debts g
			join arrangements n on n.id = g.arrangement_id join instalments i on i.arrangement_id = n.id
			where g.debt_id = ${debtId}::uuid and g.is_live and n.method = 'direct-debit'
				and i.due_on > ${today}::date
		union all select due_on, false from dues
			where debt_id = ${debtId}::uuid and due_on > ${today}::date`);
	const agreed = rows.filter(({ isAgreed }) => isAgreed);
	return (agreed.length > 0 ? agreed : rows).map(({ on }) => on);
}
