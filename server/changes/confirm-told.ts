/**
 * An extract was taken in: what it shows of the changes its source was told of is confirmed, and what we held of them in
 * our own name is the source's from then on. Of a household that is how many adults it has, of bank details the last
 * figures, of a death its day: a system whose extract says none of these is looked at by somebody.
 */
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Day, Instant } from '../../shared/time/day.ts';
import { factsAreOf } from '../customers/told-facts.ts';
import type { Transaction } from '../db/transaction.ts';
import { confirmInstructions } from '../letters/change-told.ts';
import { recordChanges } from './tables.ts';

export type ExtractTaken = { source: string; on: Day; at: Instant };

/** Of a record `r` and what was told as `x.after`. */
const SHOWS = `case c.kind
	when 'phone' then r.e164 = x.after ->> 'phone'
	when 'wrong-number' then r.e164 is distinct from x.before ->> 'phone'
	when 'email' then lower(r.email) = x.after ->> 'email'
	when 'name' then plain_text(r.given_names || ' ' || r.family_name)
		= plain_text((x.after ->> 'givenNames') || ' ' || (x.after ->> 'familyName'))
	when 'address' then plain_text(r.line1) = plain_text(x.after ->> 'line1')
		and replace(upper(r.postcode), ' ', '') = replace(x.after ->> 'postcode', ' ', '')
	when 'household' then r.adults = (x.after ->> 'adults')::int
	when 'bank' then r.account_ending = right(x.after ->> 'accountNumber', 4)
	when 'death' then r.died_on is not null
		and coalesce(x.after ->> 'diedOn', '') in ('', r.died_on::text)
	else false end`;

/** The customers whose view is another now. */
export async function confirmTold(
	tx: Transaction,
	{ source, on, at }: ExtractTaken
): Promise<readonly string[]> {
	const shown = await tx.execute<Shown>(sql`
		select i.id::int as id, c.id as "changeId", c.fact_id as "factId", c.customer_id as "customerId"
		from instructions i
		join record_changes c on c.id = i.change_id
		join record_change_details x on x.change_id = c.id
		join records r on r.id = i.record_id
		where i.source = ${source} and i.state = 'told' and c.undone_at is null
			and ${sql.raw(SHOWS)}`);
	if (shown.length === 0) return [];
	await confirmInstructions(tx, { ids: shown.map(({ id }) => id), at, on });
	const factIds = shown.flatMap(({ factId }) => factId ?? []);
	await factsAreOf(tx, { source, on, factIds });
	const changeIds = [...new Set(shown.map(({ changeId }) => changeId))];
	const isOver = sql`not exists (select from instructions i where i.change_id = ${recordChanges.id}
		and i.state in ('to-send', 'told'))`;
	await tx
		.update(recordChanges)
		.set({ confirmedAt: at })
		.where(and(inArray(recordChanges.id, changeIds), isNull(recordChanges.confirmedAt), isOver));
	return [...new Set(shown.map(({ customerId }) => customerId))];
}

type Shown = { id: number; changeId: string; factId: string | null; customerId: string };
