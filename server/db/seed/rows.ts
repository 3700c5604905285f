/** Scenarios as rows of tables, in the order that foreign keys ask for. */
import { addDays, type Day } from '../../../shared/time/day.ts';
import type { Rows } from './copy.ts';
import { debtRows } from './debt-rows.ts';
import { entryRows, suspenseReceiptRows, suspenseRows } from './entry-rows.ts';
import { customerRows } from './people-rows.ts';
import type { Scenario } from './scenario.ts';

/** Contact facts without a day of their own are as old as this. */
const KNOWN_FOR_DAYS = 2200;

export function rowsOf(scenarios: readonly Scenario[], today: Day): readonly Rows[] {
	const customers = scenarios.flatMap((scenario) => scenario.customers);
	const debts = scenarios.flatMap((scenario) => scenario.debts);
	return [
		...customerRows(customers, addDays(today, -KNOWN_FOR_DAYS)),
		...debtRows(debts),
		entryRows(debts),
		suspenseRows(scenarios),
		suspenseReceiptRows(scenarios)
	];
}
