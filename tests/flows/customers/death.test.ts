/**
 * A death is reported by whoever rings, without a check: every debt of that person is held, each source is told to stop
 * and of the death, nothing more is disclosed, and it can be taken back while no system has been told of it.
 */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { fixedClock } from '#server/clock.ts';
import { matchPublished } from '#server/imports/after.ts';
import { restartEnded } from '#server/letters/restart.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { addDays, day, instantInLondon, type Day } from '#shared/time/day.ts';
import { customerNamed } from '../agreeing.ts';
import { asked, contactWith } from '../contact-written.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';
import { takenIn } from '../imports/taken-in.ts';

const DEAN = 'Dean Ashworth';

/** Somebody rings from Kelly's number, says this, and has gone. */
async function reported(
	{ product, owner }: { product: Product; owner: postgres.Sql },
	words: Record<string, string>
): Promise<string> {
	const contactId = await contactWith({ product, owner }, { channel: 'desk' });
	const customerId = await customerNamed(owner, 'Kelly Ashworth');
	await owner`update contacts set customer_id = ${customerId}, version = 3 where id = ${contactId}`;
	await owner`insert into contact_events (contact_id, seq, type, at, body) values (${contactId}, 3,
		'customerChosen', ${AT}, ${JSON.stringify({ customerId, how: 'search' })}::text::jsonb)`;
	const sent = (body: OfficerEvent, said?: Record<string, string>) => ({
		key: randomUUID(),
		body,
		...(said ? { words: said } : {})
	});
	const answer = await asked(product).contacts.act({
		contactId,
		events: [
			sent({ type: 'requestTaken', request: 'death' }, words),
			sent({ type: 'conversationEnded' }),
			sent({ type: 'wrappedUp' })
		]
	});
	expect(answer).toMatchObject({ ok: true });
	return contactId;
}

const changesOf = (owner: postgres.Sql, contactId: string) =>
	owner<{ id: string; on: string | null; customerId: string }[]>`
		select id, effective_on::text as on, customer_id as "customerId" from record_changes
		where contact_id = ${contactId}`;

const TOLD = { who: DEAN, when: '3 November', teller: 'His sister, 07700 900555' };

describe('a death', () => {
	test('of whoever owes with them holds all their debts, and can be taken back', async ({
		product,
		owner
	}) => {
		const dean = await customerNamed(owner, DEAN);
		const contactId = await reported({ product, owner }, TOLD);
		const [change] = await changesOf(owner, contactId);
		expect(change).toMatchObject({ on: '2026-11-03', customerId: dean });
		const [person] = await owner`select died_on::text as on from customers where id = ${dean}`;
		expect(person).toEqual({ on: '2026-11-03' });
		const held = () => owner`select debt_id from holds where customer_id = ${dean}
			and kind = 'deceased' and lifted_at is null order by debt_id`;
		const owed = await owner`select debt_id from liabilities where customer_id = ${dean}
			order by debt_id`;
		expect(await held()).toEqual(owed);
		const stops = await owner`select kind, because from instructions
			where contact_id = ${contactId} and debt_id is not null`;
		expect(stops).toHaveLength(owed.length);
		const systems =
			await owner`select state from instructions where change_id = ${change?.id ?? ''}`;
		expect(systems.length).toBeGreaterThan(0);

		expect(await changesOf(owner, await reported({ product, owner }, TOLD))).toEqual([]);

		const changeId = change?.id ?? '';
		expect(await asked(product, 'daniel').changes.undo({ changeId })).toEqual({
			ok: false,
			because: 'not-yours'
		});
		expect(await asked(product, 'ruth').changes.undo({ changeId })).toMatchObject({ ok: true });
		expect(await held()).toEqual([]);
		const [again] = await owner`select died_on from customers where id = ${dean}`;
		expect(again).toEqual({ died_on: null });
		const { db, clock } = product.app;
		const restarted = await inTransaction(db, (tx) =>
			restartEnded(tx, { today: clock.today(), at: AT })
		);
		expect(restarted).toBe(owed.length);
	});

	test('whose day cannot be is reported without one', async ({ product, owner }) => {
		const contactId = await reported({ product, owner }, { ...TOLD, when: '31 February' });
		const [change] = await changesOf(owner, contactId);
		expect(change?.on).toBeNull();
		await asked(product).changes.undo({ changeId: change?.id ?? '' });
	});

	test('of nobody we can tell changes no record', async ({ product, owner }) => {
		const contactId = await reported({ product, owner }, { ...TOLD, who: 'my poor mother' });
		expect(await changesOf(owner, contactId)).toEqual([]);
	});

	test('is confirmed by the extract that has its day, and by no other', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const dean = await customerNamed(owner, DEAN);
		const contactId = await reported({ product, owner }, TOLD);
		const [change] = await changesOf(owner, contactId);
		await owner`update instructions set state = 'told' where change_id = ${change?.id ?? ''}`;
		const [record] = await owner<{ key: string }[]>`
			select r.key from links l join records r on r.id = l.record_id
			where l.customer_id = ${dean} and r.source = 'revenues'`;
		let on = day('2026-11-17');
		const stands = async (diedOn: Day | null) => {
			on = addDays(on, 1);
			const person = { kind: 'person', givenNames: 'Dean', familyName: 'Ashworth' };
			await takenIn(databaseUrl, {
				as: 'council-tax',
				on,
				lines: [['person', { ...person, key: record?.key ?? '', diedOn }]]
			});
			const [row] = await owner`select i.state, c.died_on::text as on from instructions i
				join customers c on c.id = i.customer_id
				where i.change_id = ${change?.id ?? ''} and i.source = 'revenues'`;
			return row;
		};
		expect(await stands(null)).toEqual({ state: 'told', on: '2026-11-03' });
		expect(await stands(day('2026-11-04'))).toEqual({ state: 'told', on: '2026-11-03' });
		expect(await stands(day('2026-11-03'))).toEqual({ state: 'confirmed', on: '2026-11-03' });
		// Their system took it back: nobody has died of whom nobody says so.
		expect(await stands(null)).toEqual({ state: 'confirmed', on: null });
	});

	test('that only an extract tells of holds every stream until it takes it back', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const [one] = await owner<
			{ id: string; key: string; givenNames: string; familyName: string }[]
		>`
			select c.id, r.key, r.given_names as "givenNames", r.family_name as "familyName"
			from customers c join links k on k.customer_id = c.id join records r on r.id = k.record_id
			where r.source = 'revenues' and c.kind = 'person' and c.died_on is null
				and not exists (select from holds h where h.customer_id = c.id)
				and (select count(distinct d.stream) from liabilities l join debts d on d.id = l.debt_id
					where l.customer_id = c.id) > 1
			order by c.id limit 1`;
		if (!one) throw new Error('Nobody owes in two streams.');
		let on = day('2026-11-25');
		const holdsAfter = async (diedOn: Day | null) => {
			on = addDays(on, 1);
			const { key, givenNames, familyName } = one;
			const person = { kind: 'person', key, givenNames, familyName, diedOn };
			await takenIn(databaseUrl, { as: 'council-tax', on, lines: [['person', person]] });
			const clock = fixedClock(instantInLondon(addDays(on, 1), '10:05'));
			await matchPublished({ url: databaseUrl, clock, sql: product.app.db.sql });
			const [row] = await owner<{ debts: number; held: number; told: number }[]>`
				select count(*)::int as debts, count(h.id)::int as held, count(i.id)::int as told
				from liabilities l
				left join holds h on h.debt_id = l.debt_id and h.customer_id = l.customer_id
					and h.kind = 'deceased' and h.lifted_at is null
				left join instructions i on i.debt_id = l.debt_id and i.customer_id = l.customer_id
					and i.kind = 'stop'
				where l.customer_id = ${one.id}`;
			return row;
		};
		const before = await holdsAfter(null);
		expect(before).toMatchObject({ held: 0, told: 0 });
		const all = { debts: before?.debts, held: before?.debts, told: before?.debts };
		expect(await holdsAfter(day('2026-11-03'))).toEqual(all);
		// The next night says the same, and nothing is held twice.
		expect(await holdsAfter(day('2026-11-03'))).toEqual(all);
		expect(await holdsAfter(null)).toMatchObject({ held: 0 });
	});
});
