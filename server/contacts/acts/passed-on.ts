/**
 * Whether an officer has passed a contact on with its call: read from what the switch said of it, so that nothing more
 * of theirs is saved in what is somebody else's. They may still be done with it, and take the time for that.
 */
import { sql } from 'drizzle-orm';
import type {
	ContactEvent,
	ContactEventBody,
	HeardEvent
} from '../../../shared/contacts/log/events.ts';
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import { hasMovedOn } from '../../../shared/contacts/state/whose.ts';
import type { Transaction } from '../../db/transaction.ts';

/** What says who has the customer. */
const MOVES = [
	'contactStarted',
	'answered',
	'received',
	'released',
	'held',
	'retrieved',
	'transferred',
	'parked',
	'parkedIn',
	'conferenceChanged',
	'consultStarted',
	'consultEnded',
	'callEnded'
] as const satisfies readonly HeardEvent['type'][];

const DONE_WITH: ReadonlySet<string> = new Set<ContactEventBody['type']>([
	'wrappedUp',
	'dismissed',
	'wrapUpExtended'
]);

export async function hasPassedOn(
	tx: Transaction,
	{ contactId, officerId }: { contactId: string; officerId: string }
): Promise<boolean> {
	const moves = sql.join(
		MOVES.map((type) => sql`${type}`),
		sql`, `
	);
	const rows = await tx.execute<{ event: ContactEvent }>(sql`
		select e.body || jsonb_build_object('type', e.type, 'seq', e.seq, 'at', e.at, 'by', null) as event
		from contact_events e where e.contact_id = ${contactId}::uuid and e.type in (${moves})
		order by e.seq`);
	return hasMovedOn(foldContact(rows.map(({ event }) => event)), officerId);
}

/** Of what has moved on nothing else is taken. */
export function isDoneWith({ type }: { type: string }): boolean {
	return DONE_WITH.has(type);
}
