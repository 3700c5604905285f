/**
 * What became of customers when their sources' records came in. A record that nobody has linked is a customer of its
 * own; a fact that changed is closed on the extract's day and the new one opened, so that what was true stays known.
 * The table of moved records is the imports' own.
 */
import { sql, type SQL } from 'drizzle-orm';
import { isWrong } from './reach/wrong.ts';
import type { MatchReason } from '../../shared/customers/matching/match.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

const FIRST_RECORD: readonly MatchReason[] = [
	{ compared: 'linked-account', weight: 1000, words: 'The first record of this customer' }
];

export type RecordsTaken = { moved: string; source: string; on: Day; at: Instant };

export async function takeRecords(tx: Transaction, taken: RecordsTaken): Promise<void> {
	await welcome(tx, taken);
	const hasKnown = await anyKnown(tx, taken);
	for (const fact of FACTS) {
		if (hasKnown) await close(tx, fact, taken);
		await open(tx, fact, taken);
	}
}

/** Whether it says anything new of somebody whom an earlier extract had. */
async function anyKnown(tx: Transaction, { moved }: Pick<RecordsTaken, 'moved'>): Promise<boolean> {
	const [found] = await tx.execute<{ any: boolean }>(
		sql`select exists (select from ${sql.raw(moved)} where not is_new) as any`
	);
	return found?.any === true;
}

async function welcome(tx: Transaction, { moved, source, at }: RecordsTaken): Promise<void> {
	const table = sql.raw(moved);
	await tx.execute(sql`
		insert into customers (id, kind, given_names, family_name, born_on, nino, died_on, source)
		select customer_id, kind, given_names, family_name, born_on, nino, died_on, ${source}
		from ${table} where is_unlinked`);
	await tx.execute(sql`
		insert into links (record_id, customer_id, score, reasons, linked_at)
		select record_id, customer_id, 1000, ${JSON.stringify(FIRST_RECORD)}::jsonb, ${at}::timestamptz
		from ${table} where is_unlinked`);
}

/**
 * A customer who goes by this record's name goes by its new one, and the old is kept as a former name. Last of all that
 * an extract does: debts and contacts are locked before a customer's own row.
 */
export async function takeNames(
	tx: Transaction,
	{ moved, source, on }: Omit<RecordsTaken, 'at'>
): Promise<void> {
	if (!(await anyKnown(tx, { moved }))) return;
	const table = sql.raw(moved);
	const wasCalled = sql`not m.is_new and c.id = m.customer_id
		and c.given_names = m.was_given_names and c.family_name = m.was_family_name
		and (m.given_names, m.family_name) is distinct from (m.was_given_names, m.was_family_name)`;
	await tx.execute(sql`
		insert into customer_names (id, customer_id, kind, name, from_on, to_on, source)
		select gen_random_uuid(), c.id, 'former', btrim(c.given_names || ' ' || c.family_name),
			r.first_on, ${on}::date, ${source}
		from ${table} m join customers c on ${wasCalled} join records r on r.id = m.record_id`);
	await tx.execute(sql`
		update customers c set given_names = m.given_names, family_name = m.family_name
		from ${table} m where ${wasCalled}`);
	await tx.execute(sql`
		update customers c set
			born_on = case when c.born_on is null or c.born_on = m.was_born_on
				then m.born_on else c.born_on end,
			nino = case when c.nino is null or c.nino = m.was_nino then m.nino else c.nino end,
			died_on = case when c.died_on is null or c.died_on = m.was_died_on
				then coalesce(m.died_on, (select min(r.died_on) from links l
					join records r on r.id = l.record_id
					where l.customer_id = c.id and r.id <> m.record_id)) else c.died_on end
		from ${table} m where not m.is_new and c.id = m.customer_id
			and (m.born_on, m.nino, m.died_on)
				is distinct from (m.was_born_on, m.was_nino, m.was_died_on)`);
}

type Fact = {
	table: string;
	/** What makes one the same as another, as columns of the fact; of the record they have the same names. */
	same: readonly string[];
	/** Its other columns and where each comes from. */
	also: Readonly<Record<string, string>>;
	/** Whether the record says one at all. `m` is the moved record. */
	isSaid: string;
};

const FACTS: readonly Fact[] = [
	{
		table: 'customer_phones',
		same: ['e164'],
		also: { raw: 'm.phone' },
		isSaid: `m.e164 is not null and not ${isWrong('m.customer_id', 'm.e164')}`
	},
	{ table: 'customer_emails', same: ['email'], also: {}, isSaid: 'm.email is not null' },
	{
		table: 'customer_addresses',
		same: ['line1', 'postcode'],
		also: {
			kind: `case m.kind when 'person' then 'home' else 'business' end`,
			line2: 'm.line2',
			town: `coalesce(m.town, '')`,
			uprn: 'm.uprn'
		},
		isSaid: 'm.line1 is not null and m.postcode is not null'
	}
];

/** Unless another record of this source has the same of this customer. */
async function close(
	tx: Transaction,
	fact: Fact,
	{ moved, source, on }: RecordsTaken
): Promise<void> {
	const changed = columns(fact.same, (name) => `m.${name} is distinct from m.was_${name}`, ' or ');
	const theirs = columns(fact.same, (name) => `f.${name} = m.was_${name}`, ' and ');
	const anothers = columns(fact.same, (name) => `r.${name} = f.${name}`, ' and ');
	await tx.execute(sql`
		update ${sql.raw(fact.table)} f set to_on = greatest(${on}::date, f.from_on)
		from ${sql.raw(moved)} m
		where not m.is_new and (${changed}) and f.customer_id = m.customer_id and ${theirs}
			and f.source = ${source} and f.to_on is null
			and not exists (select from links l join records r on r.id = l.record_id
				where l.customer_id = m.customer_id and r.id <> m.record_id and r.source = ${source}
					and ${anothers})`);
}

async function open(
	tx: Transaction,
	fact: Fact,
	{ moved, source, on }: RecordsTaken
): Promise<void> {
	const also = Object.entries(fact.also);
	const names = [...fact.same, ...also.map(([name]) => name)].join(', ');
	const values = [...fact.same.map((name) => `m.${name}`), ...also.map(([, value]) => value)];
	const known = columns(fact.same, (name) => `f.${name} = m.${name}`, ' and ');
	await tx.execute(sql`
		insert into ${sql.raw(fact.table)} (id, customer_id, ${sql.raw(names)}, from_on, source)
		select distinct on (m.customer_id, ${columns(fact.same, (name) => `m.${name}`, ', ')})
			gen_random_uuid(), m.customer_id, ${sql.raw(values.join(', '))}, ${on}::date, ${source}
		from ${sql.raw(moved)} m
		where ${sql.raw(fact.isSaid)}
			and not exists (select from ${sql.raw(fact.table)} f
				where f.customer_id = m.customer_id and ${known} and f.to_on is null)`);
}

function columns(names: readonly string[], say: (name: string) => string, between: string): SQL {
	return sql.raw(names.map(say).join(between));
}
