/** Rows into a table by COPY, which is some three times as fast as the next best way. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';

export type Cell = string | number | boolean | null;

export type Rows = {
	table: string;
	columns: readonly string[];
	rows: readonly (readonly Cell[])[];
};

const ROWS_A_CHUNK = 500;

/** `isFresh`: the table was emptied in this transaction, so that its rows need never be looked through again. */
export async function copyRows(
	sql: Pick<Sql, 'unsafe'>,
	given: Rows,
	{ isFresh = false }: { isFresh?: boolean } = {}
): Promise<void> {
	const columns = given.columns.map((column) => `"${column}"`).join(', ');
	const target = await sql
		.unsafe(`copy "${given.table}" (${columns}) from stdin${isFresh ? ' with (freeze)' : ''}`)
		.writable();
	await pipeline(Readable.from(chunksOf(given.rows)), target);
}

function* chunksOf(rows: Rows['rows']): Generator<string> {
	for (let at = 0; at < rows.length; at += ROWS_A_CHUNK) {
		yield rows
			.slice(at, at + ROWS_A_CHUNK)
			.map((row) => `${row.map(textOf).join('\t')}\n`)
			.join('');
	}
}

const MARKS = /[\\\t\n\r]/;

/** A cell in COPY's text format. */
function textOf(cell: Cell): string {
	if (cell === null) return '\\N';
	if (typeof cell !== 'string' || !MARKS.test(cell)) return String(cell);
	return cell
		.replaceAll('\\', '\\\\')
		.replaceAll('\t', '\\t')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r');
}
