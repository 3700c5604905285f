/** A contact ends: a statement that was finished in it is kept, though nothing was agreed on it. */
import { isIdentified } from '../../shared/contacts/shown/disclosure.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { requestFrom } from '../../shared/contacts/plan-request.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { knownOf } from '../outcomes/commit.ts';
import { caseOf, customerOf } from '../outcomes/queries.ts';
import { keepStatement } from './keep-statement.ts';

export async function keepFinished(
	tx: Transaction,
	{ contactId, today, at }: { contactId: string; today: Day; at: Instant }
): Promise<void> {
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return;
	const { events, person } = await caseOf(tx, { contactId, customerId, today });
	const contact = foldContact(events);
	if (!isIdentified(contact) || contact.statement.finishedAt === null) return;
	const policy = await policyOn(tx, today);
	const { means } = requestFrom(contact, knownOf(person, { policy, today })).request;
	const told = contact.statement;
	await keepStatement(tx, { customerId, contactId, told, means, policy, at });
}
