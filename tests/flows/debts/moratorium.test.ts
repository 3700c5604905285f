/** A breathing space as the register tells of it: what it holds and for whom, who is told, what is proposed for it. */
import { describe, expect } from 'vitest';
import { day } from '#shared/time/day.ts';
import { customerNamed, debtOf, identified } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

const ENTERED = day('2026-11-12');
const REFERENCE = 'BS-204-118, Harbour Money Advice';

describe('a breathing space', () => {
	test('holds what the law lets in, for the other liable person too', async ({
		product,
		owner
	}) => {
		const customerId = await customerNamed(owner, 'Kelly Ashworth');
		const [order, thisYear] = [
			await debtOf(owner, '7710448261'),
			await debtOf(owner, '7710448262')
		];
		const overpayment = await debtOf(owner, 'HBO210877');
		const begun = await asked(product, 'ruth').debts.beginMoratorium({
			customerId,
			kind: 'breathing-space',
			enteredOn: ENTERED,
			reference: REFERENCE,
			debtIds: [order, thisYear]
		});
		// Its reminder of 9 November was served before it began.
		expect(begun.ok && [...begun.held].sort()).toEqual([order, thisYear].sort());
		expect(begun.ok && begun.proposed).toContain(overpayment);
		const holds = await owner`select from_on::text as from, until_on::text as until
			from holds where debt_id = ${order}`;
		expect(holds).toEqual([{ from: '2026-11-13', until: '2027-01-11' }]);
		const told = await owner`select kind, because, contact_id from instructions
			where debt_id = ${order}`;
		expect(told).toEqual([{ kind: 'stop', because: 'moratorium', contact_id: null }]);
		const contactId = await identified({ product, owner }, { name: 'Dean Ashworth' });
		const deans = await asked(product).debts.detail({ contactId, debtId: order });
		expect(deans.ok && deans.detail.holds).toMatchObject([
			{ label: 'Recovery paused', untilOn: null, reference: null, isInForce: true }
		]);
	});

	test('leaves out this year’s bill without a reminder, and says by which law', async ({
		product,
		owner
	}) => {
		const bill = await debtOf(owner, '7710109336');
		const begun = await asked(product, 'ruth').debts.beginMoratorium({
			customerId: await customerNamed(owner, 'Jean Tully'),
			kind: { crisisEndsOn: null },
			enteredOn: ENTERED,
			reference: REFERENCE,
			debtIds: [bill]
		});
		expect(begun).toMatchObject({
			ok: true,
			held: [],
			left: [{ debtId: bill, entering: { because: 'current-year' } }]
		});
	});

	test.for([
		['a second within twelve months', { enteredOn: '2026-11-18' }, 'had-one'],
		['a day to come', { enteredOn: '2026-11-20' }, 'in-the-future'],
		['a debt of somebody else', { debt: 'NM04688213' }, 'not-theirs']
	] as const)('is refused: %s', async ([, wrong, because], { product, owner }) => {
		const debt = 'debt' in wrong ? wrong.debt : '7710448261';
		const answer = await asked(product, 'ruth').debts.beginMoratorium({
			customerId: await customerNamed(owner, 'Kelly Ashworth'),
			kind: 'breathing-space',
			enteredOn: day('enteredOn' in wrong ? wrong.enteredOn : ENTERED),
			reference: REFERENCE,
			debtIds: [await debtOf(owner, debt)]
		});
		expect(answer).toEqual({ ok: false, because });
	});
});
