/** A part of a seed as rows of tables, in the order that foreign keys ask for. */
import { addDays, type Day } from '../../../shared/time/day.ts';
import type { Rows } from '../copy.ts';
import { debtRows } from './debt-rows.ts';
import { entryRows, suspenseReceiptRows, suspenseRows } from './entry-rows.ts';
import type { Part } from './part.ts';
import { customerRows } from './people-rows.ts';
import { recordRows } from './record-rows.ts';

/** Contact facts without a day of their own are as old as this. */
const KNOWN_FOR_DAYS = 2200;

/** Everything that is written. */
export const TABLES = [
	'customers',
	'customer_names',
	'customer_phones',
	'customer_emails',
	'customer_addresses',
	'support_needs',
	'authorities',
	'records',
	'links',
	'debts',
	'dues',
	'liabilities',
	'holds',
	'stage_changes',
	'agent_cases',
	'steps',
	'entries',
	'receipts'
] as const;

export type RowsOf = (part: Part) => readonly Rows[];

/** `balances`: debts are written with theirs, by a fill that takes the triggers' work upon itself. */
export function rowsFor({ today, balances }: { today: Day; balances: boolean }): RowsOf {
	const since = addDays(today, -KNOWN_FOR_DAYS);
	return ({ customers, debts, records, waiting }) => [
		...customerRows(customers, since),
		...recordRows(records, { since, today }),
		...debtRows(debts, { balances }),
		entryRows(debts),
		suspenseRows(waiting),
		suspenseReceiptRows(waiting)
	];
}
