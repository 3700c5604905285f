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

/** Of each number, of the last customer who has it. */
const NOTES = [
	['own', '2026-11-19'],
	['household', '2027-11-19'],
	['speaker', '2026-11-19'],
	['only-own', '2027-01-01'],
	['speaker', '2026-11-18']
] as const;

const WHAT_NOTES_SHOW = [
	'household 2027-11-19 several',
	'only-own 2027-01-01 likely',
	'only-own 2027-01-01 unconfirmed',
	'own 2026-11-19 likely',
	'own 2026-11-19 several',
	'speaker 2026-11-18 likely',
	'speaker 2026-11-18 several',
	'speaker 2026-11-19 likely',
	'speaker 2026-11-19 speaker',
	'speaker 2026-11-19 unconfirmed'
];

async function sharedBySome({ sql }: Pick<Database, 'sql'>): Promise<string[]> {
	const rows = await sql<{ e164: string }[]>`select e164 from customer_phones where to_on is null
		group by e164 having count(distinct customer_id) between 2 and 4 order by e164 limit 3`;
	return rows.map(({ e164 }) => e164);
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

	test('shows what a reload shows of numbers that were noted as somebody’s, and of notes that ran out', async ({
		database,
		owner
	}) => {
		const kinds = new Set<string>();
		for (const [belongs, until] of NOTES) {
			await owner`update customer_phones p set belongs = ${belongs}, belongs_until = ${until},
				noted_at = ${AT}, noted_by = 'priya', noted_in = gen_random_uuid()
				where p.id in (select distinct on (e164) id from customer_phones order by e164, id desc)`;
			for (const number of ['+447700900142', ...(await sharedBySome(database))]) {
				const rung = await rungBy(number, database);
				const read = await contactRecord(database.sql, { contactId: rung.contactId, today: TODAY });
				if (!read) throw new Error('The contact was not written.');
				const { people, count, drafts } = rung;
				const audience = { ...SCREEN, mayOpenRestricted: true };
				const reloaded = officerView(factsOf(read), audience);
				expect(officerView({ ...factsOf(read), people, count, drafts }, audience)).toEqual(
					reloaded
				);
				const { people: shown } = reloaded;
				kinds.add(`${belongs} ${until} ${shown.kind === 'matched' ? shown.because : shown.kind}`);
			}
		}
		await owner`update customer_phones set belongs = null, belongs_until = null, noted_at = null,
			noted_by = null, noted_in = null`;
		expect([...kinds].sort()).toEqual(WHAT_NOTES_SHOW);
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
