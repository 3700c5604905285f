/** The lines of the books that stand on a debt, as every rule about its balance takes them. */
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';

/** What was owed from the first, what was added to it since, and what took it away. */
export const ENTRY_KINDS = [
	'charge',
	'costs',
	'fees',
	'interest',
	'payment',
	'reversal',
	'reduction',
	'write-off',
	'transfer'
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** More owed is positive. In the order in which they were written. */
export type DebtEntry = { kind: EntryKind; amount: Pence; on: Day };
