/** What banks told and nobody has answered yet, the oldest first, a page at a time; and what was done lately, by whom. */
import { sql } from 'drizzle-orm';
import { meaningOf, type AdviceKind, type ToDo } from '../../../shared/income/bank-codes.ts';
import type { Did } from '../../../shared/income/advices/advice-closing.ts';
import type {
	AdviceSeen,
	AdvicesSeen,
	AfterAdvice
} from '../../../shared/income/advices/advices.ts';
import { pence } from '../../../shared/money/pence.ts';
import { instant, type Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';

type Reading = Pick<Transaction, 'execute'>;

const A_PAGE = 15;
const MOST_DONE = 10;

type Row = {
	id: string;
	kind: AdviceKind;
	code: string;
	on: Day;
	amount: string | null;
	reference: string;
	title: string | null;
	name: string | null;
	toDo: ToDo;
	isHeld: boolean;
	retryOn: Day | null;
	did: Did | null;
	doneAt: string | null;
	doneBy: string | null;
};

export async function advicesSeen(
	tx: Reading,
	{ after, mayOpenRestricted }: { after: AfterAdvice | null; mayOpenRestricted: boolean }
): Promise<AdvicesSeen> {
	const shown = sql`(${mayOpenRestricted} or not exists (select from liabilities l
		join customers x on x.id = l.customer_id where l.debt_id = b.debt_id and x.is_restricted))`;
	const from = after ? sql`and (b.on_day, b.id) > (${after.on}::date, ${after.id}::uuid)` : sql``;
	const open = await rowsOf(
		tx,
		sql`b.done_at is null and ${shown} ${from} order by b.on_day, b.id limit ${A_PAGE + 1}`
	);
	const done = await rowsOf(
		tx,
		sql`b.done_at is not null and ${shown} order by b.done_at desc, b.id limit ${MOST_DONE}`
	);
	const [counted] = await tx.execute<{ count: number }>(sql`
		select count(*)::int as count from bank_advices b
		where b.to_do is not null and b.done_at is null and ${shown}`);
	const page = open.slice(0, A_PAGE);
	const last = page.at(-1);
	return {
		open: page.map(seen),
		count: counted?.count ?? 0,
		next: open.length > A_PAGE && last ? { on: last.on, id: last.id } : null,
		done: done.map(seen)
	};
}

async function rowsOf(tx: Reading, which: ReturnType<typeof sql>): Promise<readonly Row[]> {
	return tx.execute<Row>(sql`
		select b.id, b.kind, b.code, b.on_day as "on", b.amount_pence as amount, b.reference, d.title,
			btrim(c.given_names || ' ' || c.family_name) as name, b.to_do as "toDo",
			b.is_held as "isHeld", b.retry_on as "retryOn", b.did, b.done_at as "doneAt",
			u.name as "doneBy"
		from bank_advices b left join debts d on d.id = b.debt_id
			left join customers c on c.id = b.customer_id left join auth_user u on u.id = b.done_by
		where b.to_do is not null and ${which}`);
}

function seen({ kind, code, amount, doneAt, ...row }: Row): AdviceSeen {
	return {
		...row,
		means: meaningOf({ kind, code }),
		kind,
		amount: amount === null ? null : pence(Number(amount)),
		doneAt: doneAt === null ? null : instant(doneAt)
	};
}
