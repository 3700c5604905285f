/**
 * What the switches say of officers' telephones, kept on each one's tile beside what they chose: one officer's news in
 * order, told after the commit. Of somebody who was never here nothing is kept.
 */
import type { CallEvent } from '#shared/calls/events.ts';
import { phoneAfter, type PhoneNews } from '#shared/monitoring/phone.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { tileOf } from '../monitoring/queries.ts';
import { raiseTile } from '../monitoring/raise-tile.ts';
import type { Part } from '../part.ts';
import type { Announcer } from '../realtime/announce.ts';

export type Phones = Part &
	Readonly<{
		hear: (event: CallEvent) => void;
	}>;

/** A part of the product for as long as it is up. */
export function openPhones({
	db,
	officerOf,
	announcer,
	parts,
	failed
}: {
	db: Database;
	officerOf: (extension: string) => string | undefined;
	announcer: Pick<Announcer, 'tile'>;
	parts: Part[];
	failed: (event: string) => (cause: unknown) => void;
}): Phones {
	const tell = (tile: Tile) => announcer.tile(tile);
	const phones = hearingPhones({ database: db, officerOf, tell, failed: failed('phone') });
	parts.push(phones);
	return phones;
}

function hearingPhones({
	database,
	officerOf,
	tell,
	failed
}: {
	database: Database;
	officerOf: (extension: string) => string | undefined;
	tell: (tile: Tile) => void;
	failed: (cause: unknown) => void;
}): Phones {
	const last = new Map<string, Promise<void>>();

	async function take(officerId: string, news: PhoneNews): Promise<void> {
		const before = await tileOf(database.sql, officerId);
		if (!before) return;
		const { phone: was = null, pauseReason } = before.state;
		const phone = phoneAfter(was, news, pauseReason);
		if (phone === was) return;
		const tile = await inTransaction(database, (tx) =>
			raiseTile(tx, { officerId, at: news.at, phone })
		);
		if (tile) tell(tile);
	}

	function queue(officerId: string, news: PhoneNews): void {
		const before = last.get(officerId) ?? Promise.resolve();
		last.set(
			officerId,
			before.then(() => take(officerId, news)).catch((cause: unknown) => failed(cause))
		);
	}

	return {
		hear(event) {
			if (event.type !== 'agent.stateChanged') return;
			const officerId = officerOf(event.agent);
			if (officerId === undefined) return;
			const { source, state, reason, receivedAt: at } = event;
			queue(officerId, { source, state, reason, at });
		},
		async dispose() {
			await Promise.all(last.values());
		}
	};
}
