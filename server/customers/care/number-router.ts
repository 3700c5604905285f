/**
 * Whose the number is that rings, noted after the check by whoever has the customer, and taken back. The number is the
 * contact's own and never the screen's word; one that the network did not let through is nobody's.
 */
import { z } from 'zod';
import { BELONGS, mayNote } from '../../../shared/customers/number/belonging.ts';
import { contactProcedure } from '../../trpc.ts';
import { noteNumber, takeNoteBack } from '../reach/note-number.ts';
import { changing, saidOf } from './changing.ts';
import { customersOwn, type Subject } from './subject.ts';

/** Identity has passed, for whoever is speaking. */
function identified(subject: Subject): Subject {
	const isUnknown = subject.ok && subject.speaks === 'unknown';
	return isUnknown ? { ok: false, because: 'not-identified' } : subject;
}

const NO_NUMBER = { ok: false, because: 'no-number' } as const;
const NOT_FOR_THEM = { ok: false, because: 'for-customer-only' } as const;

export const numberNotes = {
	noteNumber: contactProcedure
		.input(z.object({ belongs: z.enum(BELONGS) }))
		.mutation(async ({ ctx: { app, officer }, input: { contactId, belongs } }) => {
			const caller = (await app.contacts.view(contactId, officer.id))?.caller;
			const number = caller?.presentation === 'allowed' ? caller.number : null;
			if (number === null) return NO_NUMBER;
			return changing({ app, officer, contactId }, identified, async (tx, about, { speaks }) => {
				const isRepresentative = speaks === 'representative';
				if (!mayNote(belongs, { isRepresentative })) return NOT_FOR_THEM;
				const { customerId, today: on } = about;
				const noting = { customerId, number, belongs, isRepresentative, on };
				return noteNumber(tx, { ...noting, said: saidOf(about) });
			});
		}),

	/** Any number of theirs that has a note: the customer's own word; and of their own telephone, whoever speaks for them. */
	takeNoteBack: contactProcedure
		.input(
			z.object({ number: z.string().regex(/^\+[1-9]\d{6,14}$/, 'That is no number we hold.') })
		)
		.mutation(async ({ ctx: { app, officer }, input: { contactId, number } }) => {
			const caller = (await app.contacts.view(contactId, officer.id))?.caller;
			const allowed = caller?.number === number ? identified : customersOwn;
			return changing({ app, officer, contactId }, allowed, (tx, about, { speaks }) => {
				const { customerId, today: on } = about;
				const mayTake = speaks === 'representative' ? (['speaker'] as const) : BELONGS;
				return takeNoteBack(tx, { customerId, number, mayTake, on, said: saidOf(about) });
			});
		})
};
