/**
 * A death told in one contact and an agreement committed in another, about people who owe one debt together, at the
 * same moment: the one waits for the other, both are in the books, and neither is thrown away by the database.
 */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { customerNamed, kellyOffers, shownFor } from '../agreeing.ts';
import { asked, contactWith } from '../contact-written.ts';
import { AT, northmereProduct as test } from '../product.ts';

/** Kelly chosen, Dean's death told by whoever rings. */
async function aboutKelly(
	owner: postgres.Sql,
	contactId: string
): Promise<{
	end: readonly { key: string; body: OfficerEvent; words?: Record<string, string> }[];
}> {
	const customerId = await customerNamed(owner, 'Kelly Ashworth');
	await owner`update contacts set customer_id = ${customerId}, version = 3 where id = ${contactId}`;
	await owner`insert into contact_events (contact_id, seq, type, at, body) values (${contactId}, 3,
		'customerChosen', ${AT}, ${JSON.stringify({ customerId, how: 'search' })}::text::jsonb)`;
	const words = { who: 'Dean Ashworth', when: '3 November', teller: 'His sister' };
	return {
		end: [
			{ key: randomUUID(), body: { type: 'requestTaken', request: 'death' }, words },
			{ key: randomUUID(), body: { type: 'conversationEnded' } },
			{ key: randomUUID(), body: { type: 'wrappedUp' } }
		]
	};
}

/** Until this many wait for a lock that another has. */
async function untilWaiting(owner: postgres.Sql, count: number): Promise<void> {
	for (let tries = 0; tries < 200; tries += 1) {
		const [row] = await owner<{ waiting: number }[]>`
			select count(distinct l.pid)::int as waiting from pg_locks l
				join pg_stat_activity a on a.pid = l.pid
			where not l.granted and a.datname = current_database()`;
		if ((row?.waiting ?? 0) >= count) return;
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error(`There are not ${count} waiting.`);
}

describe('a death and a commit at once', () => {
	test('wait for each other and are both written', async ({ product, owner, database }) => {
		const scene = { product, owner };
		const committing = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, committing);
		const [first = '', second = ''] = [
			await contactWith(scene, { channel: 'desk', who: 'daniel' }),
			await contactWith(scene, { channel: 'desk', who: 'daniel' })
		].toSorted();
		await aboutKelly(owner, first);
		const { end } = await aboutKelly(owner, second);
		const [taken, released] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
		// The commit has the debts and waits here, before the contact in which the death is told.
		const holding = database.sql.begin(async (held) => {
			await held`select from contacts where id = ${first} for update`;
			taken.resolve(null);
			await released.promise;
		});
		await taken.promise;
		const { outcomes } = asked(product);
		const committed = outcomes.commit({ contactId: committing, key: randomUUID(), shown });
		const { contacts } = asked(product, 'daniel');
		let told: ReturnType<typeof contacts.act> | undefined;
		try {
			await untilWaiting(owner, 1);
			told = contacts.act({ contactId: second, events: [...end] });
			await untilWaiting(owner, 2);
		} finally {
			released.resolve(null);
			await holding;
		}
		expect(await committed).toMatchObject({ ok: true });
		expect(await told).toMatchObject({ ok: true });
		const dean = await customerNamed(owner, 'Dean Ashworth');
		const [person] = await owner`select died_on::text as on from customers where id = ${dean}`;
		expect(person).toEqual({ on: '2026-11-03' });
		const [change] = await owner<{ id: string }[]>`
			select id from record_changes where contact_id = ${second} and kind = 'death'`;
		expect(await asked(product, 'ruth').changes.undo({ changeId: change?.id ?? '' })).toMatchObject(
			{
				ok: true
			}
		);
	});
});
