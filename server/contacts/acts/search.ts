/** Finding the customer of a contact. Whom it showed is in the log: only they may be chosen from it, and it is on record. */
import { randomUUID } from 'node:crypto';
import { readSearch } from '../../../shared/customers/search/search.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { noteAttempts } from '../../customers/restricted.ts';
import { searchCustomers, type SearchResult } from '../../customers/search.ts';
import type { Database } from '../../db/client.ts';
import type { Transaction } from '../../db/transaction.ts';
import { append, type AppendRefusal } from './append.ts';

export type SearchRefusal = AppendRefusal | 'too-little';

export type Searched = { ok: true; result: SearchResult } | { ok: false; because: SearchRefusal };

export type SearchAsked = {
	contactId: string;
	officerId: string;
	mayOpenRestricted: boolean;
	typed: string;
	at: Instant;
	today: Day;
};

/** What was typed is not kept. */
export async function search(
	tx: Transaction,
	asked: SearchAsked,
	{ searchSql }: Pick<Database, 'searchSql'>
): Promise<Searched> {
	const read = readSearch(asked.typed);
	if (!read) return { ok: false, because: 'too-little' };
	const { mayOpenRestricted, today } = asked;
	const { result, restrictedIds } = await searchCustomers(searchSql, {
		search: read,
		mayOpenRestricted,
		today
	});
	const found = result.found.map(({ customerId }) => customerId);
	const appended = await append(tx, {
		...asked,
		events: [{ key: randomUUID(), body: { type: 'searched', found } }]
	});
	if (!appended.ok) return appended;
	const { contactId, officerId, at } = asked;
	const attempt = {
		contactId,
		officerId,
		at,
		way: 'search',
		isAllowed: mayOpenRestricted
	} as const;
	await noteAttempts(tx, restrictedIds, attempt);
	return { ok: true, result };
}
