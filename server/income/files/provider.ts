/**
 * A payment provider's CSV, by a mapping: each line money that came by card, at the counter or by Direct Debit. Read
 * from a stream, quoted line ends and all; whatever a cell says is only text. Amounts less than nothing are not
 * receipts and are refused, a line whose state says that no money came is left out and counted.
 */
import {
	readAmount,
	readBritishDay,
	readDay,
	type Read
} from '../../../shared/income/file-values.ts';
import type { ReceivedLine } from '../../../shared/income/received.ts';
import { NO_PENCE, plus } from '../../../shared/money/pence.ts';
import type { Statement } from './camt.ts';
import { rowsIn } from './csv-rows.ts';
import type { Field, ProviderMapping } from './provider-mapping.ts';
import { keepProblems, refuseTooMany, refused, type Problem, type Reading } from './problem.ts';

const MOST_IN_A_CELL = 200;

export async function readProvider(
	chunks: AsyncIterable<Uint8Array>,
	mapping: ProviderMapping
): Promise<Reading<Statement>> {
	const lines: { line: ReceivedLine; account: string }[] = [];
	const problems: Problem[] = [];
	const leftOut = { count: 0, total: NO_PENCE };
	let heading: readonly string[] | null = null;
	for await (const { record, info } of rowsIn(chunks, mapping)) {
		if (heading === null) {
			heading = record.map((cell) => cell.trim());
			continue;
		}
		refuseTooMany(lines);
		const row = { heading, record, lineNumber: info.lines };
		const read = lineOf(row, mapping);
		if (!read.ok) keepProblems(problems, { line: info.lines, says: read.says });
		else if (read.value.isTaken) lines.push({ line: read.value.line, account: mapping.title });
		else {
			leftOut.count += 1;
			leftOut.total = plus(leftOut.total, read.value.line.amount);
		}
	}
	return problems.length > 0
		? refused(problems)
		: { ok: true, value: { lines, leftOut, debits: [] } };
}

type Given = { heading: readonly string[]; record: readonly string[]; lineNumber: number };

function lineOf(
	{ heading, record, lineNumber }: Given,
	mapping: ProviderMapping
): Read<{ line: ReceivedLine; isTaken: boolean }> {
	const { columns, days, channels, taken, leftOut } = mapping;
	if (record.length !== heading.length) {
		return wrong(`there are ${record.length} cells and ${heading.length} columns`);
	}
	const strange = record.find((cell) => cell.length > MOST_IN_A_CELL || cell.includes('\0'));
	if (strange !== undefined)
		return wrong('a cell has more letters than anybody types, or a NUL byte');
	const cell = (field: Field) => {
		const name = columns[field];
		return name === undefined ? '' : (record[heading.indexOf(name)] ?? '').trim();
	};
	const state = cell('state');
	const isTaken = taken.length === 0 || taken.includes(state);
	if (!isTaken && !leftOut.includes(state)) return wrong(`there is no state "${state}"`);
	const amount = readAmount(
		cell('amount').replace(/^£/, ''),
		currencyIn(cell('currency'), mapping)
	);
	if (!amount.ok) return amount;
	const on = (days === 'DD/MM/YYYY' ? readBritishDay : readDay)(cell('on'));
	if (!on.ok) return on;
	const channel = mapping.channel ?? channels[cell('channel')];
	if (!channel) return wrong(`there is no way to pay called "${cell('channel')}"`);
	const line: ReceivedLine = {
		lineNumber,
		amount: amount.value,
		on: on.value,
		channel,
		reference: cell('reference'),
		payerName: cell('payer') || null,
		payerAccount: null,
		ids: cell('id') === '' ? [] : [cell('id')]
	};
	return { ok: true, value: { line, isTaken } };
}

function currencyIn(written: string, { columns }: ProviderMapping): string {
	return columns.currency === undefined ? 'GBP' : written;
}

function wrong(says: string): { ok: false; says: string } {
	return { ok: false, says };
}
