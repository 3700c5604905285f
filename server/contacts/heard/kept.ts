/** What is kept at hand of the contacts that are not finished, and how it is read anew from the log. */
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { contactRecord, unfinishedIds, type ContactRecord } from '../queries.ts';
import { factsOf } from '../show.ts';
import { LiveCalls, type LiveCall } from './live-calls.ts';

export type Kept = {
	calls: LiveCalls;
	/** As the log has it now, and kept. */
	again(contactId: string): Promise<ContactRecord | undefined>;
	/** Everything not finished; what was known and is not among it was closed by another process. */
	all(): Promise<readonly ContactRecord[]>;
};

export function keptContacts({
	database: { sql },
	clock,
	changed
}: {
	database: Pick<Database, 'sql'>;
	clock: Clock;
	changed?: (call: LiveCall) => void;
}): Kept {
	const calls = new LiveCalls(changed);
	async function again(contactId: string): Promise<ContactRecord | undefined> {
		const record = await contactRecord(sql, { contactId, today: clock.today() });
		if (record) keep(calls, record);
		return record;
	}
	return {
		calls,
		again,
		async all() {
			const ids = new Set([...(await unfinishedIds(sql)), ...calls.ids()]);
			const records = await Promise.all([...ids].map(again));
			return records.filter((each) => each !== undefined);
		}
	};
}

function keep(calls: LiveCalls, record: ContactRecord): void {
	const { contactId, source, sourceContactId, caller } = record;
	const { contact } = factsOf(record);
	if (!source || !sourceContactId || !caller) calls.putWithoutCall({ contactId, contact });
	else calls.put({ contactId, source, sourceContactId, contact, caller });
}
