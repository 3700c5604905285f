/** Writes scenarios as they are made, a part at a time, so that a city takes no more memory than a street of it. */
import type { Sql } from 'postgres';
import { copyRows } from './copy.ts';
import type { RowsOf } from './rows.ts';
import type { Scenario } from './scenario.ts';

export type Filled = { households: number; customers: number; debts: number; rows: number };

export type Filling = {
	scenarios: Iterable<Scenario>;
	rowsOf: RowsOf;
	/** The tables were emptied in this transaction. */
	isFresh: boolean;
	/** After every part. */
	told: (so: Filled) => void;
};

/** Large enough that a COPY is worth its beginning, small enough to be nothing beside the rest of the process. */
const CUSTOMERS_A_PART = 1_500;

export async function fill(sql: Pick<Sql, 'unsafe'>, filling: Filling): Promise<Filled> {
	const filled: Filled = { households: 0, customers: 0, debts: 0, rows: 0 };
	for (const part of partsOf(filling.scenarios)) {
		for (const rows of filling.rowsOf(part)) {
			if (rows.rows.length > 0) await copyRows(sql, rows, { isFresh: filling.isFresh });
			filled.rows += rows.rows.length;
		}
		filled.households += part.length;
		filled.customers += countOf(part, ({ customers }) => customers);
		filled.debts += countOf(part, ({ debts }) => debts);
		filling.told(filled);
	}
	return filled;
}

function* partsOf(scenarios: Iterable<Scenario>): Generator<readonly Scenario[]> {
	let part: Scenario[] = [];
	let count = 0;
	for (const scenario of scenarios) {
		part.push(scenario);
		count += scenario.customers.length;
		if (count < CUSTOMERS_A_PART) continue;
		yield part;
		part = [];
		count = 0;
	}
	if (part.length > 0) yield part;
}

function countOf(
	part: readonly Scenario[],
	list: (scenario: Scenario) => readonly unknown[]
): number {
	return part.reduce((sum, scenario) => sum + list(scenario).length, 0);
}
