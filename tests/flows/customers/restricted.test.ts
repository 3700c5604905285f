/** Restricted records: to whom they open, and that every attempt to reach one is on the record. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { asked, contactWith } from '../contact-written.ts';
import { debtWritten, personWritten } from './identity-people.ts';
import { test, type Product } from '../product.ts';

const NUMBER = '+447700900633';
let ines = '';

beforeEach<{ owner: postgres.Sql }>(async ({ owner }) => {
	if (ines !== '') return;
	ines = await personWritten(owner, {
		givenNames: 'Ines',
		familyName: 'Quellin',
		isRestricted: true,
		address: ['3 Weir Court', 'NM2 2AB'],
		numbers: [NUMBER]
	});
	await debtWritten(owner, { liable: [ines], reference: '7733990044', instalment: 7150 });
});

type Flow = { product: Product; owner: postgres.Sql };

/** `refused search`, in the order they were made, and the record emptied of them by counting from there. */
async function attempts({ owner }: Flow, who: string, product: Product): Promise<string[]> {
	const rows = await owner<{ act: string; way: string }[]>`
		select act, detail ->> 'way' as way from audit
		where customer_id = ${ines} and officer_id = ${product.people[who]?.id ?? ''}
			and act like 'customers.restricted-%' order by id`;
	return rows.map(({ act, way }) => `${act.replace('customers.restricted-', '')} ${way}`);
}

const chosen = (how: 'search' | 'picker') => {
	const body: OfficerEvent = { type: 'customerChosen', customerId: ines, how };
	return { key: randomUUID(), body };
};

describe('to an officer', () => {
	test('a search never says that there is one, and is on the record', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, {});
		for (const typed of ['7733990044', 'quellin', 'ines weir court', 'quelin']) {
			const answer = await asked(product).contacts.search({ contactId, typed });
			expect(answer).toEqual({ ok: true, result: { found: [], hasMore: false } });
		}
		const refused = (await attempts({ product, owner }, 'priya', product)).filter(
			(attempt) => attempt === 'refused search'
		);
		expect(refused).toHaveLength(4);
	});

	test('the check, a document and a choice are refused and noted', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: NUMBER, channel: 'phone' });
		const { contacts } = asked(product);
		const refused = { ok: false, because: 'restricted' };
		expect(await contacts.identity.check({ contactId })).toEqual(refused);
		expect(await contacts.identity.check({ contactId })).toEqual(refused);
		const passport = { contactId, key: randomUUID(), document: 'passport' } as const;
		expect(await contacts.identity.document(passport)).toEqual(refused);
		await contacts.act({ contactId, events: [chosen('picker')] });
		expect(await contacts.view({ contactId })).toMatchObject({ people: { because: 'restricted' } });
		const noted = (await attempts({ product, owner }, 'priya', product)).slice(4);
		expect(noted).toEqual(['refused check', 'refused documents', 'refused choice']);
	});

	test('the address of a colleague’s contact about one is refused and noted', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, { number: NUMBER, who: 'ruth' });
		await owner`update contacts set customer_id = ${ines} where id = ${contactId}`;
		await expect(asked(product, 'daniel').contacts.view({ contactId })).rejects.toMatchObject({
			code: 'FORBIDDEN'
		});
		expect(await attempts({ product, owner }, 'daniel', product)).toEqual(['refused link']);
	});
});

describe('to a leader', () => {
	test('it is found and opened, and that is on the record too', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { who: 'ruth' });
		const { contacts } = asked(product, 'ruth');
		const answer = await contacts.search({ contactId, typed: 'quellin' });
		expect(answer.ok && answer.result.found).toMatchObject([{ customerId: ines, accountCount: 1 }]);
		await contacts.act({ contactId, events: [chosen('search')] });
		expect(await contacts.identity.check({ contactId })).toMatchObject({ ok: true });
		const noted = await attempts({ product, owner }, 'ruth', product);
		expect(noted).toEqual(expect.arrayContaining(['opened search', 'opened check']));
		expect(noted.some((attempt) => attempt.endsWith(' choice'))).toBe(true);
	});

	test('its records are not taken apart or looked up among others', async ({ product, owner }) => {
		const { customers } = asked(product, 'ruth');
		expect(await customers.joined({ reference: '7733990044' })).toEqual([]);
		expect(await attempts({ product, owner }, 'ruth', product)).toContain('refused records');
	});
});
