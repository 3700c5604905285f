/**
 * Money that waits, oldest first and a page at a time; the likeliest homes of one sum; and the debts of a reference that
 * somebody types for it. A debt of a restricted record is left out for those who may not open it.
 */
import { sql } from 'drizzle-orm';
import { plainWords } from '../../../shared/customers/plain-words.ts';
import { STREAMS } from '../../../shared/debts/streams.ts';
import { withoutCounters } from '../../../shared/income/references/counter-barcodes.ts';
import { likeliestHomes, type Candidate } from '../../../shared/income/waiting/homes.ts';
import {
	normalised,
	oneSlipAway,
	referencesIn
} from '../../../shared/income/references/reference.ts';
import type { Channel } from '../../../shared/income/received.ts';
import {
	daysWaited,
	type AccountSeen,
	type After,
	type HomeSeen,
	type SuspenseSeen
} from '../../../shared/income/waiting/suspense.ts';
import { pence, type Pence } from '../../../shared/money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { plansQuoted } from './plans-quoted.ts';
import { noteMoneyAttempt, restrictedOn, type Asking } from '../restricted-accounts.ts';

type Reading = Pick<Transaction, 'execute'>;

const A_PAGE = 15;

type WaitingRow = {
	receiptId: string;
	amount: string;
	received: string;
	on: Day;
	channel: Channel;
	reference: string;
	payerName: string | null;
	isRefundAsked: boolean;
};

export async function suspense(
	tx: Reading,
	{
		after,
		today,
		mayOpenRestricted
	}: { after: After | null; today: Day; mayOpenRestricted: boolean }
): Promise<SuspenseSeen> {
	const [sums] = await tx.execute<{ count: number; total: string }>(sql`
		select count(*)::int as count, coalesce(sum(suspense_pence), 0) as total from receipts
		where suspense_pence > 0`);
	const from = after
		? sql`and (r.received_on, r.id) > (${after.on}::date, ${after.receiptId}::uuid)`
		: sql``;
	const rows = await tx.execute<WaitingRow>(sql`
		select r.id as "receiptId", r.suspense_pence as amount, r.amount_pence as received,
			r.received_on as "on", r.channel, r.reference_given as reference, r.payer_name as "payerName",
			exists (select from refunds f where f.receipt_id = r.id and f.state = 'asked')
				as "isRefundAsked"
		from receipts r where r.suspense_pence > 0 ${from}
		order by r.received_on, r.id limit ${A_PAGE + 1}`);
	const page = rows.slice(0, A_PAGE);
	const receiptIds = page.map(({ receiptId }) => receiptId);
	const quoted = await plansQuoted(tx, { receiptIds, mayOpenRestricted });
	const waiting = page.map((row) => ({
		...row,
		plan: quoted.get(row.receiptId) ?? null,
		amount: pence(Number(row.amount)),
		received: pence(Number(row.received)),
		days: daysWaited(row.on, today)
	}));
	const last = waiting.at(-1);
	const next = rows.length > A_PAGE && last ? { on: last.on, receiptId: last.receiptId } : null;
	return { waiting, count: sums?.count ?? 0, total: pence(Number(sums?.total ?? 0)), next };
}

/** A counter's barcode in it is read as the reference that it is for. */
async function plain(
	tx: Transaction,
	{ written, at }: { written: string; at: Instant }
): Promise<string> {
	const { counters } = (await policyOn(tx, dayInLondon(at))).BC.value;
	return withoutCounters(written, counters);
}

type Waits = {
	amount: string;
	reference: string;
	payerName: string | null;
	payerDigest: string | null;
};

/** Null where it does not wait. */
export async function homesOf(
	tx: Transaction,
	{ receiptId, ...asking }: Asking & { receiptId: string }
): Promise<readonly HomeSeen[] | null> {
	const [row] = await tx.execute<Waits>(sql`
		select suspense_pence as amount, reference_given as reference, payer_name as "payerName",
			payer_digest as "payerDigest"
		from receipts where id = ${receiptId}::uuid and suspense_pence > 0`);
	if (!row) return null;
	const reference = await plain(tx, { written: row.reference, at: asking.at });
	const waiting = { ...row, reference, amount: pence(Number(row.amount)) };
	const candidates = await candidatesFor(tx, waiting);
	const homes = likeliestHomes(
		waiting,
		candidates.flatMap(({ people, ...one }) =>
			people.map(({ customerId, ...name }) => ({ ...one, customerId, names: [name] }))
		)
	).filter((home, at, all) => all.findIndex(({ debtId }) => debtId === home.debtId) === at);
	const byId = new Map(candidates.map((one) => [one.debtId, one]));
	const likely = homes.flatMap(({ debtId, reasons }) => {
		const found = byId.get(debtId);
		return found ? [{ ...found, reasons }] : [];
	});
	const open = await openTo(tx, likely, asking);
	return open.slice(0, MOST_HOMES).map(({ reasons, ...one }) => ({ ...seen(one), reasons }));
}

/** Those that this officer may know of; the others they have tried to. */
async function openTo<Account extends Found>(
	tx: Transaction,
	accounts: readonly Account[],
	asking: Asking
): Promise<readonly Account[]> {
	const restricted = accounts.filter(({ isRestricted }) => isRestricted);
	const debtIds = restricted.map(({ debtId }) => debtId);
	await noteMoneyAttempt(tx, await restrictedOn(tx, { debtIds }), asking);
	return asking.mayOpenRestricted ? accounts : accounts.filter((one) => !one.isRestricted);
}

const MOST_HOMES = 5;
/** Nobody's name and amount together are this common. */
const MOST_CANDIDATES = 200;

type Person = { customerId: string; givenNames: string; familyName: string };

type Found = Pick<Candidate, 'debtId' | 'reference' | 'balance' | 'instalments' | 'paidBefore'> & {
	title: string;
	people: readonly Person[];
	isRestricted: boolean;
};

/** By its reference or a slip of it, by the same bank account before, and by a name with exactly its amount. */
async function candidatesFor(
	tx: Reading,
	waiting: Omit<Waits, 'amount'> & { amount: Pence }
): Promise<readonly Found[]> {
	const { amount, reference, payerName, payerDigest } = waiting;
	const plain = normalised(reference);
	const quoted = referencesIn(reference);
	const near = [...quoted, ...(plain && plain.length <= 16 ? oneSlipAway(plain) : [])];
	const words = plainWords(payerName ?? '').filter((word) => word.length > 2);
	const name = JSON.stringify(words);
	return foundBy(
		tx,
		sql`
		select d.id from debts d where d.stream in ${STREAMS}
			and d.reference in (select jsonb_array_elements_text(${JSON.stringify(near)}::jsonb))
		union
		select l.debt_id from receipts r
			join placements p on p.receipt_id = r.id and p.undone_by_set_id is null
			join liabilities k on k.debt_id = p.debt_id
			join liabilities l on l.customer_id = k.customer_id
			where ${payerDigest}::text is not null and r.payer_digest = ${payerDigest}
		union
		(select d.id from customer_words w join liabilities l on l.customer_id = w.customer_id
			join debts d on d.id = l.debt_id
			where w.every && array(select jsonb_array_elements_text(${name}::jsonb))
				and d.balance_pence > 0 and (d.balance_pence = ${amount}::bigint or exists (select from dues u
					where u.debt_id = d.id and u.amount_pence = ${amount}::bigint))
			limit ${MOST_CANDIDATES})`,
		payerDigest
	);
}

async function foundBy(
	tx: Reading,
	which: ReturnType<typeof sql>,
	payerDigest: string | null
): Promise<readonly Found[]> {
	const rows = await tx.execute<{ found: string }>(sql`
		select jsonb_build_object('debtId', d.id, 'title', d.title, 'reference', d.reference,
			'balance', d.balance_pence,
			'instalments', (select coalesce(jsonb_agg(distinct u.amount_pence), '[]') from dues u
				where u.debt_id = d.id),
			'paidBefore', exists (select from receipts r join placements p on p.receipt_id = r.id
				and p.undone_by_set_id is null join liabilities k on k.debt_id = p.debt_id
				join liabilities l on l.customer_id = k.customer_id and l.debt_id = d.id
				where r.payer_digest = ${payerDigest}::text),
			'people', (select coalesce(jsonb_agg(jsonb_build_object('customerId', c.id,
					'givenNames', c.given_names, 'familyName', c.family_name) order by l.id), '[]')
				from liabilities l join customers c on c.id = l.customer_id where l.debt_id = d.id),
			'isRestricted', exists (select from liabilities l join customers c on c.id = l.customer_id
				where l.debt_id = d.id and c.is_restricted))::text as found
		from debts d where d.id in (${which})`);
	return rows.map(({ found }) => JSON.parse(found) as Found);
}

function seen({ debtId, title, reference, balance, people }: Found): AccountSeen {
	const names = people.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`.trim());
	return { debtId, title, reference, balance, names };
}

/** The debts of one reference as it is written, for whoever knows better than the list. */
export async function accountsOf(
	tx: Transaction,
	{ reference, ...asking }: Asking & { reference: string }
): Promise<readonly AccountSeen[]> {
	const [quoted] = referencesIn(await plain(tx, { written: reference, at: asking.at }));
	if (!quoted) return [];
	const which = sql`select id from debts where stream in ${STREAMS} and reference = ${quoted}`;
	const found = await foundBy(tx, which, null);
	return (await openTo(tx, found, asking)).map(seen);
}
