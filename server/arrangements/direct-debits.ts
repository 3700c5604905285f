/**
 * Tells the council's paying system of the Direct Debits of plans, each word once and in its order: set up, moved,
 * cancelled. No bank details are here or in its file: the paying system asks the customer for them itself, and its
 * payments quote the plan's reference.
 */
import { randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import {
	debitWord,
	firstDebit,
	type DirectDebitWord
} from '../../shared/arrangements/paying/direct-debit.ts';
import type { ArrangementState } from '../../shared/arrangements/life/states.ts';
import { firstDirectDebit } from '../../shared/arrangements/said/offer.ts';
import type { Plan } from '../../shared/arrangements/plan.ts';
import { pence, typePounds } from '../../shared/money/pence.ts';
import { dayInLondon, instant, type Day, type Instant } from '../../shared/time/day.ts';
import type { Rhythm } from '../../shared/time/pay-days.ts';
import type { Transaction } from '../db/transaction.ts';
import { inertCsv } from '../inert-csv.ts';
import { policyOn } from '../law/policy.ts';
import { keepFile } from '../letters/outbox/make-files.ts';
import { directDebits } from './tables.ts';

type About = { arrangementId: string; at: Instant };

export async function setUpDirectDebit(
	tx: Transaction,
	{ plan, ...about }: About & { plan: Plan }
): Promise<void> {
	const first = firstDebit(plan.payments);
	if (!first) return;
	await tx
		.insert(directDebits)
		.values({ id: randomUUID(), ...about, what: 'set-up', nextOn: first.takenOn });
}

/** After its days were moved. */
export async function changeDirectDebit(
	tx: Transaction,
	{ arrangementId, at }: About
): Promise<void> {
	await follow(tx, { arrangementIds: [arrangementId], at, isMoved: true });
}

/** After these changed their states. */
export async function followDirectDebits(
	tx: Transaction,
	asked: { arrangementIds: readonly string[]; at: Instant }
): Promise<void> {
	await follow(tx, { ...asked, isMoved: false });
}

type Found = {
	id: string;
	state: ArrangementState;
	last: DirectDebitWord;
	nextOn: Day | null;
};

async function follow(
	tx: Transaction,
	{
		arrangementIds,
		at,
		isMoved
	}: { arrangementIds: readonly string[]; at: Instant; isMoved: boolean }
): Promise<void> {
	if (arrangementIds.length === 0) return;
	const today = dayInLondon(at);
	const noticeUntil = firstDirectDebit(today, (await policyOn(tx, today)).P8.value);
	const found = await tx.execute<Found>(sql`
		select a.id, a.state, last.what as last, (select min(coalesce((select x.taken_on from instalment_days x
				where x.arrangement_id = i.arrangement_id and x.number = i.number
				order by x.id desc limit 1), i.taken_on)) as taken from instalments i
			where i.arrangement_id = a.id and i.method = 'direct-debit'
				and coalesce((select x.taken_on from instalment_days x where x.arrangement_id = i.arrangement_id
					and x.number = i.number order by x.id desc limit 1), i.taken_on) > ${today}::date
				-- Set up again it needs its notice again.
				and (last.what <> 'cancel' or coalesce((select x.taken_on from instalment_days x
					where x.arrangement_id = i.arrangement_id and x.number = i.number
					order by x.id desc limit 1), i.taken_on) >= ${noticeUntil}::date))
			as "nextOn"
		from arrangements a cross join lateral (select d.what from direct_debits d
			where d.arrangement_id = a.id order by d.number desc limit 1) last
		where a.id = any(${`{${arrangementIds.join(',')}}`}::uuid[])`);
	const words = found.flatMap(({ id, nextOn, ...now }) => {
		const word = debitWord(now) ?? (isMoved && now.last !== 'cancel' ? ('change' as const) : null);
		if (word === null || (word !== 'cancel' && nextOn === null)) return [];
		const on = word === 'cancel' ? null : nextOn;
		return [{ id: randomUUID(), arrangementId: id, what: word, nextOn: on, at }];
	});
	if (words.length > 0) await tx.insert(directDebits).values(words);
}

/** As its files are called. */
const PAYING_SYSTEM = 'direct-debits';
const MOST_AT_ONCE = 5_000;
const HEADS = ['plan', 'what', 'given', 'amount', 'often', 'next', 'last', 'name'];

type Row = {
	id: string;
	reference: string;
	what: DirectDebitWord;
	at: string;
	amount: string;
	rhythm: Rhythm;
	nextOn: Day | null;
	lastOn: Day;
	name: string;
};

/** How many were written. */
export async function tellDirectDebits(tx: Transaction, { at }: { at: Instant }): Promise<number> {
	const rows = await tx.execute<Row>(sql`
		select d.id, a.payment_reference as reference, d.what, d.at, a.amount_pence as amount, a.rhythm,
			d.next_on as "nextOn", a.last_on as "lastOn",
			btrim(c.given_names || ' ' || c.family_name) as name
		from direct_debits d join arrangements a on a.id = d.arrangement_id
		join customers c on c.id = a.customer_id
		where d.told_at is null order by d.number limit ${MOST_AT_ONCE} for update of d skip locked`);
	if (rows.length === 0) return 0;
	const content = inertCsv([HEADS, ...rows.map(lineOf)]);
	const toldIn = await keepFile(tx, { source: PAYING_SYSTEM, content, count: rows.length, at });
	const ids = rows.map(({ id }) => id);
	await tx.update(directDebits).set({ toldAt: at, toldIn }).where(inArray(directDebits.id, ids));
	return rows.length;
}

function lineOf({ reference, what, at, amount, rhythm, nextOn, lastOn, name }: Row): string[] {
	const given = dayInLondon(instant(at));
	const sum = typePounds(pence(Number(amount)));
	return [reference, what, given, sum, rhythm, nextOn ?? '', lastOn, name];
}
