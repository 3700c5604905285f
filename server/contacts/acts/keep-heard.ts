/**
 * What was heard in a contact and belongs on the customer's record is written when the contact is finished, or with
 * its outcomes if they come first: support needs they agreed to have noted, a number that is not theirs, and a death.
 */
import { foldContact, type Contact } from '../../../shared/contacts/state/fold.ts';
import { isIdentified } from '../../../shared/contacts/shown/disclosure.ts';
import { onlyCandidate } from '../../../shared/contacts/choosing.ts';
import type { Day } from '../../../shared/time/day.ts';
import { reportDeath } from '../../changes/report-death.ts';
import { noteSupport } from '../../customers/note-support.ts';
import type { Transaction } from '../../db/transaction.ts';
import { contactInHand, type ContactInHand } from '../queries.ts';

/** Doing it again changes nothing. */
export async function keepHeard(
	tx: Transaction,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<void> {
	const inHand = await contactInHand(tx, { contactId, today });
	if (!inHand) return;
	const contact = foldContact(inHand.events);
	await keepSupport(tx, contact, today);
	await keepDeath(tx, { contactId, contact, inHand, today });
}

/** Of the person who passed the check, and nobody who spoke of them. */
async function keepSupport(tx: Transaction, contact: Contact, on: Day): Promise<void> {
	const { customerId, person } = contact;
	if (customerId === null || person.support === null || !isIdentified(contact)) return;
	if (person.check.speaker !== null) return;
	await noteSupport(tx, { customerId, ...person.support, on });
}

/** From anybody, and without a check: of whoever the contact is about, or who owes with them. */
async function keepDeath(
	tx: Transaction,
	given: { contactId: string; contact: Contact; inHand: ContactInHand; today: Day }
): Promise<void> {
	const { contactId, contact, inHand, today } = given;
	const customerId = contact.customerId ?? onlyCandidate(inHand.candidates);
	const taken = contact.person.requests.find(({ request }) => request === 'death');
	const line = inHand.events.findLast(
		(event) => event.type === 'requestTaken' && event.request === 'death'
	);
	if (customerId === null || !taken || !line?.by) return;
	const { at, by: officerId } = line;
	await reportDeath(tx, { contactId, customerId, words: taken.words, officerId, at, today });
}
