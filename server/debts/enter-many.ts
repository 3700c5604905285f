/**
 * Many sets of entries at once, by COPY: what a bank's statement brings. The same rule as one at a time: every set sums
 * to nothing, and the trigger alone moves the balances.
 */
import assert from 'node:assert/strict';
import { plus } from '../../shared/money/pence.ts';
import { copyRows, type Cell } from '../db/seed/copy.ts';
import type { Transaction } from '../db/transaction.ts';
import type { EntrySet } from './enter.ts';

export type NumberedSet = EntrySet & { setId: string };

const COLUMNS = [
	'set_id',
	'debt_id',
	'fund',
	'amount_pence',
	'kind',
	'entered_on',
	'at',
	'source',
	'source_reference',
	'method',
	'payer_id',
	'officer_id'
];

/** Lock the debts in the order of their ids before a decision about them, not here. */
export async function enterMany(tx: Transaction, sets: readonly NumberedSet[]): Promise<void> {
	if (sets.length === 0) return;
	await copyRows(tx.connection, { table: 'entries', columns: COLUMNS, rows: sets.flatMap(rowsOf) });
}

function rowsOf(set: NumberedSet): Cell[][] {
	const total = plus(...set.lines.map((line) => line.amount));
	assert.equal(total, 0, 'The lines of an entry set sum to nothing.');
	assert.ok(set.lines.length > 1, 'An entry set has a line on each side.');
	return set.lines.map((line) => [
		set.setId,
		'debtId' in line ? line.debtId : null,
		'fund' in line ? line.fund : null,
		line.amount,
		set.kind,
		set.on,
		set.at,
		set.source ?? 'fairline',
		set.sourceReference ?? null,
		set.method ?? null,
		set.payerId ?? null,
		set.officerId ?? null
	]);
}
