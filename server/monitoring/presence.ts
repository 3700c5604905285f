/** What an officer chooses to be: available, on a break, or taking no calls. The tile follows; a live call goes before it. */
import type { Tile } from '../../shared/monitoring/tile.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Announcer } from '../realtime/announce.ts';
import { tileOf } from './queries.ts';
import { raiseTile } from './raise-tile.ts';

export type Presences = {
	mine(officerId: string): Promise<Tile | undefined>;
	choose(
		officerId: string,
		chosen: Tile['state']['chosen'],
		pauseReason?: string | null
	): Promise<Tile | undefined>;
	/** On their first day they are made available; from then on they are what they chose. */
	arrived(officerId: string): Promise<void>;
};

export function presences(parts: {
	database: Database;
	clock: Clock;
	announcer: Announcer;
}): Presences {
	const mine = (officerId: string) => tileOf(parts.database.sql, officerId);

	const choose: Presences['choose'] = (officerId, chosen, pauseReason = null) =>
		inTransaction(parts.database, async (tx) => {
			const at = parts.clock.now();
			const tile = await raiseTile(tx, { officerId, at, chosen, pauseReason });
			if (tile) tx.afterCommit(() => parts.announcer.tile(tile));
			return tile;
		});

	return {
		mine,
		choose,
		async arrived(officerId) {
			if (!(await mine(officerId))) await choose(officerId, 'available');
		}
	};
}
