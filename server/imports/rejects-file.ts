/** The lines that could not be taken, as a CSV for a spreadsheet. */
import type { RawSql } from '../db/client.ts';
import { inertCsv } from '../inert-csv.ts';
import { rejectsOf } from './queries.ts';

const A_PAGE = 1000;

/** Piece by piece, because there may be ten thousand of them. */
export async function* rejectsCsv(sql: RawSql, importId: string): AsyncGenerator<string> {
	yield inertCsv([['Line', 'What became of it', 'Why']]);
	for (let after = 0; ; after += A_PAGE) {
		const page = await rejectsOf(sql, { importId, after, most: A_PAGE });
		yield inertCsv(
			page.map(({ line, isTaken, because }) => [line, isTaken ? 'Taken' : 'Left out', because])
		);
		if (page.length < A_PAGE) return;
	}
}
