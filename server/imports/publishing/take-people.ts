/**
 * People and organisations of an extract, into the records of their source. Those that are new or changed are left in a
 * table for the customers' room, each with what it said before.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/transaction.ts';
import { linesOf, fieldOf, type Mapping } from '../mapping/mapping.ts';
import { stagedTables } from '../staging.ts';
import type { Day } from '../../../shared/time/day.ts';

/** A record's columns and the field of a line that says each. */
const COLUMNS = {
	kind: 'kind',
	given_names: 'givenNames',
	family_name: 'familyName',
	born_on: 'bornOn',
	nino: 'nino',
	phone: 'phone',
	e164: 'phone',
	email: 'email',
	line1: 'line1',
	line2: 'line2',
	town: 'town',
	postcode: 'postcode',
	uprn: 'uprn',
	council_tax_account: 'councilTaxAccount',
	benefit_claim: 'benefitClaim',
	died_on: 'diedOn',
	adults: 'adults',
	account_ending: 'accountEnding'
} as const;

/** The transaction's own, and gone with it. */
const MOVED = 'pg_temp.taken_moved';

export type PeopleTaken = { importId: string; mapping: Mapping; on: Day };

/** The name of the table with the new and the changed. */
export async function takePeople(
	tx: Transaction,
	{ importId, mapping, on }: PeopleTaken
): Promise<string> {
	const [people, table] = [sql.raw(stagedTables(importId).person), sql.raw(MOVED)];
	const names = Object.keys(COLUMNS);
	const said = saidBy(mapping);
	const now = names.map((name) =>
		said.has(name) ? `p.${name}` : `coalesce(r.${name}, p.${name})`
	);
	const { source } = mapping;

	await tx.execute(sql`
		create temporary table ${table} on commit drop as
		select coalesce(r.id, gen_random_uuid()) as record_id, r.id is null as is_new, p.key,
			l.record_id is null as is_unlinked, coalesce(l.customer_id, gen_random_uuid()) as customer_id,
			${sql.raw(names.map((name, at) => `${now[at] ?? ''} as ${name}`).join(', '))},
			${sql.raw(names.map((name) => `r.${name} as was_${name}`).join(', '))}
		from ${people} p
		left join records r on r.source = ${source} and r.key = p.key
		left join links l on l.record_id = r.id
		where r.id is null or l.record_id is null
			or (${sql.raw(names.map((name) => `r.${name}`).join(', '))})
				is distinct from (${sql.raw(now.join(', '))})`);
	await tx.execute(sql`analyze ${table}`);
	await tx.execute(sql`
		update records r set last_on = ${on}
		from ${people} p where r.source = ${source} and r.key = p.key and r.last_on < ${on}::date`);
	await tx.execute(sql`
		update records r set ${sql.raw(names.map((name) => `${name} = m.${name}`).join(', '))}
		from ${table} m where not m.is_new and r.id = m.record_id`);
	await tx.execute(sql`
		insert into records (id, source, key, ${sql.raw(names.join(', '))}, first_on, last_on)
		select record_id, ${source}, key, ${sql.raw(names.join(', '))}, ${on}::date, ${on}::date
		from ${table} where is_new`);
	return MOVED;
}

/** What a mapping never says is no change. */
function saidBy(mapping: Mapping): ReadonlySet<string> {
	const given = linesOf(mapping).find(([kind]) => kind === 'person')?.[1];
	const fields = new Set([
		...(given?.columns.map(fieldOf) ?? []),
		...Object.keys(given?.always ?? {})
	]);
	return new Set(
		Object.entries(COLUMNS)
			.filter(([, field]) => fields.has(field))
			.map(([name]) => name)
	);
}
