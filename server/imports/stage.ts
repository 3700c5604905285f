/**
 * Reads a file line by line into its staging tables, a piece at a time and never faster than the database takes it.
 * What is wrong with the whole file stops it with a sentence that says what and where; a line that cannot be taken is
 * named with its reason and left out.
 */
import { sentence } from '../sentence.ts';
import type { RawSql } from '../db/client.ts';
import { pence, type Pence } from '../../shared/money/pence.ts';
import { formatDay, type Day } from '../../shared/time/day.ts';
import type { Mapping } from './mapping/mapping.ts';
import { lineReader, type Line } from './reading/lines.ts';
import { rowsOf, type Row } from './reading/rows.ts';
import { textOf, type Tally } from './reading/text.ts';
import { rejectsInto, type Rejects } from './rejects.ts';
import type { Trailer } from './reconcile.ts';
import { stagingInto, type Staging } from './staging.ts';

export type Staged = { on: Day; trailer: Trailer | null; digest: string; rows: number };

/** How far it is, for whoever waits. */
export type Reached = { rows: number; bytes: number };

export type ToStage = {
	importId: string;
	mapping: Mapping;
	bytes: AsyncIterable<Uint8Array>;
	/** The latest day an extract may speak of, and the latest that one spoke of before. */
	today: Day;
	latestOn: Day | null;
	/** After each piece. */
	reached(at: Reached): Promise<void>;
	/** Once its header is read. */
	begun(on: Day): Promise<void>;
};

export async function stageExtract(
	{ sql, copying }: { sql: RawSql; copying: RawSql },
	given: ToStage
): Promise<Staged> {
	const { mapping, importId } = given;
	const tally: Tally = { bytes: 0, digest: '' };
	const file = reading(given, {
		staging: stagingInto(copying, importId),
		rejects: rejectsInto(sql, importId)
	});
	const text = textOf(given.bytes, { encoding: mapping.encoding, tally });
	for await (const rows of rowsOf(mapping, text)) {
		for (const row of rows) file.take(row);
		await file.keepUp();
		await given.reached({ rows: file.rows(), bytes: tally.bytes });
	}
	const { on, trailer } = file.end();
	await file.finish();
	return { on, trailer, digest: tally.digest, rows: file.rows() };
}

/** Where in the file we are: heading, header, lines, trailer, and nothing after it. */
function reading(given: ToStage, { staging, rejects }: { staging: Staging; rejects: Rejects }) {
	const { mapping } = given;
	const read = lineReader(mapping);
	let heading = mapping.heading ?? null;
	let on: Day | null = null;
	let hasBegun = false;
	let trailer: Trailer | null = null;
	let rows = 0;
	let last = 0;

	const takeLine = (line: Line) => {
		if (on === null) {
			on = dayOf(line, given);
			return;
		}
		refuseOutOfPlace(line, { hasEnded: trailer !== null });
		if (!line.ok) rejects.add({ line: line.line, because: line.because });
		else if (line.kind === 'trailer') trailer = trailerIn(line);
		else if (line.kind !== 'header') {
			rows += 1;
			staging.add({ kind: line.kind, line: line.line, said: line.said });
			for (const note of line.notes) rejects.note({ line: line.line, because: note });
		}
	};

	return {
		rows: () => rows,
		take(row: Row) {
			last = row.line;
			if (heading) {
				checkHeading(row, heading);
				heading = null;
			} else takeLine(read(row));
		},
		async keepUp() {
			if (on !== null && !hasBegun) {
				hasBegun = true;
				await given.begun(on);
			}
			await staging.keepUp();
			await rejects.keepUp();
		},
		end(): { on: Day; trailer: Trailer | null } {
			if (on === null) throw sentence('The file is empty: not even its header is there.');
			if (mapping.lines.trailer && trailer === null) {
				throw sentence(
					`The file ends after line ${last} without its trailer: it was cut short. Nothing of it was taken.`
				);
			}
			return { on, trailer };
		},
		async finish() {
			await staging.finish();
			await rejects.finish();
		}
	};
}

function refuseOutOfPlace(line: Line, { hasEnded }: { hasEnded: boolean }): void {
	if (hasEnded) {
		throw sentence(
			`Line ${line.line} stands after the trailer: two files were joined, or one was cut.`
		);
	}
	if (!line.ok && line.kind === 'trailer') {
		throw sentence(
			`Line ${line.line} is the trailer and cannot be read: nothing says whether all of the file is here. ${line.because}`
		);
	}
	if (line.ok && line.kind === 'header') {
		throw sentence(`Line ${line.line} is a second header: two files were joined.`);
	}
}

function checkHeading({ line, cells }: Row, heading: readonly string[]): void {
	const found = heading.findIndex((name, at) => cells[at]?.trim() !== name);
	if (found >= 0) {
		throw sentence(
			`Column ${found + 1} of line ${line} is headed "${printed(cells[found])}" and the mapping has "${heading[found] ?? ''}" there: the file has other columns.`
		);
	}
	if (cells.length > heading.length) {
		throw sentence(
			`Line ${line} heads ${cells.length} columns and the mapping has ${heading.length}.`
		);
	}
}

/** What a terminal or a page may be shown of somebody's file. */
function printed(cell: string | undefined): string {
	return (cell ?? '').replace(/\p{C}/gu, '').slice(0, 40);
}

function dayOf(line: Line, { mapping, today, latestOn }: ToStage): Day {
	if (!line.ok)
		throw sentence(
			`Line ${line.line} is not the header that ${mapping.title} begins with. ${line.because}`
		);
	if (line.kind !== 'header') {
		throw sentence(
			`The file does not begin with its header: line ${line.line} is a ${line.kind} line.`
		);
	}
	const on = line.said['on'] as Day;
	if (on > today) throw sentence(`The header says ${formatDay(on)}, a day that is still to come.`);
	if (latestOn !== null && on < latestOn) {
		throw sentence(
			`The header says ${formatDay(on)} and the extract of ${formatDay(latestOn)} is in already: what is older would be put over what is newer.`
		);
	}
	return on;
}

function trailerIn({ said }: Extract<Line, { ok: true }>): Trailer {
	const total: Pence = pence(Number(said['pounds']));
	return { count: Number(said['count']), total };
}
