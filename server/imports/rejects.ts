/**
 * Lines that could not be taken, or not whole, kept by number and reason. A file with very many is of another layout:
 * it is given up, and its first reason says why.
 */
import type { RawSql } from '../db/client.ts';
import { sentence } from '../sentence.ts';

export type Faulty = { line: number; because: string };

export type Rejects = {
	/** Left out. */
	add(faulty: Faulty): void;
	/** Taken, without what could not be read. */
	note(faulty: Faulty): void;
	keepUp(): Promise<void>;
	finish(): Promise<void>;
};

export const MOST_REJECTS = 10_000;
const A_BATCH = 500;

export function rejectsInto(sql: RawSql, importId: string): Rejects {
	let waiting: (Faulty & { isTaken: boolean })[] = [];
	let first: Faulty | null = null;
	let rejected = 0;
	let noted = 0;
	const flush = async () => {
		const batch = waiting;
		waiting = [];
		if (batch.length > 0) await insertRejects(sql, { importId, batch });
	};
	return {
		add(faulty) {
			first ??= faulty;
			rejected += 1;
			if (rejected > MOST_REJECTS) throw tooMany(first);
			waiting.push({ ...faulty, isTaken: false });
		},
		note(faulty) {
			noted += 1;
			if (noted < MOST_REJECTS) waiting.push({ ...faulty, isTaken: true });
			if (noted === MOST_REJECTS) {
				waiting.push({
					line: faulty.line,
					because: 'There are more such lines after this one.',
					isTaken: true
				});
			}
		},
		keepUp: () => (waiting.length < A_BATCH ? Promise.resolve() : flush()),
		finish: flush
	};
}

function tooMany({ line, because }: Faulty): Error {
	return sentence(
		`More than ${MOST_REJECTS.toLocaleString('en-GB')} lines cannot be taken: the file is of another mapping. Line ${line}: ${because}`
	);
}

async function insertRejects(
	sql: RawSql,
	{ importId, batch }: { importId: string; batch: readonly (Faulty & { isTaken: boolean })[] }
): Promise<void> {
	const rows = batch.map(({ line, isTaken, because }) => ({
		import_id: importId,
		line_number: line,
		is_taken: isTaken,
		reason: because
	}));
	await sql`insert into rejects ${sql(rows)}`;
}
