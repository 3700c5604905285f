/** One debt whole, asked of the contact it is shown in: whose it is, what of another liable person stays behind. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { PARTS } from '#shared/debts/split.ts';
import { customerNamed, debtOf, identified, type Scene } from '../agreeing.ts';
import { asked, contactWith } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

async function detailOf(scene: Scene, { name, reference }: { name: string; reference: string }) {
	const contactId = await identified(scene, { name });
	const debtId = await debtOf(scene.owner, reference);
	const answer = await asked(scene.product).debts.detail({ contactId, debtId });
	if (!answer.ok) throw new Error(answer.because);
	return answer.detail;
}

describe('a debt whole', () => {
	test('is of nobody before the check has passed, and of nobody else after', async ({
		product,
		owner
	}) => {
		const debtId = await debtOf(owner, '7710331945');
		const unknown = await contactWith({ product, owner }, { channel: 'desk' });
		expect(await asked(product).debts.detail({ contactId: unknown, debtId })).toEqual({
			ok: false,
			because: 'not-identified'
		});
		const leons = await identified({ product, owner }, { name: 'Leon Varga' });
		expect(await asked(product).debts.detail({ contactId: leons, debtId })).toEqual({
			ok: false,
			because: 'not-theirs'
		});
	});

	test('has its agents beside its balance, and every part of it', async ({ product, owner }) => {
		const detail = await detailOf(
			{ product, owner },
			{ name: 'Gareth Pellow', reference: '7710331945' }
		);
		expect(detail.agents).toMatchObject({
			agent: 'Pike and Harrow Enforcement',
			stage: 'compliance',
			fees: 7500,
			feesToldOn: '2026-10-30',
			told: null
		});
		const parts = PARTS.map((part) => detail.split[part]);
		expect(parts.reduce((sum, part) => sum + part, 0)).toBe(detail.sums.balance);
		expect(detail.next).toBeNull();
		expect(detail.holds).toMatchObject([{ label: 'Breathing space', isInForce: true }]);
		expect(detail.history.at(0)).toMatchObject({ stage: 'Enforcement agents' });
	});

	test('lists what was taken in breathing space, with its cost', async ({ product, owner }) => {
		const scene = { product, owner };
		const penalty = await detailOf(scene, { name: 'Gareth Pellow', reference: 'NM04688213' });
		expect(penalty.toUndo).toMatchObject({
			steps: [{ stage: 'Charge certificate', on: '2026-11-11', cost: 3500 }],
			cost: 3500
		});
		const taken = await detailOf(scene, { name: 'Gareth Pellow', reference: '7710331944' });
		expect(taken.deduction?.plain[0]).toContain('goes on being taken');
		expect(taken.toUndo).toBeNull();
	});

	test('outside a breathing space is proposed for it', async ({ product, owner }) => {
		const scene = { product, owner };
		const overpayment = await detailOf(scene, { name: 'Gareth Pellow', reference: 'HBO204419' });
		expect(overpayment.proposal).toMatchObject({ mayBeAdded: true });
		const bill = await detailOf(scene, { name: 'Gareth Pellow', reference: '7710331947' });
		expect(bill.proposal).toMatchObject({ mayBeAdded: false });
	});

	test('taken from one of a couple’s pay is not told to the other', async ({ product, owner }) => {
		const scene = { product, owner };
		const debtId = await debtOf(owner, '7710448261');
		const kelly = await customerNamed(owner, 'Kelly Ashworth');
		await owner.begin(async (sql) => {
			const takes = {
				kind: 'earnings-order',
				sinceOn: '2026-09-17',
				takesPence: 6313,
				every: 'month'
			};
			await sql`update debts set stage = 'AEO', stage_on = '2026-09-17',
				facts = facts || ${JSON.stringify({ method: takes })}::text::jsonb where id = ${debtId}`;
			await sql`insert into stage_changes (id, debt_id, stage, reached_on, source)
				values (${randomUUID()}, ${debtId}, 'AEO', '2026-09-17', 'revenues')`;
			await sql`insert into steps (id, debt_id, method, customer_id, from_on) values (${randomUUID()},
				${debtId}, 'AEO', ${kelly}, '2026-09-17')`;
		});
		const seenBy = async (name: string) => {
			const contactId = await identified(scene, { name });
			const said = await Promise.all([
				asked(product).contacts.view({ contactId }),
				asked(product).contacts.singleView({ contactId }),
				asked(product).debts.detail({ contactId, debtId })
			]);
			return JSON.stringify(said);
		};
		expect(await seenBy('Kelly Ashworth')).toContain('£63.13 a month goes on being taken');
		const deans = await seenBy('Dean Ashworth');
		expect(deans).toContain('No step against them now: one is in use already');
		expect(deans).not.toMatch(/Earnings order|earnings-order|"AEO"|:6313\b|63\.13|2026-09-17/);
	});

	test('says how fresh its figures are, and where the source says otherwise', async ({
		product,
		owner
	}) => {
		const debtId = await debtOf(owner, '7710448262');
		await owner`insert into discrepancies (id, debt_id, import_id, source, extract_on, stated_pence,
				books_pence, waiting_pence, found_at)
			select gen_random_uuid(), d.id, i.id, d.source, i.extract_on, d.balance_pence + 1, d.balance_pence,
				0, i.published_at from debts d join imports i on i.mapping = 'council-tax' where d.id = ${debtId}`;
		const contactId = await identified({ product, owner }, { name: 'Kelly Ashworth' });
		const view = await asked(product).contacts.view({ contactId });
		const shown = view?.people.kind === 'known' ? view.people.debts : null;
		const asOf = new Map(shown?.asOf.map((one) => [one.stream, one]));
		expect(asOf.get('council-tax')).toMatchObject({ on: '2026-11-18', isOld: false });
		expect(asOf.get('parking')).toMatchObject({ on: '2026-11-15', isOld: true });
		const differing = shown?.debts.filter(({ discrepancy }) => discrepancy !== null) ?? [];
		expect(differing).toMatchObject([{ debtId, discrepancy: { more: 1, on: '2026-11-18' } }]);
		const whole = await asked(product).debts.detail({ contactId, debtId });
		expect(whole).toMatchObject({
			detail: { discrepancy: { more: 1 }, asOf: { stream: 'council-tax', on: '2026-11-18' } }
		});
	});

	test('keeps what another liable person paid to one sum', async ({ product, owner }) => {
		const dean = await customerNamed(owner, 'Dean Ashworth');
		await owner`alter table entries disable trigger user`;
		await owner`update entries set payer_id = ${dean}, method = 'standing-order'
			where id = (select min(e.id) from entries e join debts d on d.id = e.debt_id
				where d.reference = '7710448261' and e.kind = 'payment')`;
		await owner`alter table entries enable trigger user`;
		const kellys = await detailOf(
			{ product, owner },
			{ name: 'Kelly Ashworth', reference: '7710448261' }
		);
		expect(kellys.paidByOthers).toBeGreaterThan(0);
		expect(JSON.stringify(kellys)).not.toMatch(new RegExp(`standing-order|${dean}`));
		expect(kellys.liability.others).toEqual(['Dean Ashworth']);
	});
});
