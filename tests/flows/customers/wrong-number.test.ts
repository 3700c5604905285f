/**
 * The product rings nobody and sends no texts, its sources do: one that has a number which is not the customer's is told
 * so in its next file, and told again when it is theirs after all. Meanwhile nobody is offered it to ring back.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { tellSources } from '#server/letters/tell-sources.ts';
import { instant } from '#shared/time/day.ts';
import { asked, contactWith } from '../contact-written.ts';
import { personWritten } from './identity-people.ts';
import { AT, test, type Product } from '../product.ts';

type Flow = { product: Product; owner: postgres.Sql };

async function knownTo(
	{ owner }: Flow,
	{ source, customerId, e164 }: { source: string; customerId: string; e164: string | null }
): Promise<void> {
	const id = randomUUID();
	await owner`insert into records (id, source, key, kind, given_names, family_name, e164, first_on, last_on)
		values (${id}, ${source}, ${id}, 'person', '', 'Holt', ${e164}, '2026-11-01', '2026-11-19')`;
	await owner`insert into links (record_id, customer_id, score, reasons, linked_at)
		values (${id}, ${customerId}, 1000, '[]', ${AT})`;
}

/** Past the ten minutes in which it can be undone. */
const LATER = instant('2026-11-19T10:20:00Z');

async function linesFor({ product }: Flow, text: string): Promise<string[]> {
	const { db: database, env } = product.app;
	const folder = env.outboxDir;
	await tellSources({ database, folder, clock: fixedClock(LATER), isDemo: false });
	return readdirSync(folder)
		.filter((name) => name.endsWith('.csv'))
		.toSorted()
		.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\r\n'))
		.filter((line) => line.includes(text));
}

/** What an officer who is to ring them back would ring. */
async function ringsBack(
	{ product, owner }: Flow,
	{ customerId, contactId }: { customerId: string; contactId: string }
): Promise<string | null> {
	const [by] = await owner<{ id: string }[]>`select id from auth_user where name = 'Priya Shah'`;
	const id = randomUUID();
	await owner`insert into callbacks (id, contact_id, customer_id, owner_id, due_at, note, state)
		values (${id}, ${contactId}, ${customerId}, ${by?.id ?? ''}, ${AT}, '', 'due')`;
	const { callbacks } = await asked(product).monitoring.work();
	await owner`delete from callbacks where id = ${id}`;
	return callbacks.find((one) => one.id === id)?.person.phone ?? null;
}

describe('a number that is not theirs', () => {
	test('is told to the system that has it, in its next file, and told again when it is theirs', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const number = '+447700900189';
		const mina = await personWritten(owner, { familyName: 'Holt', numbers: [number] });
		await knownTo(flow, { source: 'housing', customerId: mina, e164: number });
		await knownTo(flow, { source: 'parking', customerId: mina, e164: null });
		const contactId = await contactWith(flow, { number });
		const { contacts } = asked(product);
		expect(await ringsBack(flow, { customerId: mina, contactId })).toBe(number);
		const says = (type: 'requestTaken' | 'requestWithdrawn') => {
			const body = { type, request: 'wrong-number' } as const;
			const words = type === 'requestTaken' ? { heard: 'Not me.' } : {};
			return contacts.act({ contactId, events: [{ key: randomUUID(), body, words }] });
		};
		const told = async () => {
			const rows = await owner<{ source: string; because: string; state: string }[]>`
				select i.source, i.because, i.state from instructions i
				where i.customer_id = ${mina} order by i.id`;
			return rows.map(({ source, because, state }) => `${source} ${because} ${state}`);
		};
		// Taken back while nobody has been told: nobody is.
		await says('requestTaken');
		expect(await told()).toEqual(['housing wrong-number to-send']);
		await says('requestWithdrawn');
		expect(await told()).toEqual(['housing wrong-number withdrawn']);
		await says('requestTaken');
		const lines = async () => linesFor(flow, '07700 900189');
		expect(await lines()).toEqual([
			expect.stringMatching(/,change,wrong-number,[^,]+,,2026-11-19,none,phone,07700 900189,$/)
		]);
		expect(await ringsBack(flow, { customerId: mina, contactId })).toBeNull();
		await says('requestWithdrawn');
		expect(await lines()).toEqual([
			expect.anything(),
			expect.stringMatching(/,change,phone,[^,]+,,2026-11-19,none,phone,,07700 900189$/)
		]);
		expect((await told()).slice(1)).toEqual(['housing wrong-number told', 'housing phone told']);
	});
});
