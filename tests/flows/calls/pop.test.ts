/** The pop's own statement against the one that a reload asks: it reads less, and shows the same. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { ContactEventBody } from '#shared/contacts/log/events.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import { NOTHING_GIVEN } from '../../builders/givens.ts';
import { officerView } from '#shared/contacts/shown/projection.ts';
import { day, instant } from '#shared/time/day.ts';
import { contactRecord } from '#server/contacts/queries.ts';
import { POP, ring } from '#server/contacts/heard/ring.ts';
import { factsOf } from '#server/contacts/show.ts';
import type { Database } from '#server/db/client.ts';
import { northmere as test } from '../flow.ts';

const AT = instant('2026-11-19T10:00:00Z');
const TODAY = day('2026-11-19');
const OFFICER = 'officer-priya';
const HEARD: readonly ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'phone',
		direction: 'inbound',
		presentation: 'allowed',
		dialled: null
	},
	{ type: 'offered', officerId: OFFICER, queue: 'council-tax' }
];
const SCREEN = { officerId: OFFICER, verbs: [], givens: NOTHING_GIVEN, at: AT, today: TODAY };

async function rungBy(number: string, database: Pick<Database, 'hotSql'>) {
	const rung = await ring(database.hotSql, {
		isFirst: true,
		newContactId: randomUUID(),
		source: 'asterisk',
		sourceContactId: number,
		presentation: 'allowed',
		callerNumber: number,
		callerName: null,
		officerIds: [OFFICER],
		isClosed: false,
		events: HEARD,
		tiles: [],
		at: AT,
		today: TODAY,
		term: 0
	});
	if (!rung) throw new Error('The pop was refused.');
	return rung;
}

describe('a pop', () => {
	test('shows of every number in Northmere what a reload shows', async ({ database }) => {
		const numbers = await database.sql<{ e164: string }[]>`
			select distinct e164 from customer_phones union all select '+441632960999'`;
		const kinds = new Set<string>();
		for (const { e164 } of numbers) {
			const rung = await rungBy(e164, database);
			const read = await contactRecord(database.sql, { contactId: rung.contactId, today: TODAY });
			if (!read) throw new Error('The contact was not written.');
			const { people, count, drafts } = rung;
			for (const mayOpenRestricted of [false, true]) {
				const audience = { ...SCREEN, mayOpenRestricted };
				const reloaded = officerView(factsOf(read), audience);
				expect(officerView({ ...factsOf(read), people, count, drafts }, audience)).toEqual(
					reloaded
				);
				kinds.add(reloaded.people.kind);
			}
			expect(foldContact(read.events).version).toBe(rung.version);
		}
		expect([...kinds].sort()).toEqual(['likely', 'matched', 'nobody', 'several']);
	});

	test('reads no name of another, no payment, no address', async ({ database }) => {
		const { people } = await rungBy('+447700900142', database);
		expect(people).toMatchObject([{ address: null, email: null, phone: null }]);
		const debts = people.flatMap((person) => person.debts ?? []);
		expect(debts.length).toBeGreaterThan(0);
		for (const debt of debts) {
			expect(debt).toMatchObject({ others: [], lastPayment: null });
			expect(debt).not.toHaveProperty('agreed');
		}
	});

	test('goes by the indexes, however few there are', async ({ database, owner }) => {
		await owner`analyze`;
		const plan = await database.hotSql.unsafe(`explain (generic_plan) ${POP}`);
		const lines = plan.map((row) => String(row['QUERY PLAN']));
		expect(lines.filter((line) => line.includes('Index Scan')).length).toBeGreaterThan(3);
		expect(lines.filter((line) => line.includes('Seq Scan'))).toEqual([]);
	});
});
