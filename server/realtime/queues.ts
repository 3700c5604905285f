/** Who waits, by queue, told to every officer when it has changed. With no officer there, nothing is read. */
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { QueuesNow } from '../../shared/monitoring/queues.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { queuesNow } from '../monitoring/queues.ts';
import type { Sockets } from './sockets.ts';

/** Reads them now and answers the version that was last told; 0 while nobody looks. */
export function lookingAtQueues(parts: {
	sockets: Pick<Sockets, 'connectedOfficers' | 'toOfficersHere'>;
	database: Pick<Database, 'sql'>;
	clock: Clock;
}): () => Promise<number> {
	let told: QueuesNow | undefined;
	return async () => {
		const connected = parts.sockets.connectedOfficers();
		if (!connected.some(({ role }) => hasAuthority(role, 'officer'))) return 0;
		const read = await queuesNow(parts.database.sql, parts.clock.now());
		if (told && JSON.stringify(told.queues) === JSON.stringify(read.queues)) return told.version;
		told = read;
		parts.sockets.toOfficersHere().emit('queues:changed', read);
		return read.version;
	};
}
