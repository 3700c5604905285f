/** Finding a customer, by the router and real Postgres: what a search finds, and how little of it leaves. */
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import { asked, contactWith, logOf } from './contact-written.ts';
import { debtWritten, personWritten } from './identity-people.ts';
import { test } from './product.ts';

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
	await personWritten(owner, { givenNames: 'Darren', familyName: 'Pike', isRestricted: true });
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
	await debtWritten(owner, { liable: [kelly, dean], reference: '7710448261' });
});

describe('a search', () => {
	const textOf = (pieces: readonly { text: string }[] | null) =>
		pieces?.map((piece) => piece.text).join('');

	test.for([
		['ashw lantern', ['K•••• Ashw••••'], false],
		['ashworth', ['D•••• Ashworth', 'K•••• Ashworth'], false],
		['nm4 7qt', ['K•••• A••••'], false],
		['brannigan', ['K•••• A••••'], false],
		['7710 448 261', ['D•••• A••••', 'K•••• A••••'], false],
		['harbour lane cafe', ['Harbour Lane Café L••••'], false],
		['ashworth harbour', [], false],
		['quill hidden', ['R•••• Quill'], false],
		['pike', [], true]
	] as const)(
		'for %j shows no more than was typed',
		async ([typed, names, hasRestricted], { product, owner }) => {
			const contactId = await contactWith({ product, owner }, {});
			const answer = await asked(product).contacts.search({ contactId, typed });
			if (!answer.ok) throw new Error(answer.because);
			expect(answer.result.found.map(({ name }) => textOf(name))).toEqual(names);
			expect(answer.result).toMatchObject({ hasMore: false, hasRestricted });
			expect(JSON.stringify(answer)).not.toMatch(/1987|NM9/);
		}
	);

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
