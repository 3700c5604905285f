/**
 * The least that fills the same tables: each kept as COPY writes it, emptied, and put back by COPY in the order of its
 * foreign keys, one transaction, with every index, constraint and trigger in place.
 */
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres, { type Sql } from 'postgres';
import { stopwatch } from '#server/clock.ts';
import { promptSocket } from '#server/db/prompt-socket.ts';
import { FILLED } from '#server/imports/publishing/publish.ts';

/** Generated, or moved by the trigger on entries alone. */
const NOT_COPIED = new Set(['entries.id', 'debts.balance_pence']);

export type Copies = {
	keep(): Promise<void>;
	empty(): Promise<void>;
	/** Milliseconds. */
	putBack(): Promise<number>;
	rowCount(): Promise<number>;
};

export function copiesOf(url: string, folder: string): Copies {
	mkdirSync(folder, { recursive: true });
	const fileOf = (table: string) => join(folder, table);
	return {
		keep: () =>
			connected(url, async (sql) => {
				for (const table of FILLED) {
					await pipeline(Readable.from(rowsOf(sql, table)), createWriteStream(fileOf(table)));
				}
			}),
		empty: () =>
			connected(url, async (sql) => {
				await sql.unsafe(`truncate ${FILLED.join(', ')}, imports, rejects cascade`);
				await sql.unsafe('vacuum');
				await sql.unsafe('checkpoint').catch(() => undefined);
			}),
		putBack: () =>
			connected(url, async (sql) => {
				const took = stopwatch();
				await sql.begin(async (tx) => {
					for (const table of FILLED) {
						const names = await columnsOf(tx, table);
						const into = await tx
							.unsafe(`copy ${table} (${names.join(', ')}) from stdin`)
							.writable();
						await pipeline(createReadStream(fileOf(table)), into);
					}
				});
				return took();
			}),
		rowCount: () =>
			connected(url, async (sql) => {
				const counts = FILLED.map((table) => `(select count(*) from ${table})`).join(' + ');
				const [found] = await sql.unsafe<[{ count: number }]>(`select (${counts})::int as count`);
				return found.count;
			})
	};
}

async function connected<Result>(
	url: string,
	work: (sql: Sql) => Promise<Result>
): Promise<Result> {
	// The floor sends as quickly as ours.
	const options = { max: 1, onnotice: () => undefined, socket: promptSocket };
	const sql = postgres(url, options);
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

/** As COPY reads them; none of what the bench writes has a tab, a line end or a backslash in it. */
async function* rowsOf(sql: Sql, table: string): AsyncGenerator<string> {
	const names = await columnsOf(sql, table);
	const cells = names.map((name) => `coalesce(${name}::text, '\\N')`).join(` || E'\\t' || `);
	const rows = sql.unsafe<{ row: string }[]>(`select ${cells} as row from ${table}`);
	for await (const page of rows.cursor(2_000)) {
		yield page.map(({ row }) => `${row}\n`).join('');
	}
}

async function columnsOf(sql: Pick<Sql, 'unsafe'>, table: string): Promise<readonly string[]> {
	const columns = await sql.unsafe<{ name: string }[]>(
		`select column_name as name from information_schema.columns
			where table_schema = 'public' and table_name = $1 order by ordinal_position`,
		[table]
	);
	return columns.map(({ name }) => name).filter((name) => !NOT_COPIED.has(`${table}.${name}`));
}
