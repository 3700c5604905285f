/**
 * Whose a number is, noted after the check: what the next pop from it shows, until when, taken back, and never where the
 * network did not let the number through.
 */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import type { Belongs } from '#shared/customers/number/belonging.ts';
import { fixedClock } from '#server/clock.ts';
import { forgetCaller } from '#server/contacts/heard/forget-caller.ts';
import { day } from '#shared/time/day.ts';
import { asked, contactWith, logOf } from '../contact-written.ts';
import { AT, test, type Product } from '../product.ts';
import { debtWritten, personWritten } from './identity-people.ts';

const SHARED = '+447700900721';
const ELSEWHERE = '+447700900722';
const OFFICE = '+447700900723';

let nadia = '';
let omar = '';

type Flow = { product: Product; owner: postgres.Sql };

beforeEach<{ owner: postgres.Sql }>(async ({ owner }) => {
	await owner`update customer_phones set to_on = '2026-01-01' where source = 'noted'`;
	await owner`update customer_phones set belongs = null, belongs_until = null, noted_at = null,
		noted_by = null, noted_in = null`;
	if (nadia !== '') return;
	const address: [string, string] = ['8 Cooper Street', 'NM1 4GH'];
	nadia = await personWritten(owner, {
		...{ givenNames: 'Nadia', familyName: 'Farouk', bornOn: '1990-02-01' },
		address,
		numbers: [SHARED]
	});
	omar = await personWritten(owner, {
		givenNames: 'Omar',
		familyName: 'Farouk',
		numbers: [SHARED]
	});
	await debtWritten(owner, { liable: [nadia], reference: '7744001122', instalment: 9900 });
	await debtWritten(owner, { liable: [omar], reference: '7744001133', instalment: 4400 });
});

/** Nadia on this number, who has passed the check. */
async function nadiaOn(flow: Flow, number: string | null): Promise<string> {
	const contactId = await contactWith(flow, number === null ? {} : { number });
	const { contacts } = asked(flow.product);
	await contacts.search({ contactId, typed: '7744001122' });
	const body = { type: 'customerChosen', customerId: nadia, how: 'search' } as const;
	await contacts.act({ contactId, events: [{ key: randomUUID(), body }] });
	for (const [question, said] of [
		['full-name', 'Nadia Farouk'],
		['address', '8 Cooper Street NM1 4GH'],
		['reference', '7744001122']
	] as const) {
		await contacts.identity.answer({ contactId, key: randomUUID(), question, said });
	}
	return contactId;
}

function noted({ product }: Flow, contactId: string, belongs: Belongs) {
	return asked(product).customers.care.noteNumber({ contactId, belongs });
}

/** What a call from it shows before the check. */
async function popFrom(flow: Flow, number: string) {
	const contactId = await contactWith(flow, { number });
	return (await asked(flow.product).contacts.view({ contactId }))?.people;
}

async function notesIn({ owner }: Flow): Promise<string[]> {
	const rows = await owner<{ act: string; belongs: string | null }[]>`
		select act, detail ->> 'belongs' as belongs from audit
		where customer_id = ${nadia} and act like 'customers.number-note%' order by id`;
	return rows.map(({ act, belongs }) => [act, belongs].filter(Boolean).join(' '));
}

describe('a number of two customers', () => {
	test('is first of whoever it was noted for, and nothing of anybody shows before a choice', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		expect(await popFrom(flow, SHARED)).toMatchObject({ kind: 'several', isHousehold: false });
		const contactId = await nadiaOn(flow, SHARED);
		expect(await noted(flow, contactId, 'own')).toEqual({ ok: true });
		const pop = await popFrom(flow, SHARED);
		expect(pop).toMatchObject({
			kind: 'several',
			candidates: [
				{ customerId: nadia, name: 'N•••• F••••', isOwn: true },
				{ customerId: omar, name: 'O•••• F••••' }
			]
		});
		expect(JSON.stringify(pop)).not.toMatch(/Nadia|Farouk|9900|7744001122/);
		const known = (await asked(product).contacts.view({ contactId }))?.people;
		const note = { belongs: 'own', untilOn: '2027-11-19', notedOn: '2026-11-19', by: 'Priya Shah' };
		expect(known).toMatchObject({ kind: 'known', person: { numberNote: note } });
		expect(await asked(product).contacts.singleView({ contactId })).toMatchObject({
			whole: { numbers: [{ number: SHARED, note }] }
		});
		expect(await logOf(owner, contactId)).not.toContain(SHARED);
		expect(JSON.stringify(await owner`select * from audit`)).not.toContain(SHARED);
	});

	test('is one’s alone where it is wrong on the other record, whose own link stays', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		await noted(flow, await nadiaOn(flow, SHARED), 'only-own');
		expect(await popFrom(flow, SHARED)).toMatchObject({
			kind: 'likely',
			person: { customerId: nadia, name: 'N•••• F••••' },
			debts: { count: 1 }
		});
		const [held] = await owner`select to_on from customer_phones where customer_id = ${omar}`;
		expect(held).toEqual({ to_on: null });
	});

	test('says what the records say again when the note runs out, or is taken back', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await nadiaOn(flow, SHARED);
		const before = (await notesIn(flow)).length;
		await noted(flow, contactId, 'only-own');
		await owner`update customer_phones set belongs_until = '2026-11-18' where belongs is not null`;
		expect(await popFrom(flow, SHARED)).toMatchObject({ kind: 'several' });
		await noted(flow, contactId, 'only-own');
		expect(await popFrom(flow, SHARED)).toMatchObject({ kind: 'likely' });
		const { care } = asked(product).customers;
		expect(await care.takeNoteBack({ contactId, number: SHARED })).toEqual({ ok: true });
		expect(await popFrom(flow, SHARED)).toMatchObject({ kind: 'several' });
		expect(await care.takeNoteBack({ contactId, number: SHARED })).toMatchObject({
			because: 'not-noted'
		});
		expect((await notesIn(flow)).slice(before)).toEqual([
			'customers.number-noted only-own',
			'customers.number-noted only-own',
			'customers.number-note-taken-back'
		]);
	});

	test('that is reported wrong takes its note with it', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await nadiaOn(flow, SHARED);
		await noted(flow, contactId, 'only-own');
		const { care } = asked(product).customers;
		expect(await care.wrongNumber({ contactId, number: SHARED })).toEqual({ ok: true });
		expect(await popFrom(flow, SHARED)).toMatchObject({ kind: 'matched', customerId: omar });
		expect(await noted(flow, contactId, 'own')).toMatchObject({ because: 'reported-wrong' });
		expect(await care.theirNumber({ contactId, number: SHARED })).toEqual({ ok: true });
		expect(await popFrom(flow, SHARED)).toMatchObject({ kind: 'several', isHousehold: false });
	});
});

describe('a number that no record has', () => {
	test('pops whom it was noted for, is not rung, and is nobody’s a year later', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await nadiaOn(flow, ELSEWHERE);
		expect(await popFrom(flow, ELSEWHERE)).toEqual({ kind: 'nobody' });
		await noted(flow, contactId, 'own');
		expect(await popFrom(flow, ELSEWHERE)).toMatchObject({
			kind: 'likely',
			person: { customerId: nadia }
		});
		const known = (await asked(product).contacts.view({ contactId }))?.people;
		expect(known).toMatchObject({ person: { phone: SHARED, reach: { numbers: [SHARED] } } });
		const [row] =
			await owner`select to_on::text as until from customer_phones where e164 = ${ELSEWHERE}
			and source = 'noted' and belongs is not null`;
		expect(row).toEqual({ until: day('2027-11-19') });
		await owner`update customer_phones set belongs_until = '2026-11-18', to_on = '2026-11-18'
			where e164 = ${ELSEWHERE}`;
		expect(await popFrom(flow, ELSEWHERE)).toEqual({ kind: 'nobody' });
	});

	test('of a household lists whom it was noted for, and means nobody', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		await noted(flow, await nadiaOn(flow, ELSEWHERE), 'household');
		expect(await popFrom(flow, ELSEWHERE)).toMatchObject({
			kind: 'several',
			isHousehold: true,
			candidates: [{ customerId: nadia }]
		});
		const contactId = await contactWith(flow, { number: ELSEWHERE });
		expect(await asked(product).contacts.identity.check({ contactId })).toMatchObject({
			because: 'nobody-chosen'
		});
	});

	test('of whoever speaks for them names no customer, and shows nothing of one who is chosen', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		await noted(flow, await nadiaOn(flow, OFFICE), 'speaker');
		expect(await popFrom(flow, OFFICE)).toEqual({
			kind: 'matched',
			customerId: null,
			because: 'speaker'
		});
		const contactId = await contactWith(flow, { number: OFFICE });
		const { contacts } = asked(product);
		await contacts.search({ contactId, typed: '7744001122' });
		const body = { type: 'customerChosen', customerId: nadia, how: 'search' } as const;
		await contacts.act({ contactId, events: [{ key: randomUUID(), body }] });
		expect((await contacts.view({ contactId }))?.people).toMatchObject({ because: 'unconfirmed' });
	});
});

describe('is refused', () => {
	test('for a number that was withheld, and before the check', async ({ product, owner }) => {
		const flow = { product, owner };
		const withheld = await nadiaOn(flow, null);
		expect(await noted(flow, withheld, 'own')).toEqual({ ok: false, because: 'no-number' });
		const early = await contactWith(flow, { number: SHARED });
		expect(await noted(flow, early, 'own')).toMatchObject({ because: 'nobody-chosen' });
		expect(await owner`select from customer_phones where belongs is not null`).toHaveLength(0);
	});

	test('and forgotten where the caller forbids the number after all', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await nadiaOn(flow, ELSEWHERE);
		await noted(flow, contactId, 'own');
		const { db: database, log } = product.app;
		forgetCaller({ contactId, number: ELSEWHERE }, { database, log, clock: fixedClock(AT) });
		await expect
			.poll(
				() => owner`select from customer_phones where e164 = ${ELSEWHERE} and belongs is not null`
			)
			.toHaveLength(0);
		expect(await popFrom(flow, ELSEWHERE)).toEqual({ kind: 'nobody' });
	});
});
