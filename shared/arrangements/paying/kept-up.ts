/**
 * What is kept up beside a plan and never inside it (council policy P5): this year's Council Tax, rent and care charges
 * as they fall due, which the statement has already taken off what is left. While the whole of this year's tax is in the
 * plan its line is nil; from 1 April it is the next bill, this year's figure until that is known.
 */
import type { LineId } from '../../affordability/lines.ts';
import type { Means } from '../../affordability/means.ts';
import type { Statement } from '../../affordability/statement.ts';
import { lineTotal } from '../../affordability/totals.ts';
import type { Stream } from '../../debts/streams.ts';
import { formatPounds, type Pence } from '../../money/pence.ts';
import { addDays, formatDay, type Day } from '../../time/day.ts';

export type KeptUp = { name: string; monthly: Pence; nilUntil: Day | null };

/** Rent and care are ours to ask for only where they are owed to us. */
const LINES: readonly { line: LineId; name: string; stream: Stream | null }[] = [
	{ line: 'council-tax', name: 'Council Tax', stream: null },
	{ line: 'rent', name: 'Rent', stream: 'rent' },
	{ line: 'adult-care', name: 'Care charges', stream: 'care' }
];

export function keptUpBeside(
	statement: Statement,
	{ means, streams }: { means: Means | null; streams: readonly Stream[] }
): KeptUp[] {
	return LINES.flatMap(({ line, name, stream }) => {
		const monthly = lineTotal(statement, line);
		if (monthly === 0 || (stream !== null && !streams.includes(stream))) return [];
		const nilUntil = line === 'council-tax' ? (means?.meanwhile?.until ?? null) : null;
		return [{ name, monthly, nilUntil }];
	});
}

export function sayKeptUp({ name, monthly, nilUntil }: KeptUp): string {
	const each = `${formatPounds(monthly)} a month`;
	if (nilUntil === null) return `${name}: ${each}`;
	const from = formatDay(addDays(nilUntil, 1));
	return `${name}: all of this year’s is in the plan. From ${from} the next bill, ${each} until it is known`;
}
