/**
 * Callers whom nobody took, found in the log when their call has ended: each gets its one row, to be rung back or only
 * counted. One look at a time, whichever process makes it, so that one person never waits twice.
 */
import { sql } from 'drizzle-orm';
import { backDue } from '../../../shared/calls/backs/due.ts';
import {
	isLeft,
	leftVerdict,
	type LeftVerdict,
	type NumberOwner
} from '../../../shared/calls/backs/left.ts';
import type { Presentation } from '../../../shared/calls/events.ts';
import type { ContactEvent } from '../../../shared/contacts/log/events.ts';
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import { NO_REACH, type Reach } from '../../../shared/customers/wishes/wish.ts';
import { addDays, dayInLondon, instantInLondon, type Instant } from '../../../shared/time/day.ts';
import type { Clock } from '../../clock.ts';
import { EVENT_JSON } from '../../contacts/heard/ring.ts';
import { reachJson } from '../../customers/reach/wishes.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { SPOKEN_SINCE, STILL_PROMISED } from './sql.ts';
import { leftCalls } from '../tables.ts';

/** What ended longer ago and was never looked at is history. */
const DAYS_BACK = 2;
const AT_ONCE = 50;

type Gone = {
	contactId: string;
	number: string | null;
	presentation: Presentation | null;
	events: ContactEvent[];
};

const gone = (since: Instant) => sql`
	select k.id as "contactId", k.caller_number as number, k.presentation,
		(select coalesce(jsonb_agg(${sql.raw(EVENT_JSON)} order by e.seq), '[]')
			from contact_events e where e.contact_id = k.id) as events
	from contact_events ended join contacts k on k.id = ended.contact_id
	where ended.type = 'callEnded' and ended.at >= ${since}::timestamptz
		and (ended.body ->> 'abandoned' = 'true' or exists (select from contact_events a
			where a.contact_id = k.id and a.type = 'callBackAnswered'))
		and not exists (select from left_calls l where l.contact_id = k.id)
	order by ended.at limit ${AT_ONCE}`;

/** Gives how many were noted. */
export async function noteLeft(parts: { database: Database; clock: Clock }): Promise<number> {
	const { database, clock } = parts;
	const since = instantInLondon(addDays(clock.today(), -DAYS_BACK), '00:00');
	const waiting = await database.orm.execute(sql`select from (${gone(since)}) g limit 1`);
	if (waiting.length === 0) return 0;
	return inTransaction(database, async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext('left_calls'))`);
		const found = await tx.execute<Gone>(gone(since));
		for (const one of found) await noteOne(tx, one, clock);
		return found.length;
	});
}

async function noteOne(
	tx: Transaction,
	{ contactId, number, presentation, events }: Gone,
	clock: Clock
): Promise<void> {
	const contact = foldContact(events);
	const leftAt = contact.endedAt ?? clock.now();
	const row = { contactId, queue: contact.queue, leftAt, onDay: dayInLondon(leftAt) };
	const hasAgreed = contact.hasAgreedToBack;
	const isTheirs = isLeft({
		direction: contact.direction,
		isAnswered: contact.answeredAt !== null,
		isAbandoned: contact.abandoned,
		hasAgreed
	});
	const owners = number === null ? [] : await ownersOf(tx, number, clock);
	const verdict: LeftVerdict = isTheirs
		? leftVerdict({ number, presentation, hasAgreed, owners }, clock.today())
		: { isRung: false, because: 'taken' };
	await tx
		.insert(leftCalls)
		.values({ ...row, ...(await standing(tx, { verdict, leftAt, clock })) });
}

type Standing = Omit<typeof leftCalls.$inferInsert, 'contactId' | 'queue' | 'leftAt' | 'onDay'>;

async function standing(
	tx: Transaction,
	{ verdict, leftAt, clock }: { verdict: LeftVerdict; leftAt: Instant; clock: Clock }
): Promise<Standing> {
	if (!verdict.isRung) return { state: 'counted', because: verdict.because };
	const { number, customerId, because } = verdict;
	if (await isLiveAlready(tx, { number, customerId }))
		return { state: 'counted', because: 'rung-already', customerId };
	const reach = customerId === null ? NO_REACH : await reachOf(tx, customerId);
	const { C1 } = await policyOn(tx, clock.today());
	const due = backDue({ at: clock.now(), number, reach }, C1.value);
	if (!due) return { state: 'counted', because: 'against-their-wish', customerId };
	const isSpokenTo = await hasSpokenSince(tx, { number, customerId, leftAt });
	const state = isSpokenTo ? 'done' : 'due';
	return {
		state,
		because,
		number,
		customerId,
		...due,
		...(isSpokenTo ? { endedAt: clock.now() } : {})
	};
}

async function ownersOf(tx: Transaction, number: string, clock: Clock): Promise<NumberOwner[]> {
	const rows = await tx.execute<NumberOwner>(sql`
		select c.id as "customerId", c.is_safe_contact as "isSafeContact",
			c.is_restricted as "isRestricted", c.died_on::text as "diedOn",
			max(p.confirmed_on)::text as "confirmedOn",
			max(p.belongs) filter (where p.belongs_until >= ${clock.today()}::date) as belongs,
			exists (select from callbacks b where b.customer_id = c.id
				and ${sql.raw(STILL_PROMISED)}) as "hasPromise"
		from customer_phones p join customers c on c.id = p.customer_id
		where p.e164 = ${number} and (p.to_on is null or p.to_on >= ${clock.today()}::date)
		group by c.id order by c.id`);
	return [...rows];
}

async function isLiveAlready(
	tx: Transaction,
	{ number, customerId }: { number: string; customerId: string | null }
): Promise<boolean> {
	const rows = await tx.execute(sql`select from left_calls where state in ('due', 'claimed')
		and (number = ${number} or customer_id = ${customerId}::uuid) limit 1`);
	return rows.length > 0;
}

async function reachOf(tx: Transaction, customerId: string): Promise<Reach> {
	const [row] = await tx.execute<{ reach: Reach }>(
		sql`select ${sql.raw(reachJson('c.id'))} as reach from customers c where c.id = ${customerId}`
	);
	return row?.reach ?? NO_REACH;
}

async function hasSpokenSince(
	tx: Transaction,
	asked: { number: string; customerId: string | null; leftAt: Instant }
): Promise<boolean> {
	const rows = await tx.execute(sql`
		select from (select ${asked.number}::text as number, ${asked.customerId}::uuid as customer_id,
			${asked.leftAt}::timestamptz as left_at) l where ${sql.raw(SPOKEN_SINCE)}`);
	return rows.length > 0;
}
