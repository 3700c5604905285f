/** Customers joined and taken apart: links change and what follows them, and taking it back leaves all as it was. */
import { describe, expect } from 'vitest';
import { joinCustomers, splitRecord } from '#server/customers/links/join.ts';
import { undoChange } from '#server/customers/links/undo-change.ts';
import type { Database, RawSql } from '#server/db/client.ts';
import { inTransaction, type Transaction } from '#server/db/transaction.ts';
import { instant } from '#shared/time/day.ts';
import { northmere } from '../flow.ts';

const BY = { officerId: 'judith', at: instant('2026-11-19T10:00:00.000Z') };
const REASONS = [{ compared: 'name', weight: 420, words: 'Same name' }] as const;

/** Everything about customers and what they owe. What was joined and undone leaves a trace in `link_changes` alone. */
const KEPT = [
	...['customers', 'customer_names', 'customer_phones', 'customer_emails', 'customer_addresses'],
	...[
		'authorities',
		'contact_wishes',
		'wrong_numbers',
		'support_needs',
		'links',
		'liabilities',
		'holds',
		'steps',
		'records',
		'debts',
		'entries'
	]
];

async function everything(sql: RawSql): Promise<Record<string, unknown>> {
	const tables = await Promise.all(
		KEPT.map(async (table) => {
			const [row] = await sql.unsafe(
				`select count(*)::int as count, md5(string_agg(t::text, '|' order by t::text)) as digest
				from ${table} t`
			);
			return [table, row] as const;
		})
	);
	return Object.fromEntries(tables);
}

function doing<Result>(database: Database, work: (tx: Transaction) => Promise<Result>) {
	return inTransaction(database, work);
}

/** Two people of different debts, the second with a hold, and of records of several sources. */
async function twoOf(sql: RawSql): Promise<[string, string]> {
	const rows = await sql<{ id: string }[]>`
		select c.id from customers c where c.kind = 'person'
			and exists (select from holds h where h.customer_id = c.id)
			and (select count(*) from links l where l.customer_id = c.id) > 1
			and not exists (select from liabilities a join liabilities b on b.debt_id = a.debt_id
				and b.customer_id <> a.customer_id where a.customer_id = c.id)
		order by c.id limit 2`;
	const [one, other] = rows;
	if (!one || !other) throw new Error('The demo has no two such people.');
	return [one.id, other.id];
}

describe('two customers', () => {
	northmere(
		'that are joined have everything of both, and undoing it gives each their own',
		async ({ database }) => {
			const { sql } = database;
			const customerIds = await twoOf(sql);
			const before = await everything(sql);
			const owed = await sql`select count(*)::int as count from liabilities
			where customer_id in ${sql(customerIds)}`;
			const joined = await doing(database, (tx) =>
				joinCustomers(tx, { ...BY, customerIds, reasons: REASONS })
			);
			if (!joined.ok) throw new Error(joined.because);
			const [change] = await sql<{ from: string; to: string }[]>`
			select from_customer_id as from, to_customer_id as to from link_changes
			where id = ${joined.changeId}`;
			expect(new Set([change?.from, change?.to])).toEqual(new Set(customerIds));
			const [now] = await sql`select
			(select count(*)::int from liabilities where customer_id = ${change?.to ?? ''}) as count,
			(select count(*)::int from links where customer_id = ${change?.from ?? ''}) as left`;
			expect(now).toEqual({ count: owed[0]?.['count'] as number, left: 0 });
			const [entries] = await sql`select joined_to from customers where id = ${change?.from ?? ''}`;
			expect(entries?.['joined_to']).toBe(change?.to);

			const { changeId } = joined;
			expect(await doing(database, (tx) => undoChange(tx, { ...BY, changeId }))).toMatchObject({
				ok: true
			});
			expect(await everything(sql)).toEqual(before);
			// Once.
			expect(await doing(database, (tx) => undoChange(tx, { ...BY, changeId }))).toEqual({
				ok: false,
				because: 'changed-since'
			});
		}
	);

	northmere(
		'a record that is taken out of one goes with its debts, and comes back with them',
		async ({ database }) => {
			const { sql } = database;
			const [customerId] = await twoOf(sql);
			const before = await everything(sql);
			const [record] = await sql<{ id: string; count: number }[]>`
			select l.record_id as id, count(a.id)::int as count from links l
			join liabilities a on a.record_id = l.record_id
			where l.customer_id = ${customerId} group by l.record_id order by l.record_id`;
			const recordId = record?.id ?? '';
			const split = await doing(database, (tx) => splitRecord(tx, { ...BY, recordId }));
			if (!split.ok) throw new Error(split.because);
			const [now] = await sql`select
			(select count(*)::int from liabilities where customer_id = ${split.customerId}) as count,
			(select count(*)::int from links where customer_id = ${split.customerId}) as links,
			(select count(*)::int from link_reviews where state = 'apart') as apart`;
			expect(now).toMatchObject({ count: record?.count, links: 1 });
			expect(now?.['apart']).toBeGreaterThan(0);

			const { changeId } = split;
			expect(await doing(database, (tx) => undoChange(tx, { ...BY, changeId }))).toMatchObject({
				ok: true
			});
			const after = await everything(sql);
			// The customer that the split made is nobody, joined to whom it came from.
			const shell = await sql`select id from customers where joined_to = ${customerId}`;
			expect(shell).toHaveLength(1);
			expect({ ...after, customers: null }).toEqual({ ...before, customers: null });
		}
	);

	northmere('are not joined twice, nor where they owe one debt together', async ({ database }) => {
		const { sql } = database;
		const [together] = await sql<{ one: string; other: string }[]>`
			select a.customer_id as one, b.customer_id as other from liabilities a
			join liabilities b on b.debt_id = a.debt_id and b.customer_id > a.customer_id limit 1`;
		const join = (customerIds: readonly [string, string]) =>
			doing(database, (tx) => joinCustomers(tx, { ...BY, customerIds, reasons: REASONS }));
		const { one = '', other = '' } = together ?? {};
		expect(await join([one, other])).toEqual({ ok: false, because: 'owe-together' });
		expect(await join([one, one])).toEqual({ ok: false, because: 'one-already' });
	});

	northmere(
		'that were joined to a third are taken apart in turn, the last first',
		async ({ database }) => {
			const { sql } = database;
			const ids = await sql<{ id: string }[]>`
			select c.id from customers c where c.kind = 'person' and c.joined_to is null
				and exists (select from links l where l.customer_id = c.id)
				and not exists (select from liabilities a join liabilities b on b.debt_id = a.debt_id
					and b.customer_id <> a.customer_id where a.customer_id = c.id)
			order by c.id limit 3`;
			const before = await everything(sql);
			const [a = '', b = '', c = ''] = ids.map(({ id }) => id);
			const changes: string[] = [];
			for (const customerIds of [[a, b] as const, [a, c] as const]) {
				const live = await sql<{ id: string }[]>`
				select coalesce(joined_to, id) as id from customers where id in ${sql([...customerIds])}`;
				const [one = '', other = ''] = live.map(({ id }) => id);
				const joined = await doing(database, (tx) =>
					joinCustomers(tx, { ...BY, customerIds: [one, other], reasons: REASONS })
				);
				if (!joined.ok) throw new Error(joined.because);
				changes.push(joined.changeId);
			}
			const undo = (changeId = '') => doing(database, (tx) => undoChange(tx, { ...BY, changeId }));
			expect(await undo(changes[0])).toEqual({ ok: false, because: 'changed-since' });
			expect(await undo(changes[1])).toMatchObject({ ok: true });
			expect(await undo(changes[0])).toMatchObject({ ok: true });
			expect(await everything(sql)).toEqual(before);
		}
	);
});
