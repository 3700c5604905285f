/**
 * Of whoever is to be rung, what decides whether they may be: read under a lock on them, so that two calls to one
 * person are weighed one after the other, and with every time we got in touch about payment lately.
 */
import { sql } from 'drizzle-orm';
import type { RungPerson } from '../../../shared/calls/backs/ringing.ts';
import { NOTICES } from '../../../shared/arrangements/life/notices.ts';
import { NO_REACH } from '../../../shared/customers/wishes/wish.ts';
import {
	dayInLondon,
	addDays,
	instant,
	instantInLondon,
	type Day
} from '../../../shared/time/day.ts';
import { reachJson } from '../../customers/reach/wishes.ts';
import type { Transaction } from '../../db/transaction.ts';

/** The longest window of the limit. */
const DAYS_COUNTED = 28;

export type Whom = { customerId: string | null; number: string | null };

type PersonRow = Omit<RungPerson, 'earlier'>;

export async function personToRing(
	tx: Transaction,
	{ customerId, number }: Whom,
	today: Day
): Promise<RungPerson> {
	const since = instantInLondon(addDays(today, 1 - DAYS_COUNTED), '00:00');
	if (customerId === null) {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${number ?? ''}))`);
		return { ...NOBODY, earlier: await earlierOn(tx, { number, since }) };
	}
	await tx.execute(sql`select from customers where id = ${customerId} for no key update`);
	const [row] = await tx.execute<PersonRow>(sql`
		select c.is_safe_contact as "isSafeContact", c.is_restricted as "isRestricted",
			c.died_on is not null as "hasDied", ${sql.raw(reachJson('c.id'))} as reach,
			${hasHold(['breathing-space', 'mental-health-crisis'], today)} as "isInMoratorium",
			${hasHold(['deceased'], today)} as "isBereaved"
		from customers c where c.id = ${customerId}`);
	if (!row) throw new Error('A customer who was to be rung is gone.');
	return { ...row, earlier: await earlierWith(tx, { customerId, since }) };
}

/** Nobody is known by the number: nothing of theirs stands against it. */
const NOBODY: PersonRow = {
	isSafeContact: false,
	isRestricted: false,
	hasDied: false,
	isInMoratorium: false,
	isBereaved: false,
	reach: NO_REACH
};

const hasHold = (kinds: readonly string[], today: Day) => sql`exists (select from holds h
	where h.customer_id = c.id and h.lifted_at is null and h.kind = any(${`{${kinds.join(',')}}`}::text[])
		and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date))`;

/** Asked-for calls are exempt from the limit and count towards nothing; one the telephone system refused rang nobody. */
const RUNG = sql`not r.is_asked_for and r.state <> 'refused'`;

async function earlierOn(
	tx: Transaction,
	{ number, since }: { number: string | null; since: string }
): Promise<Day[]> {
	const rows = await tx.execute<{ at: string }>(sql`select r.at from rung_calls r
		where r.number = ${number} and r.at >= ${since}::timestamptz and ${RUNG}`);
	return daysOf(rows);
}

/** From a screen; dialled on the telephone itself; and letters about a payment that was missed. */
async function earlierWith(
	tx: Transaction,
	{ customerId, since }: { customerId: string; since: string }
): Promise<Day[]> {
	const rows = await tx.execute<{ at: string }>(sql`
		select r.at from rung_calls r where r.at >= ${since}::timestamptz and ${RUNG}
			and (r.customer_id = ${customerId} or r.number in (select p.e164 from customer_phones p
				where p.customer_id = ${customerId} and p.to_on is null))
		union all
		select k.started_at from contacts k join contact_events e on e.contact_id = k.id
			and e.type = 'contactStarted' and e.body ->> 'direction' = 'outbound'
		where k.customer_id = ${customerId} and k.started_at >= ${since}::timestamptz
			and not exists (select from rung_calls r
				where r.rung_on = k.source and r.rung_as = k.source_contact_id)
		union all
		select l.queued_at from letters l where l.customer_id = ${customerId}
			and l.queued_at >= ${since}::timestamptz and l.state <> 'kept'
			and l.letter = any(${`{${NOTICES.join(',')}}`}::text[])`);
	return daysOf(rows);
}

function daysOf(rows: readonly { at: string }[]): Day[] {
	return rows.map(({ at }) => dayInLondon(instant(at)));
}
