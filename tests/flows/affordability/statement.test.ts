/** The statement and the offer as they are typed, by the router and real Postgres: kept half-typed, gone when told. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { planFrom, knownFrom, requestFrom } from '#shared/contacts/plan-request.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { asked, contactWith } from '../contact-written.ts';
import { debtWritten, personWritten } from '../customers/identity-people.ts';
import { test, type Product } from '../product.ts';

const NUMBER = '+447700900142';

async function done(product: Product, contactId: string, ...bodies: OfficerEvent[]) {
	const events = bodies.map((body) => ({ key: randomUUID(), body }));
	return asked(product).contacts.act({ contactId, events });
}

async function typed(product: Product, contactId: string, field: string, value: string) {
	return asked(product).contacts.draft({ contactId, field, value });
}

const wages: OfficerEvent = {
	type: 'statementLineSet',
	line: 'salary',
	amount: pence(1286_40),
	frequency: 'monthly',
	provenance: 'said'
};

describe('a figure of the statement', () => {
	test('is kept half-typed, and its draft is gone when its line is told', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, { number: NUMBER });
		await typed(product, contactId, 'amount-salary', '1286.4');
		await typed(product, contactId, 'note', 'Hours cut');
		const before = await asked(product).contacts.view({ contactId });
		expect(before?.drafts).toEqual({ 'amount-salary': '1286.4', note: 'Hours cut' });
		await done(product, contactId, { type: 'statementFormChosen', form: 'full' }, wages);
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.drafts).toEqual({ note: 'Hours cut' });
		expect(view?.contact.statement.told.salary?.amount).toBe(1286_40);
	});

	test('that is no amount of money is not let in', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: NUMBER });
		const part = { ...wages, amount: 1.5 } as unknown as OfficerEvent;
		await expect(done(product, contactId, part)).rejects.toThrow('amount');
		const line = { ...wages, line: 'yacht' } as unknown as OfficerEvent;
		await expect(done(product, contactId, line)).rejects.toThrow('line');
	});
});

describe('an offer', () => {
	test('is a plan on the officer’s screen only once identity has passed', async ({
		product,
		owner
	}) => {
		const kelly = await personWritten(owner, {
			givenNames: 'Kelly',
			familyName: 'Ashworth',
			bornOn: '1987-03-14',
			address: ['14 Lantern Row', 'NM4 7QT'],
			numbers: [NUMBER]
		});
		const debtId = await debtWritten(owner, {
			liable: [kelly],
			reference: '7710448261',
			title: 'Council Tax 2025 to 2026'
		});
		const contactId = await contactWith({ product, owner }, { number: NUMBER });
		await done(
			product,
			contactId,
			{ type: 'customerChosen', customerId: kelly, how: 'number' },
			{ type: 'statementFormChosen', form: 'full' },
			wages,
			{ type: 'statementFinished' },
			{
				type: 'offerMade',
				amount: pence(150_00),
				rhythm: 'monthly',
				firstOn: day('2026-12-01'),
				method: 'direct-debit',
				nextPayDay: null,
				offeredBy: 'customer'
			}
		);
		const masked = await asked(product).contacts.view({ contactId });
		expect(JSON.stringify(masked?.people)).not.toContain('records');
		for (const [question, said] of ANSWERS) {
			const key = randomUUID();
			await asked(product).contacts.identity.answer({ contactId, key, question, said });
		}
		const view = await asked(product).contacts.view({ contactId });
		const known = view && knownFrom(view.people, day('2026-11-19'));
		if (!known) throw new Error('Identity has not passed.');
		const basis = requestFrom(view.contact, known);
		expect(basis.request.debts.map((debt) => debt.debtId)).toEqual([debtId]);
		const planned = planFrom(view.contact, basis);
		expect(planned?.ok && planned.plan.offer.amount).toBe(150_00);
	});
});

const ANSWERS = [
	['full-name', 'Kelly Ashworth'],
	['address', '14 Lantern Row NM4 7QT'],
	['reference', '7710448261']
] as const;
