/** The rows of a CSV that somebody sends us, from a stream: what is not CSV, or no letters, is a fault with its line. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { unreadable } from './problem.ts';

export type Row = { record: string[]; info: { lines: number } };

/** Nobody says more of one thing. */
const MOST_IN_A_LINE = 20_000;

export async function* rowsIn(
	chunks: AsyncIterable<Uint8Array>,
	{ encoding, separator }: { encoding: string; separator: string }
): AsyncGenerator<Row> {
	const parser = parse({
		bom: true,
		info: true,
		delimiter: separator,
		relax_column_count: true,
		skip_empty_lines: true,
		max_record_size: MOST_IN_A_LINE
	});
	const source = Readable.from(textIn(chunks, encoding));
	source.on('error', (error) => parser.destroy(error));
	try {
		for await (const row of source.pipe(parser)) yield row as Row;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error['lines'] === 'number' ? error['lines'] : null;
		throw unreadable({ line, says: CSV_FAULTS[error.code] ?? 'it is not CSV' });
	} finally {
		source.destroy();
	}
}

const CSV_FAULTS: Record<string, string> = {
	CSV_QUOTE_NOT_CLOSED: 'a quotation mark is never closed: is the whole file there?',
	CSV_INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not begin with one',
	CSV_MAX_RECORD_SIZE: 'one line goes on for more than 20,000 letters'
};

async function* textIn(
	chunks: AsyncIterable<Uint8Array>,
	encoding: string
): AsyncGenerator<string> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	for await (const chunk of chunks) yield decoded(() => decoder.decode(chunk, { stream: true }));
	yield decoded(() => decoder.decode());
}

function decoded(decode: () => string): string {
	try {
		return decode();
	} catch (cause) {
		if (!(cause instanceof TypeError)) throw cause;
		throw unreadable({ line: null, says: 'there are bytes in it that are no letters' });
	}
}
