/** What the income room asks of the database: whether money came in before, and which debts a reference leads to. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PersonRecord } from '../../shared/contacts/shown/disclosure.ts';
import { plainWords } from '../../shared/customers/plain-words.ts';
import { STREAMS } from '../../shared/debts/streams.ts';
import type { AccountDebt } from '../../shared/income/placing.ts';
import { oneSlipAway } from '../../shared/income/references/reference.ts';
import type { Channel } from '../../shared/income/received.ts';
import type { SentLine } from '../../shared/income/sent-files.ts';
import type { WaitingRecord } from '../../shared/income/waiting/waiting.ts';
import { pence, type Pence } from '../../shared/money/pence.ts';
import { addDays, type Day, type Instant } from '../../shared/time/day.ts';
import { quotedPlans } from '../arrangements/by-reference.ts';
import type { Transaction } from '../db/transaction.ts';
import { placements, receiptActs, receiptFiles, receipts, sentFiles } from './tables.ts';

export async function fileBefore(
	tx: Transaction,
	digest: string
): Promise<{ receivedAt: Instant } | undefined> {
	const [row] = await tx
		.select({ receivedAt: receiptFiles.receivedAt })
		.from(receiptFiles)
		.where(eq(receiptFiles.digest, digest));
	return row;
}

/** Stages of council tax at and after a liability order. */
const ORDERED = [
	'LIABILITY_ORDER',
	'INFO_REQUEST',
	'AEO',
	'BENEFIT_DEDUCTION',
	'ENFORCEMENT_AGENT',
	'CHARGING_ORDER',
	'BANKRUPTCY',
	'COMMITTAL'
];

/** An instalment is plainly meant from six weeks after its day to two weeks before it. */
const LATE_DAYS = 42;
const EARLY_DAYS = 14;

/** The debts of these references, locked in the order of their ids until the transaction ends. */
export async function debtsOfReferences(
	tx: Transaction,
	{ references, today }: { references: readonly string[]; today: Day }
): Promise<ReadonlyMap<string, AccountDebt[]>> {
	if (references.length === 0) return new Map();
	const wanted = sql`array(select jsonb_array_elements_text(${JSON.stringify(references)}::jsonb))`;
	const rows = await tx.execute<{
		id: string;
		reference: string;
		balance: string;
		isOrderedTax: boolean;
		year: number;
		instalmentDue: string | null;
	}>(sql`
		with wanted as materialized (select unnest(${wanted}) as reference),
		still as materialized (select d.* from debts d join wanted using (reference)
			order by d.id for no key update of d)
		select id, reference, balance_pence as balance,
			stream = 'council-tax' and stage in ${ORDERED} as "isOrderedTax",
			extract(year from from_on)::int as year,
			case when count(*) over (partition by reference) > 1 then
				(select u.amount_pence from dues u where u.debt_id = still.id
					and u.due_on between ${addDays(today, -LATE_DAYS)}::date and ${addDays(today, EARLY_DAYS)}::date
					order by u.due_on desc limit 1) end as "instalmentDue"
		from still`);
	const byReference = new Map<string, AccountDebt[]>();
	for (const { balance, instalmentDue, ...row } of rows) {
		const debt = {
			...row,
			balance: pence(Number(balance)),
			instalmentDue: instalmentDue === null ? null : pence(Number(instalmentDue))
		};
		byReference.set(row.reference, [...(byReference.get(row.reference) ?? []), debt]);
	}
	return byReference;
}

export async function linesOfFile(
	tx: Pick<Transaction, 'select'>,
	sentId: string
): Promise<readonly SentLine[]> {
	const [row] = await tx
		.select({ lines: sentFiles.lines })
		.from(sentFiles)
		.where(eq(sentFiles.id, sentId));
	return row?.lines ?? [];
}

/** Every command that moves money locks the debts first, in the order of their ids. */
export async function lockDebts(tx: Transaction, debtIds: readonly string[]): Promise<void> {
	await tx.execute(sql`select from debts where id in
		(select value::uuid from jsonb_array_elements_text(${JSON.stringify(debtIds)}::jsonb))
		order by id for no key update`);
}

/** All that anybody liable on these references owes: a bank may tell of their death, which holds every debt of theirs. */
export async function lockDebtsOfAll(
	tx: Transaction,
	references: readonly string[]
): Promise<void> {
	const ofPlans = (await quotedPlans(tx, references)).flatMap(({ debtIds }) => debtIds);
	await tx.execute(sql`select from debts where id in (
			select other.debt_id from debts d join liabilities l on l.debt_id = d.id
				join liabilities other on other.customer_id = l.customer_id
			where d.reference in (select jsonb_array_elements_text(${JSON.stringify(references)}::jsonb))
				or d.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ofPlans)}::jsonb)))
		order by id for no key update`);
}

/** Who paid what a set put on a debt; null where nobody knows. */
export async function payerOfSet(tx: Transaction, setId: string): Promise<string | null> {
	const [row] = await tx.execute<{ payerId: string | null }>(sql`
		select payer_id as "payerId" from entries where set_id = ${setId}::uuid
			and debt_id is not null limit 1`);
	return row?.payerId ?? null;
}

/** What may be given back, how it came, and whether somebody else must say. */
export type Credit = { amount: Pence; channel: Channel | null; isHeld: boolean };

/** Null where the debt is not there for this officer. The debt is locked. */
export async function creditOn(
	tx: Transaction,
	{ debtId, mayOpenRestricted, today }: { debtId: string; mayOpenRestricted: boolean; today: Day }
): Promise<Credit | null> {
	const [row] = await tx.execute<{ amount: string; channel: Channel | null; isHeld: boolean }>(sql`
		select greatest(-d.balance_pence, 0) as amount,
			(select r.channel from placements p join receipts r on r.id = p.receipt_id
				where p.debt_id = d.id and p.undone_by_set_id is null
				order by r.received_on desc, r.id limit 1) as channel,
			exists (select from holds h where h.debt_id = d.id and h.kind in ('deceased', 'insolvency')
				and h.lifted_at is null and (h.until_on is null or h.until_on >= ${today}::date))
				as "isHeld"
		from debts d where d.id = ${debtId}::uuid
			and (${mayOpenRestricted} or not exists (select from liabilities l
				join customers c on c.id = l.customer_id where l.debt_id = d.id and c.is_restricted))`);
	return row ? { ...row, amount: pence(Number(row.amount)) } : null;
}

/** Each part of a receipt that is on a debt, the last received first. */
export async function placedOn(
	tx: Transaction,
	debtId: string
): Promise<readonly { receiptId: string; placed: Pence }[]> {
	const rows = await tx.execute<{ receiptId: string; placed: string }>(sql`
		select r.id as "receiptId", p.amount_pence as placed
		from placements p join receipts r on r.id = p.receipt_id
		where p.debt_id = ${debtId}::uuid and p.undone_by_set_id is null
		order by r.received_on desc, r.id, p.amount_pence, p.id`);
	return rows.map(({ receiptId, placed }) => ({ receiptId, placed: pence(Number(placed)) }));
}

export async function titlesOf(
	tx: Pick<Transaction, 'execute'>,
	debtIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	const rows = await tx.execute<{ id: string; title: string }>(sql`select id, title from debts
		where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(debtIds)}::jsonb))`);
	return new Map(rows.map(({ id, title }) => [id, title]));
}

/** A receipt, held still for what is done with it. Undefined where there is none. */
export async function receiptInHand(tx: Transaction, receiptId: string) {
	const [row] = await tx.select().from(receipts).where(eq(receipts.id, receiptId)).for('update');
	return row;
}

/** Its parts on debts, that nobody has undone. */
export async function livePlacements(tx: Transaction, receiptId: string) {
	return tx
		.select()
		.from(placements)
		.where(and(eq(placements.receiptId, receiptId), isNull(placements.undoneBySetId)))
		.orderBy(placements.amountPence, placements.id);
}

/** Those of them that one press of a button placed. */
export async function placementsOf(
	tx: Transaction,
	{ receiptId, key }: { receiptId: string; key: string }
) {
	const [act] = await tx
		.select({ setId: receiptActs.setId })
		.from(receiptActs)
		.where(and(eq(receiptActs.receiptId, receiptId), eq(receiptActs.key, key)));
	const live = await livePlacements(tx, receiptId);
	return live.filter(({ setId }) => setId === act?.setId);
}

export async function actBy(
	tx: Transaction,
	{ receiptId, key }: { receiptId: string; key: string }
): Promise<{ asked: string | null } | undefined> {
	const [row] = await tx
		.select({ asked: receiptActs.asked })
		.from(receiptActs)
		.where(and(eq(receiptActs.receiptId, receiptId), eq(receiptActs.key, key)));
	return row;
}

/** No contact shows more of them. */
const MOST_WAITING = 40;

/**
 * Money that waits and may be this person's: quoting something like a debt of theirs, of their payers, of their name.
 * What quotes somebody else's account is that account's.
 */
export async function waitingNear(
	tx: Transaction,
	person: Pick<PersonRecord, 'customerId' | 'familyName' | 'debts'>
): Promise<readonly WaitingRecord[]> {
	const references = (person.debts ?? []).map(({ reference }) => reference);
	const near = references.flatMap((reference) => [reference, ...oneSlipAway(reference)]);
	const [family = ''] = plainWords(person.familyName).toSorted((a, b) => b.length - a.length);
	const rows = await tx.execute<Omit<WaitingRecord, 'amount'> & { amount: string }>(sql`
		with payers as (select distinct b.payer_digest from receipts b
			join placements p on p.receipt_id = b.id and p.undone_by_set_id is null
			join liabilities l on l.debt_id = p.debt_id and l.customer_id = ${person.customerId}::uuid
			where b.payer_digest is not null)
		select r.id as "receiptId", r.suspense_pence as amount, r.received_on as "on",
			r.reference_given as reference, r.payer_name as "payerName",
			coalesce(r.payer_digest in (select payer_digest from payers), false) as "paidBefore"
		from receipts r where r.suspense_pence > 0 and (
			r.reference in (select jsonb_array_elements_text(${JSON.stringify(near)}::jsonb))
			or r.payer_digest in (select payer_digest from payers)
			or (${family} <> '' and position(${family} in lower(r.payer_name)) > 0))
			and not exists (select from debts d where d.stream in ${STREAMS} and d.reference = r.reference
				and d.reference not in (select jsonb_array_elements_text(${JSON.stringify(references)}::jsonb)))
		order by r.received_on desc, r.id limit ${MOST_WAITING}`);
	return rows.map((row) => ({ ...row, amount: pence(Number(row.amount)) }));
}
