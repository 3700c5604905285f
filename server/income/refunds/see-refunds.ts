/** Refunds that wait for a decision, the oldest first, and those decided lately; and the accounts in credit. */
import { sql } from 'drizzle-orm';
import {
	mayApprove,
	type CreditSeen,
	type RefundSeen,
	type RefundState,
	type WayBack
} from '../../../shared/income/refunds/refunds.ts';
import type { Channel } from '../../../shared/income/received.ts';
import { pence } from '../../../shared/money/pence.ts';
import type { Role } from '../../../shared/officers/roles.ts';
import { instant, type Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Policy } from '../../../shared/law/policy-values.ts';
import { policyOn } from '../../law/policy.ts';

type Reading = Pick<Transaction, 'execute'>;

const MOST_DECIDED = 15;
const MOST_UNCONFIRMED = 100;
const MOST_CREDITS = 25;

type Row = {
	id: string;
	amount: string;
	because: string;
	way: WayBack;
	state: RefundState;
	askedById: string;
	askedBy: string | null;
	askedAt: string;
	decidedBy: string | null;
	decidedAt: string | null;
	toldAt: string | null;
	number: number;
	paidOn: Day | null;
	paidBy: string | null;
	title: string | null;
	debtReference: string | null;
	on: Day | null;
	channel: Channel | null;
	reference: string | null;
	payerName: string | null;
};

export type Looking = { officerId: string; role: Role; mayOpenRestricted: boolean; today: Day };

export type RefundLists = {
	open: readonly RefundSeen[];
	/** Approved, and not confirmed yet: the oldest first. */
	told: readonly RefundSeen[];
	decided: readonly RefundSeen[];
};

const UNCONFIRMED = sql`f.state = 'approved' and f.paid_on is null`;

export async function refundsSeen(tx: Reading, looking: Looking): Promise<RefundLists> {
	const { mayOpenRestricted, today } = looking;
	const { most } = (await policyOn(tx, today)).RF.value;
	const hidden = sql`(${mayOpenRestricted} or not exists (select from liabilities l
		join customers c on c.id = l.customer_id where l.debt_id = f.debt_id and c.is_restricted))`;
	const asked = await refundRows(
		tx,
		sql`f.state = 'asked' and ${hidden} order by f.asked_at, f.id`
	);
	const told = await refundRows(
		tx,
		sql`${UNCONFIRMED} and ${hidden} order by f.decided_at, f.id limit ${MOST_UNCONFIRMED}`
	);
	const decided = await refundRows(
		tx,
		sql`f.state <> 'asked' and not (${UNCONFIRMED}) and ${hidden} order by f.decided_at desc, f.id limit ${MOST_DECIDED}`
	);
	const see = (row: Row) => seen(row, { ...looking, most });
	return { open: asked.map(see), told: told.map(see), decided: decided.map(see) };
}

async function refundRows(tx: Reading, which: ReturnType<typeof sql>): Promise<readonly Row[]> {
	return tx.execute<Row>(sql`
		select f.id, f.amount_pence as amount, f.because, f.way, f.state, f.asked_by as "askedById",
			a.name as "askedBy", f.asked_at as "askedAt", b.name as "decidedBy",
			f.decided_at as "decidedAt", f.told_at as "toldAt",
			f.number::int as number, f.paid_on as "paidOn", p.name as "paidBy", d.title, d.reference as "debtReference",
			r.received_on as "on", r.channel, r.reference_given as reference, r.payer_name as "payerName"
		from refunds f left join debts d on d.id = f.debt_id left join receipts r on r.id = f.receipt_id
			left join auth_user a on a.id = f.asked_by left join auth_user b on b.id = f.decided_by
			left join auth_user p on p.id = f.paid_said_by and f.paid_line is null
		where ${which}`);
}

function seen(
	row: Row,
	{ officerId, role, most }: Looking & { most: Policy['RF']['value']['most'] }
): RefundSeen {
	const { id, because, way, state, askedById, on, channel } = row;
	const amount = pence(Number(row.amount));

	return {
		id,
		amount,
		because,
		way,
		state,
		of:
			on !== null && channel !== null
				? { kind: 'receipt', on, channel, reference: row.reference ?? '', payerName: row.payerName }
				: { kind: 'account', title: row.title ?? '', reference: row.debtReference ?? '' },
		askedBy: row.askedBy ?? '',
		askedAt: instant(row.askedAt),
		decidedBy: row.decidedBy,
		decidedAt: row.decidedAt === null ? null : instant(row.decidedAt),
		number: row.number,
		toldAt: row.toldAt === null ? null : instant(row.toldAt),
		paid: row.paidOn === null ? null : { on: row.paidOn, by: row.paidBy },
		mayApprove: mayApprove({ officerId, role }, { askedBy: askedById, amount, most }),
		isOwn: askedById === officerId
	};
}

/** The largest first: what is due to somebody is not kept because nobody asked. */
export async function creditsSeen(
	tx: Reading,
	{ mayOpenRestricted }: Pick<Looking, 'mayOpenRestricted'>
): Promise<readonly CreditSeen[]> {
	const rows = await tx.execute<Omit<CreditSeen, 'credit'> & { credit: string }>(sql`
		select d.id as "debtId", d.title, d.reference, -d.balance_pence as credit from debts d
		where d.balance_pence < 0
			and not exists (select from refunds f where f.debt_id = d.id and f.state = 'asked')
			and (${mayOpenRestricted} or not exists (select from liabilities l
				join customers c on c.id = l.customer_id where l.debt_id = d.id and c.is_restricted))
		order by d.balance_pence, d.id limit ${MOST_CREDITS}`);
	return rows.map(({ credit, ...row }) => ({ ...row, credit: pence(Number(credit)) }));
}
