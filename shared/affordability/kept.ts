/**
 * A statement that was kept: a version of the customer's, made on a day and to be looked at again on another, as long
 * after as plans are reviewed (policy L7). The next one starts from it, and says line by line what is not as it was.
 */
import type { PolicyValues } from '../law/policy-values.ts';
import { addMonths, type Day } from '../time/day.ts';
import type { LineId } from './lines.ts';
import type { Statement, StatementLine } from './statement.ts';

export type KeptStatement = { version: number; reviewOn: Day; statement: Statement };

export function reviewOf(madeOn: Day, { everyMonths }: PolicyValues['L7']): Day {
	return addMonths(madeOn, everyMonths);
}

export type Figure = Pick<StatementLine, 'amount' | 'frequency'>;

/** Null on a side where it was not, or is not, on the statement. */
export type LineChange = { line: LineId; was: Figure | null; is: Figure | null };

/** Every line whose amount or frequency is not as it was, those before first. */
export function changedLines(
	before: Pick<Statement, 'lines'>,
	now: Pick<Statement, 'lines'>
): LineChange[] {
	const was = new Map(before.lines.map((line) => [line.line, line]));
	const is = new Map(now.lines.map((line) => [line.line, line]));
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((line) => {
		const change = { line, was: figureOf(was.get(line)), is: figureOf(is.get(line)) };
		return isSame(change) ? [] : [change];
	});
}

function figureOf(line: StatementLine | undefined): Figure | null {
	return line ? { amount: line.amount, frequency: line.frequency } : null;
}

function isSame({ was, is }: LineChange): boolean {
	return was?.amount === is?.amount && was?.frequency === is?.frequency;
}
