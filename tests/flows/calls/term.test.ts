/** What was heard is written with the term of whoever listened, and an older one writes nothing at all. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ring, type Ring } from '#server/contacts/heard/ring.ts';
import type { RawSql } from '#server/db/client.ts';
import { day, instant } from '#shared/time/day.ts';
import { test } from '../flow.ts';
import { officersWritten } from '../people.ts';

const SOURCE = 'asterisk';
const STARTED = {
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation: 'unknown',
	dialled: null
} as const;

function call(term: number, number = 'call-1'): Ring {
	return {
		isFirst: true,
		newContactId: randomUUID(),
		source: SOURCE,
		sourceContactId: number,
		presentation: 'unknown',
		callerNumber: null,
		callerName: null,
		officerIds: ['priya'],
		isClosed: false,
		events: [STARTED],
		tiles: [{ officerId: 'priya', presence: 'ringing', contactId: null, step: null }],
		at: instant('2026-11-19T10:00:00Z'),
		today: day('2026-11-19'),
		term
	};
}

/** Everything a pop writes. */
async function written(sql: RawSql) {
	const [found] = await sql`
		select (select count(*)::int from contacts) as contacts,
			(select count(*)::int from contact_events) as lines,
			(select version::int from tiles where officer_id = 'priya') as tile`;
	return found;
}

test('an older term is refused whole, and so is one that nobody has taken', async ({
	database: { sql, hotSql },
	owner
}) => {
	await officersWritten(owner);
	await sql`insert into switch_terms (source, term) values (${SOURCE}, 4)`;
	const before = await written(sql);
	for (const term of [0, 3, 5]) expect(await ring(hotSql, call(term))).toBeNull();
	expect(await written(sql)).toEqual(before);
	expect(await ring(hotSql, call(4))).toMatchObject({
		version: 1,
		tiles: [{ officerId: 'priya' }]
	});
});

test('a write that waits for the switch to be taken is refused once it is', async ({
	database: { sql, hotSql }
}) => {
	const before = await written(sql);
	const late = await sql.begin(async (taking) => {
		await taking`update switch_terms set term = term + 1 where source = ${SOURCE}`;
		const ringing = ring(hotSql, call(4, 'call-2'));
		await expect
			.poll(async () => (await taking`select from pg_locks where not granted`).length)
			.toBeGreaterThan(0);
		return { ringing };
	});
	expect(await late.ringing).toBeNull();
	expect(await written(sql)).toEqual(before);
});
