/**
 * Whoever answers says that we have the wrong number: it is unlinked at once, before anything else is sent to it, and
 * linked again where the officer takes that back. On a line that several share, whose it is not cannot be told from the
 * number: that is for the officer to say of each customer.
 */
import type { Day, Instant } from '../../../shared/time/day.ts';
import { relinkReported, unlinkNumber } from '../../customers/reach/unlink-number.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { SentEvent } from './append.ts';
import { contactInHand } from '../queries.ts';

type Hearing = {
	contactId: string;
	officerId: string;
	events: readonly SentEvent[];
	at: Instant;
	today: Day;
};

/** Hearing it again changes nothing. */
export async function hearWrongNumber(tx: Transaction, hearing: Hearing): Promise<void> {
	const { contactId, officerId, events, at, today } = hearing;
	const said = { contactId, at, officerId };
	for (const { body } of events) {
		if (!('request' in body) || body.request !== 'wrong-number') continue;
		if (body.type === 'requestWithdrawn') await relinkReported(tx, { on: today, said });
		else await unlinkCaller(tx, hearing);
	}
}

async function unlinkCaller(tx: Transaction, hearing: Hearing): Promise<void> {
	const { contactId, officerId, at, today } = hearing;
	const inHand = await contactInHand(tx, { contactId, today });
	const number = inHand?.callerNumber ?? null;
	if (number === null || inHand?.linkedCount !== 1) return;
	await unlinkNumber(tx, { number, on: today, said: { contactId, at, officerId } });
}
