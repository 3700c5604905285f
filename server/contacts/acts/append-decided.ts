/**
 * What the server decides about a contact, appended to its log: an answer from a team leader, a commit, figures that
 * changed, that somebody comes to help. Whose contact it is has been settled by whoever decides; the contact's row is locked by this.
 */
import { eq, sql } from 'drizzle-orm';
import type { HelpAnsweredEvent } from '../../../shared/contacts/log/help-events.ts';
import type { IncomeEvent } from '../../../shared/contacts/log/income-events.ts';
import type { SettledEvent } from '../../../shared/contacts/log/outcome-events.ts';
import type { ChangeEvent } from '../../../shared/contacts/log/person-events.ts';
import type { CarriedEvent } from '../../../shared/contacts/log/statement-events.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { appendOne } from './append.ts';
import { contacts } from '../tables.ts';

export type DecidedLine = {
	body: SettledEvent | CarriedEvent | HelpAnsweredEvent | IncomeEvent | ChangeEvent;
	words?: Record<string, string>;
};

/** The contact's version after it. */
export async function appendDecided(
	tx: Transaction,
	line: { contactId: string; by: string | null; at: Instant } & DecidedLine
): Promise<number> {
	const { contactId, by, at, body, words } = line;
	const [moved] = await tx
		.update(contacts)
		.set({ version: sql`${contacts.version} + 1` })
		.where(eq(contacts.id, contactId))
		.returning({ version: contacts.version });
	if (!moved) throw new Error('There is no such contact to write in.');
	await appendOne(tx, {
		contactId,
		officerId: by,
		at,
		seq: moved.version,
		event: { key: null, body, words }
	});
	return moved.version;
}
