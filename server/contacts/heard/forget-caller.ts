/** A number that its caller forbids takes with it whatever was kept of it in this call: after the screens are told. */
import { forgetNumber } from '../../customers/reach/note-number.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Database } from '../../db/client.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';

export function forgetCaller(
	{ contactId, number }: { contactId: string; number: string },
	{ database, clock, log }: { database: Database; clock: Clock; log: Log }
): void {
	const forgotten = { contactId, number, today: clock.today() };
	inTransaction(database, (tx) => forgetNumber(tx, forgotten)).catch((cause: unknown) => {
		log.failure({ event: 'caller-withdrawn', outcome: 'failed' }, cause);
	});
}
