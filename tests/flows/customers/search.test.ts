/** Finding a customer, by the router and real Postgres: what a search finds, and how little of it leaves. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import { asked, contactWith, logOf } from '../contact-written.ts';
import { debtWritten, personWritten } from './identity-people.ts';
import { test, type Product } from '../product.ts';
import { shortsOf } from '#shared/customers/matching/spelling.ts';

let kelly = '';

beforeEach<{ owner: postgres.Sql }>(async ({ owner }) => {
	if (kelly !== '') return;
	kelly = await personWritten(owner, {
		givenNames: 'Kelly',
		familyName: 'Ashworth',
		bornOn: '1987-03-14',
		address: ['14 Lantern Row', 'NM4 7QT'],
		formerName: 'Kelly Brannigan'
	});
	const dean = await personWritten(owner, {
		givenNames: 'Dean',
		familyName: 'Ashworth',
		address: ["Flat 2, 7 Cooper's Yard", 'NM1 3DA']
	});
	const darren = await personWritten(owner, {
		givenNames: 'Darren',
		familyName: 'Pike',
		isRestricted: true
	});
	await personWritten(owner, {
		kind: 'organisation',
		familyName: 'Harbour Lane Café Ltd',
		address: ['2 Harbour Lane', 'NM1 4PD']
	});
	await personWritten(owner, {
		givenNames: 'Rosa',
		familyName: 'Quill',
		isSafeContact: true,
		address: ['1 Hidden Court', 'NM9 9ZZ']
	});
	const mohammed = await personWritten(owner, {
		givenNames: 'Mohammed',
		familyName: 'Iqbal',
		numbers: ['+447700900321']
	});
	await owner`update customers set nino = 'ZE987654C' where id = ${mohammed}`;
	await owner`insert into customer_emails ${owner({
		id: randomUUID(),
		customer_id: mohammed,
		email: 'm.iqbal@example.com',
		from_on: '2024-01-01',
		source: 'test'
	})}`;
	await debtWritten(owner, { liable: [kelly, dean], reference: '7710448261' });
	await debtWritten(owner, { liable: [darren], reference: '7730112233' });
});

describe('a search', () => {
	const textOf = (pieces: readonly { text: string }[] | null) =>
		pieces?.map((piece) => piece.text).join('');

	test.for([
		['ashw lantern', ['K•••• Ashw••••']],
		['ashworth', ['D•••• Ashworth', 'K•••• Ashworth']],
		['nm4 7qt', ['K•••• A••••']],
		['brannigan', ['K•••• A••••']],
		['7710 448 261', ['D•••• A••••', 'K•••• A••••']],
		['harbour lane cafe', ['Harbour Lane Café L••••']],
		['ashworth harbour', []],
		['quill hidden', ['R•••• Quill']],
		['ashwroth lantren', ['K•••• A••••']],
		['haruor lane caffe', ['H•••• Lane C•••• L••••']],
		['muhamad iqbal', ['M•••• Iqbal']],
		['14/3/1987', ['K•••• A••••']],
		['kelly 14 march 87', ['Kelly A••••']],
		['nobody ashworth 14/3/1987', ['K•••• Ashworth']],
		['dean ashworth 14/3/1987', ['Dean Ashworth']],
		['dean 7710448261', ['Dean A••••']],
		['7710448216', ['D•••• A••••', 'K•••• A••••']],
		['iqbal 07700 900321', ['M•••• Iqbal']],
		['+44 7700 900321', ['M•••• I••••']],
		['M.Iqbal@Example.com', ['M•••• I••••']],
		['ze 98 76 54 c', ['M•••• I••••']],
		['kelly ashworth wrongword', ['Kelly Ashworth']],
		['pike', []],
		['7730112233', []]
	] as const)('for %j shows no more than was typed', async ([typed, names], { product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		const answer = await asked(product).contacts.search({ contactId, typed });
		if (!answer.ok) throw new Error(answer.because);
		expect(answer.result.found.map(({ name }) => textOf(name))).toEqual(names);
		expect(answer.result).toMatchObject({ hasMore: false });
		expect(JSON.stringify(answer)).not.toMatch(/1987|NM9/);
	});

	test('shows a restricted record to a leader, who may open it', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { who: 'ruth' });
		const answer = await asked(product, 'ruth').contacts.search({ contactId, typed: 'pikee' });
		expect(answer.ok && answer.result.found.map(({ name }) => textOf(name))).toEqual([
			'D•••• P••••'
		]);
	});

	test.for([
		['x'.repeat(10_000)],
		['ashworth '.repeat(2_000)],
		["'; drop table customers; --"],
		['ashworth:* & !kelly | <->'],
		['ash\u0000worth'],
		['משה בן דוד'],
		['😀 ashworht 😀'],
		['null'],
		['99/99/9999 31/2/1987'],
		['a@b.c\u0000 ashw@rth.example'],
		['000000000000000000000000000000000000000000000000']
	])('for %j is answered in plain words', async ([typed = ''], { product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		expect(await asked(product).contacts.search({ contactId, typed })).toMatchObject({ ok: true });
	});

	test('for too little is refused, and what was typed is not kept', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		const { contacts } = asked(product);
		expect(await contacts.search({ contactId, typed: 'as' })).toEqual({
			ok: false,
			because: 'too-little'
		});
		await contacts.search({ contactId, typed: 'lantern' });
		const kept = await logOf(owner, contactId);
		expect(kept).not.toContain('lantern');
		expect(kept).toContain(kelly);
	});
});

describe('the words a customer is found by', () => {
	const found = async (
		{ product, owner }: { product: Product; owner: postgres.Sql },
		typed: string
	) => {
		const contactId = await contactWith({ product, owner }, {});
		const answer = await asked(product).contacts.search({ contactId, typed });
		return answer.ok ? answer.result.found.map(({ customerId }) => customerId) : answer.because;
	};

	test('follow a change of name, a move and a join, whoever writes them', async ({
		product,
		owner
	}) => {
		const id = await personWritten(owner, {
			givenNames: 'Oona',
			familyName: 'Quartermaine',
			address: ['3 Zinc Passage', 'NM8 1ZZ']
		});
		const to = { product, owner };
		expect(await found(to, 'quartermain zinc')).toEqual([id]);
		await owner`update customers set family_name = 'Vexley' where id = ${id}`;
		expect(await found(to, 'quartermaine')).toEqual([]);
		expect(await found(to, 'vexlye zinc')).toEqual([id]);
		await owner`update customer_addresses set line1 = '9 Umber Mews' where customer_id = ${id}`;
		expect(await found(to, 'vexley zinc')).toEqual([]);
		expect(await found(to, 'vexley umbre')).toEqual([id]);
		await owner`update customers set joined_to = ${kelly} where id = ${id}`;
		expect(await found(to, 'vexley umber')).toEqual([]);
	});

	test('are left out of letter by letter as the search leaves them out', async ({ owner }) => {
		for (const word of ['ashworth', 'quartermaine', 'marsden', 'oconnor', 'müller', '7qt']) {
			const [row] = await owner<[{ shorts: string[] }]>`select shorts_of(${word}) as shorts`;
			expect(row.shorts).toEqual(expect.arrayContaining([...shortsOf(word)]));
		}
	});
});
