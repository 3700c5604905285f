/** What an officer did: appended to the log and shown on their tile, in one transaction. */
import type { Instant } from '../../shared/time/day.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { raiseTile, type TileRaise } from '../monitoring/raise-tile.ts';
import type { Announcer } from '../realtime/announce.ts';
import { append, type Appended, type SentEvent } from './append.ts';
import { mayChoose } from './choose.ts';
import { keepHeard } from './keep-heard.ts';
import type { LiveCall, LiveCalls } from './live-calls.ts';

export type Acted = { contactId: string; officerId: string; events: readonly SentEvent[] };

export async function act(
	acted: Acted,
	parts: { database: Database; clock: Clock; announcer: Announcer; calls: LiveCalls }
): Promise<Appended> {
	const at = parts.clock.now();
	const today = parts.clock.today();
	return inTransaction(parts.database, async (tx) => {
		if (!(await mayChoose(tx, { ...acted, today }))) {
			return { ok: false, because: 'not-a-candidate' };
		}
		const appended = await append(tx, { ...acted, at });
		const isFinished = acted.events.some(({ body }) => body.type === 'wrappedUp');
		if (appended.ok && isFinished) await keepHeard(tx, { contactId: acted.contactId, today });
		const raise = appended.ok ? tileAfter(acted, { at, calls: parts.calls }) : undefined;
		const tile = raise && (await raiseTile(tx, raise));
		if (tile) tx.afterCommit(() => parts.announcer.tile(tile));
		return appended;
	});
}

/** A step entered shows on the tile; a contact finished gives the tile to their next call or to their choice. */
function tileAfter(
	{ contactId, officerId, events }: Acted,
	{ at, calls }: { at: Instant; calls: LiveCalls }
): TileRaise | undefined {
	if (events.some(({ body }) => body.type === 'wrappedUp' || body.type === 'dismissed')) {
		const call = calls.byContact(contactId);
		const change = call && calls.tileChange(officerId, finishedBy(officerId, call));
		return {
			officerId,
			at,
			contactId: change?.contactId ?? null,
			step: change?.step ?? null,
			...(change?.presence ? { presence: change.presence } : {})
		};
	}
	const entered = events.map(({ body }) => body).findLast((body) => body.type === 'stepEntered');
	return entered && { officerId, at, step: entered.step };
}

function finishedBy(officerId: string, call: LiveCall): LiveCall {
	const finishedBy = [...call.contact.finishedBy, officerId];
	return { ...call, contact: { ...call.contact, finishedBy } };
}
