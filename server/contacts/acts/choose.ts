/** Whom a contact is about is the officer's choice among those the number means or a search for it has shown. */
import { mayBeChosen } from '../../../shared/contacts/choosing.ts';
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { SentEvent } from './append.ts';
import { contactInHand } from '../queries.ts';

/** True when every choice among these events may be made. */
export async function mayChoose(
	tx: Transaction,
	{ contactId, events, today }: { contactId: string; events: readonly SentEvent[]; today: Day }
): Promise<boolean> {
	const choices = events.flatMap(({ key, body }) =>
		body.type === 'customerChosen' ? [{ key, ...body }] : []
	);
	if (choices.length === 0) return true;
	const inHand = await contactInHand(tx, { contactId, today });
	if (!inHand) return false;
	const { found } = foldContact(inHand.events).person;
	const { candidates, keys } = inHand;
	return choices.every(
		(choice) => keys.includes(choice.key) || mayBeChosen(choice, { candidates, found })
	);
}
