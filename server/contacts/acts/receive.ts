/**
 * Somebody comes to the desk: the same contact as a call's, begun by the officer. One is begun at a time; the browser's
 * key is the contact's id, so that pressing twice begins it once.
 */
import type { ContactEventBody } from '../../../shared/contacts/log/events.ts';
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import { isInHand } from '../../../shared/monitoring/in-hand.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { raiseTile } from '../../monitoring/raise-tile.ts';
import type { Announcer } from '../../realtime/announce.ts';
import { appendOne } from './append.ts';
import { openLogs } from '../queries.ts';
import { contacts } from '../tables.ts';

export type ReceiveRefusal =
	/** They have somebody, or have one to write up first. */
	| 'one-in-hand'
	/** The key is that of another contact. */
	| 'key-used';

export type Received = { ok: true; contactId: string } | { ok: false; because: ReceiveRefusal };

export async function receive(
	tx: Transaction,
	{ key, officerId, at }: { key: string; officerId: string; at: Instant },
	{ announcer }: { announcer: Pick<Announcer, 'tile'> }
): Promise<Received> {
	const open = await openLogs(tx, officerId);
	if (open.some(({ contactId }) => contactId === key)) return { ok: true, contactId: key };
	if (open.some(({ events }) => isInHand(foldContact(events), officerId))) {
		return { ok: false, because: 'one-in-hand' };
	}
	const lines = beginning(officerId);
	const begun = await tx
		.insert(contacts)
		.values({
			id: key,
			channel: 'desk',
			officerIds: [officerId],
			version: lines.length,
			startedAt: at
		})
		.onConflictDoNothing()
		.returning({ id: contacts.id });
	if (begun.length === 0) return { ok: false, because: 'key-used' };
	for (const [index, body] of lines.entries()) {
		const event = { key: null, body };
		await appendOne(tx, { contactId: key, officerId, at, seq: index + 1, event });
	}
	const step = 'greeting';
	const tile = await raiseTile(tx, { officerId, at, presence: 'desk', contactId: key, step });
	if (tile) tx.afterCommit(() => announcer.tile(tile));
	return { ok: true, contactId: key };
}

function beginning(officerId: string): ContactEventBody[] {
	return [
		{
			type: 'contactStarted',
			channel: 'desk',
			direction: 'inbound',
			presentation: null,
			dialled: null
		},
		{ type: 'received', officerId }
	];
}
