/**
 * A payment provider's CSV, by a mapping: each line money that came by card, at the counter or by Direct Debit. Read
 * from a stream, quoted line ends and all; whatever a cell says is only text. Amounts less than nothing are not
 * receipts and are refused, a line whose state says that no money came is left out and counted. One whose state says
 * that a payment was charged back is no receipt but takes one back, with a sign before its amount or without.
 */
import {
	readAmount,
	readBritishDay,
	readDay,
	type Read
} from '../../../shared/income/file-values.ts';
import type { ReceivedLine } from '../../../shared/income/received.ts';
import { NO_PENCE, plus } from '../../../shared/money/pence.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Advice } from './bacs.ts';
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
	const chargedBack: Advice[] = [];
	let heading: readonly string[] | null = null;
	for await (const { record, info } of rowsIn(chunks, mapping)) {
		if (heading === null) {
			heading = record.map((cell) => cell.trim());
			continue;
		}
		refuseTooMany(lines);
		refuseTooMany(chargedBack);
		const row = { heading, record, lineNumber: info.lines };
		const read = lineOf(row, mapping);
		if (!read.ok) keepProblems(problems, { line: info.lines, says: read.says });
		else if (read.value.is === 'charged-back') chargedBack.push(read.value.advice);
		else if (read.value.is === 'taken')
			lines.push({ line: read.value.line, account: mapping.title });
		else {
			leftOut.count += 1;
			leftOut.total = plus(leftOut.total, read.value.line.amount);
		}
	}
	return problems.length > 0
		? refused(problems)
		: { ok: true, value: { lines, leftOut, debits: [], chargedBack } };
}

type Given = { heading: readonly string[]; record: readonly string[]; lineNumber: number };

type Said =
	{ is: 'taken' | 'left-out'; line: ReceivedLine } | { is: 'charged-back'; advice: Advice };

function lineOf(given: Given, mapping: ProviderMapping): Read<Said> {
	const fault = faultIn(given);
	if (fault !== null) return wrong(fault);
	const cell = cellsIn(given, mapping);
	const is = stateOf(cell('state'), mapping);
	if (is === null) return wrong(`there is no state "${cell('state')}"`);
	const sum = is === 'charged-back' ? cell('amount').replace(/^-/, '') : cell('amount');
	const amount = readAmount(sum.replace(/^£/, ''), currencyIn(cell('currency'), mapping));
	if (!amount.ok) return amount;
	const on = dayIn(cell('on'), mapping);
	if (!on.ok) return on;
	const channel = mapping.channel ?? mapping.channels[cell('channel')];
	if (!channel) return wrong(`there is no way to pay called "${cell('channel')}"`);
	const { lineNumber } = given;
	const said = { lineNumber, amount: amount.value, on: on.value, reference: cell('reference') };
	const payerName = cell('payer') || null;
	if (is === 'charged-back')
		return chargeBackOf({ ...said, payerName, channel }, { cell, mapping });
	const ids = cell('id') === '' ? [] : [cell('id')];
	return {
		ok: true,
		value: { is, line: { ...said, channel, payerName, payerAccount: null, ids } }
	};
}

function faultIn({ heading, record }: Given): string | null {
	if (record.length !== heading.length)
		return `there are ${record.length} cells and ${heading.length} columns`;
	return record.some((cell) => cell.length > MOST_IN_A_CELL || cell.includes('\0'))
		? 'a cell has more letters than anybody types, or a NUL byte'
		: null;
}

type CellOf = (field: Field) => string;

function cellsIn({ heading, record }: Given, { columns }: ProviderMapping): CellOf {
	return (field) => {
		const name = columns[field];
		return name === undefined ? '' : (record[heading.indexOf(name)] ?? '').trim();
	};
}

/** Null where the mapping has no such state. */
function stateOf(
	state: string,
	{ taken, leftOut, chargedBack }: ProviderMapping
): Said['is'] | null {
	if (taken.length === 0 || taken.includes(state)) return 'taken';
	if (chargedBack.includes(state)) return 'charged-back';
	return leftOut.includes(state) ? 'left-out' : null;
}

/** The provider's own words for why are kept only as one of ours: they may be about anybody. */
function chargeBackOf(
	{
		channel,
		...said
	}: Pick<ReceivedLine, 'lineNumber' | 'amount' | 'on' | 'reference' | 'payerName' | 'channel'>,
	{ cell, mapping }: { cell: CellOf; mapping: ProviderMapping }
): Read<Said> {
	const made = cell('madeOn') === '' ? null : dayIn(cell('madeOn'), mapping);
	if (made && !made.ok) return made;
	const madeOn = made?.value ?? null;
	if (madeOn !== null && madeOn > said.on) return wrong('it was charged back before it was paid');
	const code = mapping.reasons[cell('reason')] ?? 'other';
	const charged = { channel, madeOn, id: cell('id') };
	return {
		ok: true,
		value: { is: 'charged-back', advice: { kind: 'charge-back', code, ...said, charged } }
	};
}

function dayIn(written: string, { days }: ProviderMapping): Read<Day> {
	return (days === 'DD/MM/YYYY' ? readBritishDay : readDay)(written);
}

function currencyIn(written: string, { columns }: ProviderMapping): string {
	return columns.currency === undefined ? 'GBP' : written;
}

function wrong(says: string): { ok: false; says: string } {
	return { ok: false, says };
}
