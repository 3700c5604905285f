/**
 * The one way to write entries. A set's lines sum to nothing: what a debt gains a fund gives, so the books prove
 * themselves. The balance of a debt is not written here: the trigger on entries moves it.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { minus, NO_PENCE, plus, type Pence } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { tellAgents } from '../letters/tell-agents.ts';
import type { EntryKind } from '../../shared/debts/entries.ts';
import { entries, type Fund } from './tables.ts';

export type { EntryKind };

/** More owed on a debt, and more spent or held by a fund, is positive. */
export type EntryLine = { amount: Pence } & ({ debtId: string } | { fund: Fund });

export type EntrySet = {
	lines: readonly EntryLine[];
	kind: EntryKind;
	/** The council's day it counts on. */
	on: Day;
	at: Instant;
	/** Which system says so; an entry first made here is Fairline's until the extract brings it. */
	source?: string;
	sourceReference?: string;
	method?: string;
	payerId?: string;
	officerId?: string;
	/** The contact it was made in, for who is told of it. */
	contactId?: string;
};

/** Writes one set and gives its id. Lock the debts in the order of their ids before a decision about them, not here. */
export async function enter(tx: Transaction, set: EntrySet): Promise<string> {
	seeThatItBalances(set);
	const setId = randomUUID();
	await tx.insert(entries).values(
		set.lines.map((line) => ({
			setId,
			debtId: 'debtId' in line ? line.debtId : null,
			fund: 'fund' in line ? line.fund : null,
			amountPence: line.amount,
			kind: set.kind,
			enteredOn: set.on,
			at: set.at,
			source: set.source ?? 'fairline',
			sourceReference: set.sourceReference ?? null,
			method: set.method ?? null,
			payerId: set.payerId ?? null,
			officerId: set.officerId ?? null
		}))
	);
	if (set.kind === 'payment') await tellOfPayment(tx, set);
	return setId;
}

/** Agents who have a debt are told at once of what was paid on it. */
async function tellOfPayment(tx: Transaction, { lines, contactId, at }: EntrySet): Promise<void> {
	const debtIds = lines.flatMap((line) =>
		'debtId' in line && line.amount < 0 ? [line.debtId] : []
	);
	await tellAgents(tx, { debtIds, what: 'paid', contactId: contactId ?? null, at });
}

/** Throws where it does not: an uneven set is a mistake of ours. */
export function seeThatItBalances({ lines }: Pick<EntrySet, 'lines'>): void {
	const total = plus(...lines.map((line) => line.amount));
	assert.equal(total, 0, 'The lines of an entry set sum to nothing.');
	assert.ok(lines.length > 1, 'An entry set has a line on each side.');
}

/** A debt's line and its fund's: `opposite({ debtId, fund: 'bank', amount: -2000 })` is twenty pounds paid. */
export function opposite(move: { debtId: string; fund: Fund; amount: Pence }): EntryLine[] {
	return [
		{ debtId: move.debtId, amount: move.amount },
		{ fund: move.fund, amount: minus(NO_PENCE, move.amount) }
	];
}
