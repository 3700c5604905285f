/** What was decided of a claim: its hold ends with why, its source goes on, and every plan of theirs is looked at again. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import {
	commitAsShown,
	customerNamed,
	debtOf,
	identified,
	kellyOffers,
	says
} from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

const THIS_YEAR = '7710448262';

/** Beside the discount that Kelly claims, Council Tax Support for the same bill. */
function support(debtId: string): OfficerEvent {
	const claim = { kind: 'claim', entitlement: 'council-tax-support', name: 'Council Tax Support' };
	const outcome = { ...claim, id: randomUUID(), debtIds: [debtId], days: 28, onAccount: null };
	return { type: 'outcomeStaged', outcome } as OfficerEvent;
}

async function claimed(product: Product, owner: postgres.Sql): Promise<string> {
	const contactId = await kellyOffers({ product, owner }, { pounds: 116 });
	await says({ product, owner }, { contactId }, [support(await debtOf(owner, THIS_YEAR))]);
	expect(await commitAsShown({ product, owner }, { contactId })).toMatchObject({ ok: true });
	// All of a test is in one moment: the plan was agreed a day before the decision.
	await owner`update arrangements set agreed_at = agreed_at - interval '1 day'`;
	await owner`update contacts set closed_at = now() where closed_at is null`;
	return contactId;
}

async function heldFor(owner: postgres.Sql, contactId: string) {
	return owner`select lifted_at is null as stands, ended_because as because from holds
		where reference = ${contactId} and kind = 'application-pending'`;
}

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

const AWARDED = {
	answer: 'awarded',
	on: day('2026-11-19'),
	awarded: pence(412_00),
	fromOn: day('2026-04-01')
} as const;

describe('a claim', () => {
	let [contactId, discount, taxSupport] = ['', '', ''];

	test('waits for its decision with its debts, for whoever owns it and for a leader', async ({
		product,
		owner
	}) => {
		contactId = await claimed(product, owner);
		const own = await asked(product).claims.open();
		expect(
			own.map(({ name, debts, whose, hasPlan }) => [name, debts.length, whose, hasPlan])
		).toEqual(
			expect.arrayContaining([
				['Single person discount', 1, 'K•••• A••••', true],
				['Council Tax Support', 1, 'K•••• A••••', true]
			])
		);
		expect(await asked(product, 'ruth').claims.open()).toHaveLength(own.length);
		expect(await asked(product, 'daniel').claims.open()).toEqual([]);
		[discount, taxSupport] = ['Single person discount', 'Council Tax Support'].map(
			(name) => own.find((one) => one.name === name)?.id ?? ''
		) as [string, string];
	});

	test.for<[string, Record<string, unknown>, string]>([
		['to come', { on: day('2026-11-20') }, 'in-the-future'],
		['older than the claim', { on: day('2026-11-18') }, 'before-the-claim'],
		['an award of nothing', { awarded: pence(0) }, 'no-award'],
		['an award without a sum', { awarded: null }, 'no-award']
	])('refuses a decision that is %s', async ([, change, because], { product }) => {
		const decision = { ...AWARDED, ...change } as typeof AWARDED;
		const asks = { claimId: discount, decision, note: 'Its letter.' };
		expect(await asked(product).claims.decide(asks)).toEqual({ ok: false, because });
	});

	test('is nobody else’s to decide', async ({ product }) => {
		const asks = { claimId: discount, decision: AWARDED, note: 'Its letter.' };
		const { claims } = asked(product, 'daniel');
		expect(await claims.decide(asks)).toEqual({ ok: false, because: 'not-yours' });
		expect(await claims.decide({ ...asks, claimId: randomUUID() })).toMatchObject({ ok: false });
	});

	test('that is refused leaves the hold while another stands, and tells open contacts', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const kelly = await identified(scene, { name: 'Kelly Ashworth', who: 'daniel' });
		const asks = { claimId: discount, note: 'Two adults live there.' };
		const decision = { ...AWARDED, answer: 'refused', awarded: null, fromOn: null } as const;
		// Whoever has them in front of them may write it down.
		expect(await asked(product, 'daniel').claims.decide({ ...asks, decision })).toEqual({
			ok: true
		});
		expect(await asked(product).claims.decide({ ...asks, decision })).toEqual({
			ok: false,
			because: 'decided-already'
		});
		expect(await heldFor(owner, contactId)).toEqual([{ stands: true, because: null }]);
		const told = await owner`select type from contact_events
			where contact_id = ${kelly} and type = 'figuresChanged'`;
		expect(told).toHaveLength(1);
	});

	test('that is awarded ends it with why, its source goes on, and the plan is reviewed', async ({
		product,
		owner
	}) => {
		const asks = { claimId: taxSupport, decision: AWARDED, note: 'The benefits system, today.' };
		expect(await asked(product).claims.decide(asks)).toEqual({ ok: true });
		expect(await heldFor(owner, contactId)).toEqual([{ stands: false, because: 'claim-awarded' }]);
		const debtId = await debtOf(owner, THIS_YEAR);
		const [last] = await owner`select kind from instructions where debt_id = ${debtId}
			order by id desc limit 1`;
		const [inPlan] = await owner`select count(*)::int as plans from arrangement_debts
			where debt_id = ${debtId} and is_live`;
		expect([last?.['kind'], inPlan?.['plans']]).toEqual(['restart', 0]);
		const [plan] = await owner`select id, number from arrangements`;
		const { arrangements } = asked(product, 'ruth');
		expect(await arrangements.toReview()).toMatchObject([
			{ id: plan?.['id'] as string, why: 'decision' }
		]);
		const seen = await arrangements.see({ id: plan?.['id'] as string });
		expect(seen).toMatchObject({
			page: {
				review: { why: 'decision' },
				decided: [
					{ entitlement: 'single-person-discount', answer: 'refused', isInPlan: false },
					{ entitlement: 'council-tax-support', awarded: 412_00, fromOn: '2026-04-01' }
				]
			}
		});
	});

	test('has its plan looked at once, by whoever agreed it too', async ({ product, owner }) => {
		const [plan] = await owner`select a.id, max(m.number)::int as seen from arrangements a
			join arrangement_moves m on m.arrangement_id = a.id group by a.id`;
		const { arrangements } = asked(product);
		expect(await arrangements.toReview()).toHaveLength(1);
		const reviewed = { id: plan?.['id'] as string, seen: plan?.['seen'] as number };
		expect(await arrangements.reviewed({ ...reviewed, note: 'It fits still.' })).toEqual({
			ok: true
		});
		expect(await arrangements.toReview()).toEqual([]);
	});

	test('and each decision is on the customer’s timeline, and on nobody else’s', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const lines = async (name: string) => {
			const id = await identified(scene, { name });
			const whole = await asked(product).contacts.singleView({ contactId: id });
			await owner`update contacts set closed_at = now() where id = ${id}`;
			return whole.ok
				? (whole.whole.timeline ?? []).map(({ what, more }) => plainSpaces(`${what}|${more}`))
				: [];
		};
		const hers = await lines('Kelly Ashworth');
		for (const line of [
			'Council Tax Support awarded: £412.00, from 1 April 2026|By council policy L7.',
			'Single person discount refused|By council policy L7.',
			'Discount or support claim open lifted|The claim was awarded.'
		])
			expect(hers).toContain(line);
		expect((await lines('Dean Ashworth')).join(' ')).not.toMatch(/Support|discount/);
		const customerId = await customerNamed(owner, 'Kelly Ashworth');
		const record = await owner`select act from audit where customer_id = ${customerId}
			and act = 'outcomes.decide-claim'`;
		expect(record).toHaveLength(2);
	});
});
