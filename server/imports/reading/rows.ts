/**
 * A file cut into lines and lines into cells, a piece at a time. Where no cell is quoted a line is its cells with
 * separators between them, which is most of every file; csv-parse reads the rest, and says what is wrong with it. A line
 * without end is refused at 64 KB, so that no file needs more memory than another.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { sentence } from '../../sentence.ts';
import type { Mapping } from '../mapping/mapping.ts';

/** `line` is where it begins, counted from 1; a quoted cell may go over several. */
export type Row = { line: number; cells: readonly string[] };

export const LONGEST_LINE = 64 * 1024;

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const NOTHING = Buffer.alloc(0);

export async function* rowsOf(
	{ format, separator }: Mapping,
	text: AsyncIterable<Buffer>
): AsyncGenerator<readonly Row[]> {
	const isCsv = format === 'csv';
	const end = isCsv ? endOfRecords : (all: Buffer) => all.lastIndexOf(NEWLINE) + 1;
	for await (const whole of wholeLines(text, end)) {
		if (isCsv && whole.bytes.includes(QUOTE)) yield quotedRows(whole, separator);
		else yield plainRows(whole, isCsv ? separator : null);
	}
}

/** As many lines as have ended, and the first one's number. */
type WholeLines = { bytes: Buffer; line: number };

async function* wholeLines(
	text: AsyncIterable<Buffer>,
	endOf: (all: Buffer) => number
): AsyncGenerator<WholeLines> {
	let rest = NOTHING;
	let line = 1;
	for await (const piece of text) {
		const all = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
		const end = endOf(all);
		const bytes = all.subarray(0, end);
		rest = Buffer.from(all.subarray(end));
		if (end > 0) yield { bytes, line };
		line += linesIn(bytes);
		if (rest.length > LONGEST_LINE) throw whyTooLong({ bytes: rest, line });
	}
	if (rest.length > 0) yield { bytes: rest, line };
}

/** A line end within quotes ends nothing; a quote within a cell is written twice, and so turns nothing round. */
function endOfRecords(all: Buffer): number {
	const first = all.indexOf(QUOTE);
	if (first < 0) return all.lastIndexOf(NEWLINE) + 1;
	let end = all.lastIndexOf(NEWLINE, first) + 1;
	let isQuoted = false;
	for (let at = first; at < all.length; at += 1) {
		const byte = all[at];
		if (byte === QUOTE) isQuoted = !isQuoted;
		else if (byte === NEWLINE && !isQuoted) end = at + 1;
	}
	return end;
}

function linesIn(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
	return count;
}

/** Without a separator the line itself is its one cell: which places it has only its kind can say. */
function plainRows({ bytes, line }: WholeLines, separator: string | null): readonly Row[] {
	const rows: Row[] = [];
	for (const [at, written] of bytes.toString().split('\n').entries()) {
		const words = written.endsWith('\r') ? written.slice(0, -1) : written;
		if (words === '') continue;
		if (words.length > LONGEST_LINE) throw tooLong(line + at);
		rows.push({ line: line + at, cells: separator === null ? [words] : words.split(separator) });
	}
	return rows;
}

/** Where a piece has quotes, the lines that have some are gathered for csv-parse, and the others are as plain as ever. */
function quotedRows({ bytes, line }: WholeLines, separator: string): readonly Row[] {
	const rows: Row[] = [];
	const quoted: number[] = [];
	let open: string | null = null;
	let from = line;
	const take = (record: string) => {
		const words = record.endsWith('\r') ? record.slice(0, -1) : record;
		if (words === '') return;
		const isQuoted = words.includes('"');
		if (isQuoted) quoted.push(rows.length);
		rows.push({ line: from, cells: isQuoted ? [words] : words.split(separator) });
	};
	for (const [at, written] of bytes.toString().split('\n').entries()) {
		if (open === null) from = line + at;
		const record: string = open === null ? written : `${open}\n${written}`;
		if (record.length > LONGEST_LINE) throw tooLong(from);
		open = turns(written) === (open === null) ? record : null;
		if (open === null) take(record);
	}
	if (open !== null) take(open);
	return unquoted(rows, { quoted, separator });
}

/** Whether what is quoted at its end was not at its beginning, or the other way round. */
function turns(written: string): boolean {
	let isTurned = false;
	for (let at = written.indexOf('"'); at >= 0; at = written.indexOf('"', at + 1)) {
		isTurned = !isTurned;
	}
	return isTurned;
}

/**
 * Lines of several kinds have several lengths, which we look at ourselves. csv-parse makes an error of each that is not
 * as long as the first, though it is told not to mind; without their stacks that costs little.
 */
function unquoted(
	rows: Row[],
	{ quoted, separator }: { quoted: readonly number[]; separator: string }
): readonly Row[] {
	const lineAt = (index: number) => rows[quoted[index] ?? -1]?.line ?? 0;
	let count = 0;
	const deep = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		parse(quoted.map((at) => rows[at]?.cells[0] ?? '').join('\n'), {
			delimiter: separator,
			record_delimiter: '\n',
			relax_column_count: true,
			max_record_size: LONGEST_LINE,
			on_record: (cells: string[]) => {
				rows[quoted[count] ?? rows.length] = { line: lineAt(count), cells };
				count += 1;
				return null;
			}
		});
	} catch (error) {
		throw error instanceof CsvError ? inWords(error.code, lineAt(count)) : error;
	} finally {
		Error.stackTraceLimit = deep;
	}
	return rows;
}

function inWords(code: string, line: number): Error {
	if (code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
	if (code === 'CSV_QUOTE_NOT_CLOSED') {
		return sentence(
			`The file ends inside a quoted cell that begins on line ${line}: it was cut short, or a quote is missing.`
		);
	}
	return sentence(
		`Line ${line} is not CSV: a quote stands where none can. A quote within a cell is written twice.`
	);
}

/** A quote where none can stand hides every line end after it: then that is what there is to say. */
function whyTooLong({ bytes, line }: WholeLines): Error {
	try {
		parse(bytes.subarray(0, LONGEST_LINE), { relax_column_count: true });
	} catch (error) {
		if (error instanceof CsvError && error.code === 'INVALID_OPENING_QUOTE')
			return inWords(error.code, line);
	}
	return tooLong(line);
}

function tooLong(line: number): Error {
	return sentence(
		`Line ${line} is longer than ${LONGEST_LINE / 1024} KB, which no line is: a line end or a closing quote is missing.`
	);
}
