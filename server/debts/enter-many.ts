/**
 * Many sets of entries at once, by COPY: what a bank's statement brings. The same rule as one at a time: every set sums
 * to nothing, and the trigger alone moves the balances.
 */
import { copyRows, type Cell } from '../db/copy.ts';
import type { Transaction } from '../db/transaction.ts';
import { tellAgents } from '../letters/tell-agents.ts';
import { seeThatItBalances, type EntrySet } from './enter.ts';

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
	await tellOfPayments(tx, sets);
}

/** Agents who have any of the debts are told at once, as of one payment. */
async function tellOfPayments(tx: Transaction, sets: readonly NumberedSet[]): Promise<void> {
	const [first] = sets;
	const paid = sets.filter(({ kind }) => kind === 'payment').flatMap(({ lines }) => lines);
	const debtIds = paid.flatMap((line) =>
		'debtId' in line && line.amount < 0 ? [line.debtId] : []
	);
	if (first) await tellAgents(tx, { debtIds, what: 'paid', contactId: null, at: first.at });
}

function rowsOf(set: NumberedSet): Cell[][] {
	seeThatItBalances(set);
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
