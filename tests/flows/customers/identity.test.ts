/** The identity check and the search, by the router and real Postgres: what passes, what stops, what never leaves. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import { setPassword } from '#server/customers/password.ts';
import { inTransaction } from '#server/db/transaction.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import type { Question } from '#shared/customers/check/questions.ts';
import { day } from '#shared/time/day.ts';
import { asked, contactWith, logOf } from '../contact-written.ts';
import { debtWritten, personWritten } from './identity-people.ts';
import { test, type Product } from '../product.ts';

const OWN_NUMBER = '+447700900142';
const HOUSE_LINE = '+441632960142';
const STAFF_NUMBER = '+447700900774';

let kelly = '';
let dean = '';
let darren = '';
let cafe = '';

async function answers(
	product: Product,
	contactId: string,
	...given: [Question, string | null][]
): Promise<(string | undefined)[]> {
	const { contacts } = asked(product);
	const results: (string | undefined)[] = [];
	for (const [question, said] of given) {
		const key = randomUUID();
		const answer = await contacts.identity.answer({ contactId, key, question, said });
		results.push(
			answer.ok
				? (answer.check.questions.find((one) => one.question === question)?.result ?? undefined)
				: answer.because
		);
	}
	return results;
}

async function peopleOn(product: Product, contactId: string, name = 'priya') {
	return (await asked(product, name).contacts.view({ contactId }))?.people;
}

beforeEach<{ owner: postgres.Sql }>(async ({ owner }) => {
	if (kelly !== '') return;
	kelly = await personWritten(owner, {
		givenNames: 'Kelly',
		familyName: 'Ashworth',
		bornOn: '1987-03-14',
		needsExtraCheck: true,
		address: ['14 Lantern Row', 'NM4 7QT'],
		numbers: [OWN_NUMBER, HOUSE_LINE],
		formerName: 'Kelly Brannigan'
	});
	dean = await personWritten(owner, {
		givenNames: 'Dean',
		familyName: 'Ashworth',
		bornOn: '1985-06-08',
		needsExtraCheck: true,
		address: ["Flat 2, 7 Cooper's Yard", 'NM1 3DA'],
		numbers: [HOUSE_LINE]
	});
	darren = await personWritten(owner, {
		givenNames: 'Darren',
		familyName: 'Pike',
		isRestricted: true,
		address: ['5 School Lane', 'NM2 2AA'],
		numbers: [STAFF_NUMBER]
	});
	cafe = await personWritten(owner, {
		kind: 'organisation',
		familyName: 'Harbour Lane Café Ltd',
		address: ['2 Harbour Lane', 'NM1 4PD']
	});
	await debtWritten(owner, {
		liable: [kelly, dean],
		reference: '7710448261',
		title: 'Council Tax 2025 to 2026',
		paid: { by: kelly, amount: 4000, on: '2026-09-02', method: 'card' }
	});
	await debtWritten(owner, { liable: [kelly], reference: '7710448262', instalment: 11800 });
	await debtWritten(owner, { liable: [dean], reference: 'FT00518842', stream: 'invoice' });
	await debtWritten(owner, { liable: [darren], reference: '7710990001', instalment: 7150 });
	await debtWritten(owner, { liable: [cafe], reference: '40101277531', stream: 'business-rates' });
});

describe('Kelly, from her own number', () => {
	test('passes with four answers, one that only she should know', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		const before = await asked(product).contacts.identity.check({ contactId });
		expect(before).toMatchObject({
			ok: true,
			check: { standing: { is: 'open', matched: 0, needed: 4 }, mayCallBack: true }
		});
		const results = await answers(
			product,
			contactId,
			['full-name', 'Kelly Ashwroth'],
			['address', '14 lantern row nm47qt'],
			['date-of-birth', '14 3 87'],
			['reference', null],
			['last-payment', '40, 2 September']
		);
		expect(results).toEqual(['matches', 'matches', 'matches', 'declined', 'matches']);
		expect(await peopleOn(product, contactId)).toMatchObject({
			kind: 'known',
			person: { name: 'Kelly Ashworth', address: '14 Lantern Row, Northmere NM4 7QT' },
			debts: { count: 2 }
		});
		const [phone] = await owner`select confirmed_on::text from customer_phones
			where customer_id = ${kelly} and e164 = ${OWN_NUMBER}`;
		expect(phone?.['confirmed_on']).toBe('2026-11-19');
		const [other] = await owner`select confirmed_on from customer_phones
			where customer_id = ${kelly} and e164 = ${HOUSE_LINE}`;
		expect(other?.['confirmed_on']).toBeNull();
	});

	test('leaves nothing of what she said, in the log, the lines or what is sent', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		const said = { question: 'date-of-birth', said: '14 March 1987' } as const;
		const key = randomUUID();
		const answer = await asked(product).contacts.identity.answer({ contactId, key, ...said });
		const kept = await logOf(owner, contactId);
		for (const text of [kept, JSON.stringify(answer), product.lines.join('')]) {
			expect(text).not.toContain('March');
			expect(text).not.toContain('1987');
			expect(text).not.toContain('Lantern');
		}
		expect(kept).toContain('"question": "date-of-birth"'.replace(': ', ':'));
	});

	test('answers once however often it is sent, and no question twice', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		const sent = {
			contactId,
			key: randomUUID(),
			question: 'full-name',
			said: 'Kelly Ashworth'
		} as const;
		const { identity } = asked(product).contacts;
		const first = await identity.answer(sent);
		expect(await identity.answer(sent)).toEqual(first);
		expect(await answers(product, contactId, ['full-name', 'Kelly Ashworth'])).toEqual([
			'not-offered'
		]);
	});

	test('is not charged with a slip of the keys', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		const results = await answers(product, contactId, ['date-of-birth', '14'], ['instalment', 'x']);
		expect(results).toEqual(['unread', 'unread']);
		const after = await asked(product).contacts.identity.check({ contactId });
		expect(after).toMatchObject({ ok: true, check: { wrongToday: 0 } });
	});

	test('begins again when somebody else speaks', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		await answers(
			product,
			contactId,
			['full-name', 'Kelly Ashworth'],
			['address', '14 Lantern Row NM4 7QT'],
			['instalment', '118'],
			['reference', '7710 448 262']
		);
		expect((await peopleOn(product, contactId))?.kind).toBe('known');
		const speaker = { key: randomUUID(), body: { type: 'speakerChanged' } } as const;
		await asked(product).contacts.act({ contactId, events: [speaker] });
		expect((await peopleOn(product, contactId))?.kind).toBe('likely');
		const after = await asked(product).contacts.identity.check({ contactId });
		expect(after).toMatchObject({ ok: true, check: { standing: { is: 'open', matched: 0 } } });
	});

	test('may be known by a password she set, as it is said', async ({ product, owner }) => {
		await inTransaction(product.app.db, (tx) =>
			setPassword(tx, { customerId: kelly, password: 'Blue Kettle', on: day('2026-11-01') })
		);
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		expect(await answers(product, contactId, ['password', 'blue kettle'])).toEqual(['matches']);
		const kept = await owner`select * from customer_passwords`;
		expect(JSON.stringify(kept)).not.toMatch(/kettle/i);
	});
});

describe('Dean, on the line of the house they shared', () => {
	test('cannot pass as Kelly with all that he knows, nor try again today', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, { number: HOUSE_LINE });
		expect(await peopleOn(product, contactId)).toMatchObject({ kind: 'several' });
		const refused = await asked(product).contacts.identity.check({ contactId });
		expect(refused).toEqual({ ok: false, because: 'nobody-chosen' });
		const choice = { type: 'customerChosen', customerId: kelly, how: 'picker' } as const;
		await asked(product).contacts.act({
			contactId,
			events: [{ key: randomUUID(), body: choice }]
		});
		const results = await answers(
			product,
			contactId,
			['full-name', 'Kelly Ashworth'],
			['address', '14 Lantern Row NM4 7QT'],
			['date-of-birth', '14 3 87'],
			['reference', '7710 448 261'],
			['instalment', '88.50'],
			['last-payment', '40 card']
		);
		expect(results).toEqual(['matches', 'matches', 'matches', 'differs', 'differs', 'check-over']);
		expect(await peopleOn(product, contactId)).toEqual({
			kind: 'matched',
			customerId: kelly,
			because: 'check-stopped'
		});

		const again = await contactWith({ product, owner }, { number: OWN_NUMBER });
		expect(await answers(product, again, ['instalment', '118'])).toEqual(['check-over']);
		// A photograph shows who she is, whatever somebody else answered.
		const desk = await contactWith({ product, owner }, { channel: 'desk' });
		const contacts = asked(product).contacts;
		await contacts.search({ contactId: desk, typed: 'ashworth lantern' });
		const found = { type: 'customerChosen', customerId: kelly, how: 'search' } as const;
		await contacts.act({ contactId: desk, events: [{ key: randomUUID(), body: found }] });
		const shown = { contactId: desk, key: randomUUID(), document: 'passport' } as const;
		await contacts.identity.document(shown);
		expect((await peopleOn(product, desk))?.kind).toBe('known');
	});

	test('passes as himself with what only he has', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: HOUSE_LINE });
		const choice = { type: 'customerChosen', customerId: dean, how: 'picker' } as const;
		await asked(product).contacts.act({
			contactId,
			events: [{ key: randomUUID(), body: choice }]
		});
		await answers(
			product,
			contactId,
			['full-name', 'Dean Ashworth'],
			['address', '2/7 Coopers Yard NM1 3DA'],
			['date-of-birth', '8 June 85'],
			['reference', 'FT 0051 8842']
		);
		const people = await peopleOn(product, contactId);
		expect(people?.kind).toBe('known');
		const joint = people?.kind === 'known' && people.debts.debts.find((debt) => debt.jointWith);
		expect(joint).toMatchObject({
			reference: '7710448261',
			lastPayment: { on: null, amount: null }
		});
	});
});

describe('a contact of somebody else', () => {
	test('is refused, whatever is asked of it', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: OWN_NUMBER });
		const { contacts } = asked(product, 'daniel');
		const words = 'You cannot open this record.';
		await expect(contacts.identity.check({ contactId })).rejects.toThrow(words);
		await expect(contacts.search({ contactId, typed: 'ashworth' })).rejects.toThrow(words);
	});

	test('nobody is chosen by an id alone', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		for (const how of ['number', 'picker', 'search'] as const) {
			const choice = { type: 'customerChosen', customerId: kelly, how } as const;
			const events = [{ key: randomUUID(), body: choice }];
			expect(await asked(product).contacts.act({ contactId, events })).toEqual({
				ok: false,
				because: 'not-a-candidate'
			});
		}
	});
});

describe('a restricted record', () => {
	test('does not open to an officer, and does to a leader', async ({ product, owner }) => {
		const mine = await contactWith({ product, owner }, { number: STAFF_NUMBER });
		expect(await peopleOn(product, mine)).toMatchObject({ because: 'restricted' });
		const refused = await asked(product).contacts.identity.check({ contactId: mine });
		expect(refused).toEqual({ ok: false, because: 'restricted' });

		const hers = await contactWith({ product, owner }, { number: STAFF_NUMBER, who: 'ruth' });
		const leader = asked(product, 'ruth').contacts.identity;
		const key = () => randomUUID();
		const said = { contactId: hers } as const;
		await leader.answer({ ...said, key: key(), question: 'full-name', said: 'Darren Pike' });
		await leader.answer({ ...said, key: key(), question: 'reference', said: '7710990001' });
		await leader.answer({ ...said, key: key(), question: 'instalment', said: '71.50' });
		// Who is a leader is looked up every few seconds.
		await expect
			.poll(() => peopleOn(product, hers, 'ruth'), { timeout: 10_000, interval: 500 })
			.toMatchObject({ kind: 'known', person: { name: 'Darren Pike' } });
	});
});

describe('a company', () => {
	test('is known by its reference, its address and who speaks', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		const { contacts } = asked(product);
		await contacts.search({ contactId, typed: '40101277531' });
		const choice = { type: 'customerChosen', customerId: cafe, how: 'search' } as const;
		await contacts.act({ contactId, events: [{ key: randomUUID(), body: choice }] });
		const results = await answers(
			product,
			contactId,
			['reference', '4010 127 7531'],
			['address', '2 Harbour Lane NM1 4PD']
		);
		expect(results).toEqual(['matches', 'matches']);
		expect((await peopleOn(product, contactId))?.kind).not.toBe('known');
		const speaker = { name: 'Samira Haddad', role: 'Director' };
		await contacts.identity.speaker({ contactId, key: randomUUID(), ...speaker });
		expect((await peopleOn(product, contactId))?.kind).toBe('known');
	});
});

describe('what is heard', () => {
	const event = (body: OfficerEvent, words?: Record<string, string>) => ({
		key: randomUUID(),
		body,
		...(words ? { words } : {})
	});

	test('of support is kept with their agreement, once the contact is finished', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, { number: HOUSE_LINE });
		const { contacts } = asked(product);
		const chosen = { type: 'customerChosen', customerId: dean, how: 'picker' } as const;
		await contacts.act({ contactId, events: [event(chosen)] });
		await answers(
			product,
			contactId,
			['full-name', 'Dean Ashworth'],
			['address', '2/7 Coopers Yard NM1 3DA'],
			['date-of-birth', '8 June 85'],
			['reference', 'FT 0051 8842']
		);
		const noted = event(
			{ type: 'supportNoted', consent: 'given' },
			{ adjustments: 'slower,breaks', language: 'Polish' }
		);
		await contacts.act({
			contactId,
			events: [event({ type: 'needsAsked', answer: 'yes' }), noted]
		});
		const written = () =>
			owner`select need, adjustment from support_needs where customer_id = ${dean}`;
		expect(await written()).toEqual([]);
		await contacts.act({ contactId, events: [event({ type: 'wrappedUp' })] });
		expect([...(await written())]).toEqual([
			{ need: 'A slower pace, breaks', adjustment: 'Speak slowly. Offer a break.' }
		]);
		const [person] = await owner`select language from customers where id = ${dean}`;
		expect(person).toEqual({ language: 'Polish' });
	});

	test('is refused where it holds a card number', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		const words = { receipt: '4111 1111 1111 1111' };
		const taken = event({ type: 'requestTaken', request: 'payment' }, words);
		const answer = asked(product).contacts.act({ contactId, events: [taken] });
		await expect(answer).rejects.toThrow('card-number');
	});
});
