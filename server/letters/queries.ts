/** Which source each debt is of, what each has been told, and a contact's letters. */
import { and, desc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm';
import type { ToldNow } from '../../shared/income/acknowledgements.ts';
import { dayInLondon } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { debts } from '../debts/tables.ts';
import { instructions, letters } from './tables.ts';

type Reader = Pick<Transaction, 'select'>;

export async function sourcesOf(
	tx: Reader,
	debtIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	const rows = await tx
		.select({ id: debts.id, source: debts.source })
		.from(debts)
		.where(inArray(debts.id, [...debtIds]));
	return new Map(rows.map(({ id, source }) => [id, source]));
}

/** What this contact has told each source, in the order it was given. */
export async function toldFor(tx: Reader, contactId: string) {
	return tx
		.select({
			source: instructions.source,
			title: debts.title,
			kind: instructions.kind,
			state: instructions.state,
			sendBy: instructions.sendBy,
			toldAt: instructions.toldAt,
			confirmedOn: instructions.confirmedOn,
			tries: instructions.tries,
			toAgent: instructions.toAgent
		})
		.from(instructions)
		.innerJoin(debts, eq(debts.id, instructions.debtId))
		.where(eq(instructions.contactId, contactId))
		.orderBy(instructions.id);
}

/** The last of a kind that this contact queued. */
export async function letterOf(
	tx: Reader,
	{ contactId, letterId }: { contactId: string; letterId: string | null }
) {
	const [letter] = await tx
		.select({ id: letters.id, letter: letters.letter, pdf: letters.pdf })
		.from(letters)
		.where(
			and(
				eq(letters.contactId, contactId),
				isNotNull(letters.pdf),
				letterId === null ? eq(letters.letter, 'agreement') : eq(letters.id, letterId)
			)
		)
		.orderBy(desc(letters.queuedAt))
		.limit(1);
	return letter?.pdf ? { ...letter, pdf: letter.pdf } : undefined;
}

/** What agents were told, the latest first, held still. */
export async function toldAgents(
	tx: Transaction,
	which: SQL | undefined
): Promise<readonly (ToldNow & { id: number; debtId: string })[]> {
	const rows = await tx
		.select({
			id: instructions.id,
			what: instructions.kind,
			state: instructions.state,
			toldAt: instructions.toldAt,
			toAgent: instructions.toAgent,
			debtId: debts.id,
			reference: debts.reference
		})
		.from(instructions)
		.innerJoin(debts, eq(debts.id, instructions.debtId))
		.where(which)
		.orderBy(desc(instructions.id))
		.for('update', { of: instructions });
	return rows.map(({ toldAt, ...row }) => ({ ...row, toldOn: toldAt && dayInLondon(toldAt) }));
}
