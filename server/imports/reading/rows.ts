/**
 * A file cut into lines and lines into cells, a piece at a time, by csv-parse or by places. A line without end is
 * refused at 64 KB, so that no file needs more memory than another.
 */
import { CsvError, parse, type Parser } from 'csv-parse';
import { sentence } from '../../sentence.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** `line` is where it begins, counted from 1; a quoted cell may go over several. */
export type Row = { line: number; cells: readonly string[] };

export const LONGEST_LINE = 64 * 1024;

export function rowsOf(
	mapping: Mapping,
	text: AsyncIterable<Buffer>
): AsyncGenerator<readonly Row[]> {
	return mapping.format === 'csv' ? csvRows(mapping, text) : fixedRows(text);
}

async function* csvRows(
	{ separator }: Mapping,
	text: AsyncIterable<Buffer>
): AsyncGenerator<readonly Row[]> {
	let rows: Row[] = [];
	let from = 1;
	const parser: Parser = parse({
		delimiter: separator,
		relax_column_count: true,
		skip_empty_lines: true,
		max_record_size: LONGEST_LINE,
		// Handed over here and now: a stream of single rows costs more than the reading of them.
		on_record: (cells: string[], { lines }) => {
			rows.push({ line: from, cells });
			from = lines + 1;
			forgetLength(parser);
			return null;
		}
	});
	const failed = new Promise<never>((_, reject) => {
		parser.once('error', (error) => reject(inWords(error, from)));
	});
	failed.catch(() => undefined);
	parser.resume();
	for await (const piece of text) {
		await Promise.race([
			failed,
			new Promise<void>((resolve) => parser.write(piece, () => resolve()))
		]);
		if (parser.errored) await failed;
		yield rows;
		rows = [];
	}
	const ended = new Promise<void>((resolve) => parser.once('end', () => resolve()));
	parser.end();
	await Promise.race([failed, ended]);
	yield rows;
}

/**
 * Lines of several kinds have several lengths, which we look at ourselves. Where one differs from the first csv-parse
 * makes an error with a stack, though it is told not to mind, and that costs more than everything else together.
 */
function forgetLength(parser: Parser): void {
	const state: unknown = Reflect.get(parser, 'state');
	if (typeof state === 'object' && state !== null) {
		Reflect.set(state, 'expectedRecordLength', undefined);
	}
}

function inWords(error: Error, from: number): Error {
	if (!(error instanceof CsvError)) return error;
	const code: string = error.code;
	if (code === 'CSV_MAX_RECORD_SIZE') return tooLong(from);
	if (code === 'CSV_QUOTE_NOT_CLOSED') {
		return sentence(
			`The file ends inside a quoted cell that begins on line ${from}: it was cut short, or a quote is missing.`
		);
	}
	return sentence(
		`Line ${from} is not CSV: a quote stands where none can. A quote within a cell is written twice.`
	);
}

function tooLong(line: number): Error {
	return sentence(
		`Line ${line} is longer than ${LONGEST_LINE / 1024} KB, which no line is: a line end or a closing quote is missing.`
	);
}

/** Each row has one cell, the line itself: which places it has only its kind can say. */
async function* fixedRows(text: AsyncIterable<Buffer>): AsyncGenerator<readonly Row[]> {
	let rest = Buffer.alloc(0);
	let line = 1;
	for await (const piece of text) {
		const all = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
		const end = all.lastIndexOf(10) + 1;
		rest = Buffer.from(all.subarray(end));
		if (rest.length > LONGEST_LINE) throw tooLong(line + linesOf(all.subarray(0, end)).length);
		const rows = linesOf(all.subarray(0, end)).map((words, at) => ({
			line: line + at,
			cells: [words]
		}));
		line += rows.length;
		const tooLongOne = rows.find(({ cells }) => (cells[0]?.length ?? 0) > LONGEST_LINE);
		if (tooLongOne) throw tooLong(tooLongOne.line);
		yield rows.filter(({ cells }) => cells[0] !== '');
	}
	const last = withoutReturn(rest.toString());
	if (last !== '') yield [{ line, cells: [last] }];
}

function linesOf(bytes: Buffer): string[] {
	if (bytes.length === 0) return [];
	return bytes.toString().slice(0, -1).split('\n').map(withoutReturn);
}

function withoutReturn(line: string): string {
	return line.endsWith('\r') ? line.slice(0, -1) : line;
}
