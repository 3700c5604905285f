/**
 * What stands written in a running product's database, beside the product: the sums of its books, every line of its
 * log, and whether the books prove. Ids, moments and what only a cut line makes are left out, so that two runs compare.
 */
import postgres from 'postgres';
import { readEnv } from '#server/env.ts';
import { databaseFor } from '#server/db/embedded.ts';
import { connect } from '#server/db/client.ts';
import { prove, sayProof } from '#server/debts/prove.ts';
import type { Product } from './product.ts';

export type Books = {
	/** By name of the count or sum. */
	written(): Promise<Record<string, string>>;
	/** The proof's own last word. */
	proved(): Promise<string>;
	/** Another's connection to the database, as its owner. */
	sql: postgres.Sql;
	close(): Promise<void>;
};

export async function booksOf(product: Product): Promise<Books> {
	const url = await urlOf(product);
	const sql = postgres(url, { max: 2, onnotice: () => undefined });
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	return {
		sql,
		written: () => written(sql),
		proved: async () => sayProof(await prove(database.sql)).at(-1) ?? '',
		async close() {
			await sql.end();
			await database.close();
		}
	};
}

async function urlOf({ dataDir }: Product): Promise<string> {
	const read = readEnv({ DATA_DIR: dataDir });
	if (!read.ok) throw new Error(read.because.join(' '));
	const { url } = await databaseFor({ env: read.env, say: () => undefined });
	return url;
}

/** One line a question: what is counted or added up, and of what. */
const QUESTIONS: Record<string, string> = {
	entries: `select count(*) || ' of ' || sum(amount_pence) from entries`,
	balances: `select count(*) || ' of ' || sum(amount_pence) from entries where debt_id is not null`,
	arrangements: `select count(*) || ' ' || string_agg(state || ' ' || payment_count || ' of '
		|| amount_pence || ' for ' || total_pence, ', ') from arrangements
		where agreed_on = '2026-11-19'`,
	instalments: `select count(*) || ' of ' || sum(amount_pence) from instalments`,
	allocations: `select count(*) || ' of ' || sum(amount_pence) from allocations`,
	statements: `select count(*)::text from statements`,
	outcomes: `select string_agg(kind || ' ' || coalesce(amount_pence, 0), ', ' order by kind) from outcomes`,
	holds: `select string_agg(kind || ' to ' || until_on, ', ' order by kind, until_on) from holds
		where from_on = '2026-11-19'`,
	claims: `select string_agg(entitlement, ', ' order by entitlement) from claims`,
	instructions: `select string_agg(kind, ', ' order by kind) from instructions`,
	letters: `select string_agg(letter || ' by ' || channel, ', ' order by letter) from letters`,
	commits: `select count(*)::text from commits`,
	audit: `select string_agg(act, ', ' order by act) from audit where act like 'outcomes.%'`,
	log: `select string_agg(type || ' ' || times, ', ' order by type) from (select type, count(*) as times
		from contact_events where type not in ('held', 'retrieved', 'linkLost', 'linkRestored')
			and body ->> 'state' is distinct from 'unknown'
		group by type) as lines`
};

async function written(sql: postgres.Sql): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const [name, question] of Object.entries(QUESTIONS)) {
		const [row] = await sql.unsafe<Record<string, string | null>[]>(question);
		found[name] = Object.values(row ?? {})[0] ?? 'nothing';
	}
	return found;
}
