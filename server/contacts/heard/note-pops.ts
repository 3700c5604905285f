/** A restricted record that a number rang for is on record with whose screen it was on: after the pop, so that nobody waits. */
import { noteAttempts } from '../../customers/restricted.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Database } from '../../db/client.ts';
import type { Log } from '../../log.ts';
import type { Rung } from './ring.ts';
import type { ShowingParts } from '../show.ts';

export function notePops(
	{ contactId, rung, affected }: { contactId: string; rung: Rung; affected: readonly string[] },
	{
		database,
		clock,
		log,
		mayOpenRestricted
	}: Pick<ShowingParts, 'clock' | 'mayOpenRestricted'> & { database: Database; log: Log }
): void {
	const restricted = rung.people.filter(({ isRestricted }) => isRestricted);
	const ids = restricted.map(({ customerId }) => customerId);
	if (ids.length === 0) return;
	inTransaction(database, async (tx) => {
		for (const officerId of affected) {
			const isAllowed = mayOpenRestricted(officerId);
			const attempt = { contactId, officerId, way: 'pop', isAllowed, at: clock.now() } as const;
			await noteAttempts(tx, ids, attempt);
		}
	}).catch((cause: unknown) => {
		log.failure({ event: 'restricted', outcome: 'failed' }, cause);
	});
}
