/** Writes a city as it is made, a part at a time, so that all of it takes no more memory than a few streets. */
import type { Sql } from 'postgres';
import { copyRows } from '../copy.ts';
import type { Part } from './part.ts';
import type { RowsOf } from './rows.ts';

export type Filled = { households: number; customers: number; debts: number; rows: number };

export type Filling = {
	parts: Iterable<Part>;
	rowsOf: RowsOf;
	/** The tables were emptied in this transaction. */
	isFresh: boolean;
	/** Takes each part too, beside the database. */
	also: (part: Part) => Promise<void>;
	/** After every part. */
	told: (so: Filled) => void;
};

export async function fill(sql: Pick<Sql, 'unsafe'>, filling: Filling): Promise<Filled> {
	const filled: Filled = { households: 0, customers: 0, debts: 0, rows: 0 };
	for (const part of filling.parts) {
		for (const rows of filling.rowsOf(part)) {
			if (rows.rows.length > 0) await copyRows(sql, rows, { isFresh: filling.isFresh });
			filled.rows += rows.rows.length;
		}
		await filling.also(part);
		filled.households += part.households;
		filled.customers += part.customers.length;
		filled.debts += part.debts.length;
		filling.told(filled);
	}
	return filled;
}
