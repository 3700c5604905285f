/**
 * Records that go from one customer to another, many changes in a few set statements. Their links change, and with them
 * what a source said of the record: liabilities, holds, contact facts. An entry, an event or a record never does. Each
 * change keeps what was before, so that taking it back leaves everything as it stood.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { isWrong } from '../reach/wrong.ts';
import { moveLiabilities } from '../../debts/move-liabilities.ts';

/**
 * `changes`: a temporary table of change_id, kind, from_id, to_id, score, reasons. `records`: one of change_id and
 * record_id. A join takes all that the customer has.
 */
export type Moving = { changes: string; records: string; at: Instant; officerId: string | null };

export async function moveLinks(tx: Transaction, moving: Moving): Promise<void> {
	await tx.execute(sql`drop table if exists moved_rows`);
	await tx.execute(sql`
		create temporary table moved_rows (change_id uuid, table_name text, id uuid) on commit drop`);
	for (const fact of FACTS) await moveFacts(tx, { fact, moving });
	await closeWrong(tx, moving);
	await moveLiabilities(tx, {
		changes: moving.changes,
		records: moving.records,
		moved: 'moved_rows'
	});
	await nameAliases(tx, moving);
	// A city's first matching moves millions, and each change looks for its own among them.
	await tx.execute(sql`create index on moved_rows (change_id)`);
	await tx.execute(sql`analyze moved_rows`);
	await keepChanges(tx, moving);
	await moveRecords(tx, moving);
	await takeOver(
		tx,
		sql`select customers.*, c.to_id from ${sql.raw(moving.changes)} c
			join customers on customers.id = c.from_id where c.kind = 'join'`
	);
}

type Fact = { table: string; same: string | null };

/** What makes a fact one that a record said; null where no record says it, and it goes with a whole customer only. */
const FACTS: readonly Fact[] = [
	{ table: 'customer_phones', same: 'f.e164 = r.e164' },
	{ table: 'customer_emails', same: 'f.email = r.email' },
	{ table: 'customer_addresses', same: 'f.line1 = r.line1 and f.postcode = r.postcode' },
	{ table: 'customer_names', same: null },
	{ table: 'support_needs', same: null },
	{ table: 'authorities', same: null },
	{ table: 'contact_wishes', same: null },
	{ table: 'wrong_numbers', same: null }
];

async function moveFacts(
	tx: Transaction,
	{ fact: { table, same }, moving }: { fact: Fact; moving: Moving }
): Promise<void> {
	const ofRecord = same === null ? sql`false` : saidOnlyByMoved(same, moving);
	const name = sql.raw(table);
	await tx.execute(sql`
		with gone as (
			update ${name} f set customer_id = c.to_id from ${sql.raw(moving.changes)} c
			where f.customer_id = c.from_id and (c.kind = 'join' or ${ofRecord})
			returning c.change_id, f.id
		)
		insert into moved_rows select change_id, ${table}, id from gone`);
}

/** A record that goes says it, in the name of its source, and none that stays does. */
function saidOnlyByMoved(same: string, { records }: Moving): SQL {
	const said = sql.raw(`r.source = f.source and ${same}`);
	return sql`exists (select from ${sql.raw(records)} m join records r on r.id = m.record_id
			where m.change_id = c.change_id and ${said})
		and not exists (select from links l join records r on r.id = l.record_id
			where l.customer_id = c.from_id and ${said}
				and l.record_id not in (select record_id from ${sql.raw(records)}))`;
}

/** A number that one of them has and that was reported not to be the other's is linked to neither now. */
async function closeWrong(tx: Transaction, { changes, at }: Moving): Promise<void> {
	await tx.execute(sql`
		with closed as (
			update customer_phones p
			set to_on = (${at}::timestamptz at time zone 'Europe/London')::date - 1
			from ${sql.raw(changes)} c
			where p.customer_id = c.to_id and p.to_on is null
				and ${sql.raw(isWrong('p.customer_id', 'p.e164'))}
			returning c.change_id, p.id
		)
		insert into moved_rows select distinct on (id) change_id, 'closed_phones', id from closed`);
}

/** What the other went by, where it is another name: whoever asks for it finds them still. */
async function nameAliases(tx: Transaction, { changes, at }: Moving): Promise<void> {
	await tx.execute(sql`
		with named as (
			insert into customer_names (id, customer_id, kind, name, from_on, source)
			select gen_random_uuid(), c.to_id, 'alias', min(btrim(o.given_names || ' ' || o.family_name)),
				(${at}::timestamptz at time zone 'Europe/London')::date, 'fairline'
			from ${sql.raw(changes)} c join customers o on o.id = c.from_id
				join customers s on s.id = c.to_id
			where c.kind = 'join' and plain_text(o.given_names || ' ' || o.family_name)
				<> plain_text(s.given_names || ' ' || s.family_name)
			group by c.to_id, plain_text(o.given_names || ' ' || o.family_name)
			returning id, customer_id
		)
		insert into moved_rows
		select distinct on (n.id) c.change_id, 'aliases', n.id
		from named n join ${sql.raw(changes)} c on c.to_id = n.customer_id
		order by n.id, c.change_id`);
}

async function keepChanges(tx: Transaction, moving: Moving): Promise<void> {
	const { changes, records, at, officerId } = moving;
	await tx.execute(sql`
		insert into link_changes (id, kind, from_customer_id, to_customer_id, score, reasons, links_before,
			moved, customer_before, at, officer_id)
		select c.change_id, c.kind, c.from_id, c.to_id, c.score, c.reasons,
			coalesce((select jsonb_agg(jsonb_build_object('recordId', l.record_id, 'customerId',
				l.customer_id, 'score', l.score, 'reasons', l.reasons, 'linkedAt', l.linked_at,
				'officerId', l.officer_id) order by l.record_id)
				from ${sql.raw(records)} m join links l on l.record_id = m.record_id
				where m.change_id = c.change_id), '[]'),
			coalesce((select jsonb_object_agg(t.table_name, t.ids) from (
				select table_name, jsonb_agg(id order by id) as ids from moved_rows
				where change_id = c.change_id group by table_name) t), '{}'),
			(select jsonb_build_object('bornOn', s.born_on, 'nino', s.nino, 'diedOn', s.died_on,
				'language', s.language, 'isRestricted', s.is_restricted,
				'needsExtraCheck', s.needs_extra_check, 'isSafeContact', s.is_safe_contact)
				from customers s where s.id = c.to_id),
			${at}::timestamptz, ${officerId}
		from ${sql.raw(changes)} c`);
}

async function moveRecords(tx: Transaction, moving: Moving): Promise<void> {
	const { changes, records, at, officerId } = moving;
	await tx.execute(sql`
		update links l set customer_id = c.to_id, score = c.score, reasons = c.reasons,
			linked_at = ${at}::timestamptz, officer_id = ${officerId}
		from ${sql.raw(records)} m join ${sql.raw(changes)} c on c.change_id = m.change_id
		where l.record_id = m.record_id`);
	await tx.execute(sql`
		update customers f set joined_to = c.to_id from ${sql.raw(changes)} c
		where c.kind = 'join' and f.id = c.from_id`);
}

/** What only those joined knew; and of care, whatever any of the records asks for. */
export async function takeOver(tx: Transaction, joined: SQL): Promise<void> {
	await tx.execute(sql`
		update customers s set
			born_on = coalesce(s.born_on, o.born_on), nino = coalesce(s.nino, o.nino),
			died_on = coalesce(s.died_on, o.died_on), language = coalesce(s.language, o.language),
			is_restricted = s.is_restricted or o.is_restricted,
			needs_extra_check = s.needs_extra_check or o.needs_extra_check,
			is_safe_contact = s.is_safe_contact or o.is_safe_contact
		from (select f.to_id, min(f.born_on) as born_on, min(f.nino) as nino, min(f.died_on) as died_on,
				min(f.language) as language, bool_or(f.is_restricted) as is_restricted,
				bool_or(f.needs_extra_check) as needs_extra_check,
				bool_or(f.is_safe_contact) as is_safe_contact
			from (${joined}) f group by f.to_id) o
		where s.id = o.to_id`);
}
