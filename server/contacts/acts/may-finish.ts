/**
 * Whether whoever has a contact last may be done with it: where its statement leaves nothing to pay with, each kind of
 * help is done or declined first (policy P3). Read only where a statement was finished and nothing was committed.
 */
import { sql } from 'drizzle-orm';
import { disclosedTo } from '../../../shared/contacts/shown/disclosure.ts';
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import { readBack } from '../../../shared/outcomes/read-back.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { inputOf } from '../../outcomes/commit.ts';
import { caseOf, customerOf } from '../../outcomes/queries.ts';

export async function isHelpOpen(
	tx: Transaction,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<boolean> {
	if (!(await hasStatementAlone(tx, contactId))) return false;
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return false;
	const { events, person, officerIds } = await caseOf(tx, { contactId, customerId, today });
	const contact = foldContact(events);
	const told = disclosedTo(contact, person, today);
	if (!told || contact.outcomes.committed || officerIds.length > 1) return false;
	const said = readBack(inputOf(told, { contact, policy: await policyOn(tx, today), today }));
	return !said.ok && said.because === 'help-open';
}

async function hasStatementAlone(tx: Transaction, contactId: string): Promise<boolean> {
	const rows = await tx.execute<{ type: string }>(sql`
		select distinct type from contact_events
		where contact_id = ${contactId}::uuid and type in ('statementFinished', 'committed')`);
	return rows.length === 1 && rows[0]?.type === 'statementFinished';
}
