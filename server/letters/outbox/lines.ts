/**
 * Instructions as the lines of a source's file, one for each thing it says: a stop is one line, a payment one with its
 * amount, a move one for each field that is new. Telephone numbers are written as this country writes them, because a plus sign begins a formula.
 */
import type { ChangeKind, ChangeValues } from '../../../shared/customers/changes/kinds.ts';
import { sayPhone } from '../../../shared/customers/changes/say.ts';
import type { InstructionKind } from '../../../shared/outcomes/instruct.ts';
import { typePounds, type Pence } from '../../../shared/money/pence.ts';
import { dayInLondon, timeInLondon, type Day, type Instant } from '../../../shared/time/day.ts';
import { inertCsv } from '../../inert-csv.ts';

export type OutLine = {
	id: number;
	given: Instant;
	what: InstructionKind;
	because: string;
	/** The source's own id of its account holder, and of the debt. */
	account: string | null;
	reference: string | null;
	/** Of a payment: how much, and the day it was the council's. */
	amount: Pence | null;
	on: Day | null;
	change: {
		kind: ChangeKind;
		from: Day | null;
		evidence: string;
		before: ChangeValues;
		after: ChangeValues;
	} | null;
};

const HEADS = [
	...['instruction', 'given', 'what', 'because', 'account', 'reference'],
	...['from', 'evidence', 'field', 'before', 'now']
];

export function csvOf(lines: readonly OutLine[]): string {
	return inertCsv([HEADS, ...lines.flatMap(rowsOf)]);
}

function rowsOf(line: OutLine): (string | number)[][] {
	const { id, given, what, because, account, reference, amount, on, change } = line;
	const at = `${dayInLondon(given)} ${timeInLondon(given)}`;
	const start = [id, at, what, because, account ?? '', reference ?? ''];
	if (amount !== null) return [[...start, on ?? '', '', 'amount', '', typePounds(amount)]];
	if (!change) return [[...start, '', '', '', '', '']];
	const { from, evidence, before, after } = change;
	const fields = Object.keys(after).filter((field) => after[field] !== '' || before[field]);
	return fields.map((field) => {
		const write = (value: string | undefined) =>
			field === 'phone' && value ? sayPhone(value) : (value ?? '');
		return [...start, from ?? '', evidence, field, write(before[field]), write(after[field])];
	});
}
