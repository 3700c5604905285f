/**
 * What can only be seen of all the lines together: a line that comes twice, or that speaks of a debt or a person nobody
 * has said. Such a line is taken out of the staged ones and named with its reason.
 */
import type { RawSql } from '../db/client.ts';
import { MOST_REJECTS } from './rejects.ts';
import { stagedTables, type StagedTables } from './staging.ts';

type Check = {
	/** The staged lines that it takes out. */
	table: (tables: StagedTables) => string;
	/** As `s`; a condition in SQL that is true of a line to take out. $1 is the source, $2 its streams. */
	when: (tables: StagedTables) => string;
	because: string;
};

export type Checked = { importId: string; source: string; streams: readonly string[] };

/** In this order: a debt that is taken out leaves the lines about it without one. */
const CHECKS: readonly Check[] = [
	...(
		[
			['person', 'key', 'The person is on an earlier line too.'],
			['debt', 'reference, title', 'The debt is on an earlier line too.'],
			[
				'transaction',
				'reference, title, id',
				'A transaction of this id is on an earlier line too.'
			],
			['liability', 'reference, title, key', 'The person’s liability is on an earlier line too.']
		] as const
	).map(([kind, by, because]): Check => ({
		table: (tables) => tables[kind],
		when: (tables) => `s.line in (select line from (
			select line, row_number() over (partition by ${by} order by line) as place from ${tables[kind]}
		) counted where place > 1)`,
		because
	})),
	...(['liability', 'due', 'transaction', 'hold', 'stage'] as const).map((kind): Check => ({
		table: (tables) => tables[kind],
		when: ({ debt }) => `not exists (
				select from ${debt} d where d.reference = s.reference and d.title = s.title)
			and not exists (select from debts d where d.reference = s.reference and d.title = s.title
				and d.source = $1 and d.stream = any($2::text[]))`,
		because: 'Its debt is neither in this file nor in an earlier one.'
	})),
	...(['liability', 'hold'] as const).map((kind): Check => ({
		table: (tables) => tables[kind],
		when: ({ person }) => personUnknown(person, 'key'),
		because: 'Its person is neither in this file nor in an earlier one.'
	}))
];

function personUnknown(table: string, column: string): string {
	return `not exists (select from ${table} p where p.key = s.${column})
		and not exists (select from records r where r.source = $1 and r.key = s.${column})`;
}

/** How many lines were taken out. */
export async function takeOutFaulty(sql: RawSql, checked: Checked): Promise<number> {
	const tables = stagedTables(checked.importId);
	for (const table of Object.values(tables)) await sql.unsafe(`analyze ${table}`);
	let count = 0;
	for (const check of CHECKS) {
		const taken = await sql.unsafe(
			`with gone as (
				delete from ${check.table(tables)} s where ${check.when(tables)}
					and $1::text is not null and $2::text[] is not null returning line
			)
			insert into rejects (import_id, line_number, reason)
			select $3::uuid, line, $4 from gone order by line`,
			[checked.source, [...checked.streams], checked.importId, check.because]
		);
		count += taken.count;
	}
	await notePayers(sql, { checked, tables });
	await noteClaimed(sql, { checked, tables });
	return count;
}

/** Who paid may be left out: the payment counts all the same. */
async function notePayers(
	sql: RawSql,
	{ checked, tables }: { checked: Checked; tables: StagedTables }
): Promise<void> {
	await sql.unsafe(
		`with gone as (
			update ${tables.transaction} s set payer = null
			where s.payer is not null and ${personUnknown(tables.person, 'payer')} returning line
		)
		insert into rejects (import_id, line_number, is_taken, reason)
		select $2::uuid, line, true, 'Taken without its payer, who is neither in this file nor in an earlier one.'
		from gone order by line`,
		[checked.source, checked.importId]
	);
}

/**
 * A National Insurance number is one person's. Somebody with two accounts has it twice, under one name or one birthday;
 * two who share neither are two people, and a person finds out which of them has it.
 */
async function noteClaimed(
	sql: RawSql,
	{ checked, tables }: { checked: Checked; tables: StagedTables }
): Promise<void> {
	await sql.unsafe(
		`with first as (
			select distinct on (nino) * from (
				select nino, key, given_names, family_name, born_on, line from ${tables.person}
				union all
				select r.nino, r.key, r.given_names, r.family_name, r.born_on, null from records r
				where r.source = $1 and not exists (select from ${tables.person} p where p.key = r.key)
			) everybody where nino is not null order by nino, line nulls first
		)
		insert into rejects (import_id, line_number, is_taken, reason)
		select $2::uuid, s.line, true, 'Taken, but its National Insurance number is also that of '
			|| coalesce('the person on line ' || f.line, 'somebody of an earlier file')
			|| ', who has another name: one of them is wrong.'
		from ${tables.person} s join first f on f.nino = s.nino and f.key <> s.key
		where plain_text(f.given_names || ' ' || f.family_name) <> plain_text(s.given_names || ' ' || s.family_name)
			and (f.born_on = s.born_on) is not true
		order by s.line limit ${MOST_REJECTS}`,
		[checked.source, checked.importId]
	);
}

/** What is staged, and what of it the trailer adds up. */
export async function stagedTotals(
	sql: RawSql,
	{
		importId,
		adds
	}: { importId: string; adds: readonly ('debt' | 'due' | 'transaction' | 'stage')[] }
): Promise<{ count: number; pence: number }> {
	const tables = stagedTables(importId);
	const AMOUNTS = {
		debt: 'balance_pence',
		due: 'amount_pence',
		transaction: 'amount_pence',
		stage: 'cost_pence'
	};
	const counts = Object.values(tables).map((table) => `(select count(*) from ${table})`);
	const sums = adds.map(
		(kind) => `(select coalesce(sum(${AMOUNTS[kind]}), 0) from ${tables[kind]})`
	);
	const [found] = await sql.unsafe<[{ count: number; pence: number }]>(
		`select (${counts.join(' + ')})::bigint as count, (${['0', ...sums].join(' + ')})::bigint as pence`
	);
	return found;
}

/** Null where its tables are gone: a database that crashed forgets what was not published. */
export async function stagedCount(sql: RawSql, importId: string): Promise<number | null> {
	const table = stagedTables(importId).person;
	const [found] = await sql<[{ isThere: boolean }]>`
		select to_regclass(${table}) is not null as "isThere"`;
	return found.isThere ? (await stagedTotals(sql, { importId, adds: [] })).count : null;
}
