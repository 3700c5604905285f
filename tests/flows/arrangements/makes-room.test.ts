/** A plan that takes all that is usable already: a debt beside it is no want of money, and one plan takes both in. */
import { describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { hasSurplus, helpFrom } from '#shared/contacts/helping.ts';
import { knownFrom, planFrom, requestFrom } from '#shared/contacts/plan-request.ts';
import { commitAsShown, identified, KELLYS_STATEMENT, offered, says } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

describe('Kelly, whose plan takes £144 of £144.56', () => {
	test('is offered no help in place of a plan for what was left out, but one plan for all of it', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const first = await identified(scene, { name: 'Kelly Ashworth' });
		const basisOf = async (contactId: string) => {
			const view = await asked(product).contacts.view({ contactId });
			const known = view && knownFrom(view.people, product.app.clock.today());
			if (!view || !known) throw new Error('They are not known.');
			return { contact: view.contact, known, basis: requestFrom(view.contact, known) };
		};
		await says(scene, { contactId: first }, [...KELLYS_STATEMENT, offered(144)]);
		const debts = (await basisOf(first)).basis.request.debts;
		expect(debts.length).toBeGreaterThan(1);
		const newDebt = debts.at(-1)?.debtId ?? '';
		const out: OfficerEvent = { type: 'debtPlaced', debtId: newDebt, place: 'out' };
		await says(scene, { contactId: first }, [out]);
		expect(await commitAsShown(scene, { contactId: first })).toMatchObject({ ok: true });
		await owner`update contacts set closed_at = now()`;

		const second = await identified(scene, { name: 'Kelly Ashworth' });
		await says(scene, { contactId: second }, [...KELLYS_STATEMENT, offered(20)]);
		const { contact, known, basis } = await basisOf(second);
		expect(basis.request.debts.map(({ debtId }) => debtId)).toEqual([newDebt]);
		expect(planFrom(contact, basis)).toMatchObject({ refusal: { because: 'in-a-plan' } });
		expect([hasSurplus(contact, known), helpFrom(contact, known)]).toEqual([true, null]);

		const [plan] = await owner`select id from arrangements where contact_id = ${first}`;
		const planId = plan?.['id'] as string;
		await says(scene, { contactId: second }, [
			{ type: 'livePlanPlaced', planId, place: 'replaced' },
			offered(140)
		]);
		expect(await commitAsShown(scene, { contactId: second })).toMatchObject({ ok: true });
		const now =
			await owner`select a.state, array_agg(g.debt_id) @> array[${newDebt}::uuid] as has_new
			from arrangements a join arrangement_debts g on g.arrangement_id = a.id
			group by a.id order by a.number`;
		expect(now).toEqual([
			{ state: 'superseded', has_new: false },
			{ state: 'active', has_new: true }
		]);
	});
});
