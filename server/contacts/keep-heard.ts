/**
 * What was heard in a contact and belongs on the customer's record is written when the contact is finished, or with
 * its outcomes if they come first: support needs they agreed to have noted, and a number that is not theirs.
 */
import { foldContact, type Contact } from '../../shared/contacts/fold.ts';
import { isIdentified } from '../../shared/contacts/disclosure.ts';
import type { Day } from '../../shared/time/day.ts';
import { noteSupport } from '../customers/note-support.ts';
import { unlinkNumber, type Said } from '../customers/reach/unlink-number.ts';
import type { Transaction } from '../db/transaction.ts';
import { contactInHand, type ContactInHand } from './queries.ts';

/** Doing it again changes nothing. */
export async function keepHeard(
	tx: Transaction,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<void> {
	const inHand = await contactInHand(tx, { contactId, today });
	if (!inHand) return;
	const contact = foldContact(inHand.events);
	await keepSupport(tx, contact, today);
	const number = wrongNumber(contactId, inHand);
	if (number === null) return;
	await unlinkNumber(tx, { ...number, on: today });
}

/** Of the person who passed the check, and nobody who spoke of them. */
async function keepSupport(tx: Transaction, contact: Contact, on: Day): Promise<void> {
	const { customerId, person } = contact;
	if (customerId === null || person.support === null || !isIdentified(contact)) return;
	if (person.check.speaker !== null) return;
	await noteSupport(tx, { customerId, ...person.support, on });
}

/** On a line that several share, whose it is not cannot be told from the number: that is a note for somebody. */
function wrongNumber(
	contactId: string,
	inHand: ContactInHand
): { number: string; said: Said } | null {
	const { callerNumber: number, candidates, events } = inHand;
	const taken = events.find(
		(event) => event.type === 'requestTaken' && event.request === 'wrong-number'
	);
	if (!taken || number === null || candidates.customerIds.length !== 1) return null;
	return { number, said: { contactId, at: taken.at, officerId: taken.by } };
}
