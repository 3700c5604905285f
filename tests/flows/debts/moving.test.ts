/** Debts moved along their ladders, by rules a manager has confirmed where the product is not sure of them. */
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { moveStage, type MoveAsked } from '#server/debts/move-stage.ts';
import { day } from '#shared/time/day.ts';
import { customerNamed, debtOf, identified, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test } from '../product.ts';

const TODAY = day('2026-11-19');

async function moved(
	{ product, owner }: Scene,
	{ reference, ...more }: { reference: string; to: string } & Partial<MoveAsked>
) {
	const debtId = await debtOf(owner, reference);
	return inTransaction(product.app.db, (tx) =>
		moveStage(tx, { debtId, officer: null, at: AT, today: TODAY, ...more })
	);
}

describe('a debt moved', () => {
	test('has its history, its cost and its rules, and the books prove', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Darren Pike' });
		await owner`update debts set stage_on = '2026-10-20', facts = facts - 'wholeBalanceDueOn'
			where reference = '7710407742'`;
		const [before] = await owner`select balance_pence::int as pence from debts
			where reference = '7710407742'`;
		const answer = await moved(scene, { reference: '7710407742', to: 'SUMMONS' });
		expect(answer).toMatchObject({ ok: true, move: { cost: { amount: 8750 } } });
		const [after] = await owner`select stage, stage_on::text as on, balance_pence::int as pence
			from debts where reference = '7710407742'`;
		expect(after).toEqual({ stage: 'SUMMONS', on: TODAY, pence: Number(before?.['pence']) + 8750 });
		const [change] = await owner`select cost_pence::int as pence, cites, s.source
			from stage_changes s join debts d on d.id = s.debt_id
			where d.reference = '7710407742' and s.stage = 'SUMMONS'`;
		expect(change).toEqual({
			pence: 8750,
			cites: ['ladder-CT-REMINDER_1-FULL_BALANCE_DUE', 'ladder-CT-FINAL_NOTICE-SUMMONS'],
			source: 'fairline'
		});
		const told = await owner`select type from contact_events
			where contact_id = ${contactId} and type = 'figuresChanged'`;
		expect(told).toHaveLength(1);
	});

	test('begins a method against somebody, and no other beside it', async ({ product, owner }) => {
		const scene = { product, owner };
		const kelly = await customerNamed(owner, 'Kelly Ashworth');
		const against = [kelly];
		expect(await moved(scene, { reference: '7710448261', to: 'AEO', against })).toMatchObject({
			ok: true
		});
		const running = () => owner`select s.method, s.customer_id from steps s
			join debts d on d.id = s.debt_id where d.reference = '7710448261' and s.to_on is null`;
		expect(await running()).toEqual([{ method: 'AEO', customer_id: kelly }]);
		const dean = await customerNamed(owner, 'Dean Ashworth');
		const agents = { reference: '7710448261', to: 'ENFORCEMENT_AGENT' };
		expect(await moved(scene, { ...agents, against: [dean] })).toMatchObject({
			ok: false,
			because: 'step-against-another'
		});
		expect(await moved(scene, { ...agents, against })).toMatchObject({
			ok: false,
			because: 'another-step-runs'
		});
		expect(await moved(scene, { reference: '7710448261', to: 'LIABILITY_ORDER' })).toMatchObject({
			ok: true
		});
		expect(await running()).toHaveLength(0);
	});

	test.for([
		['7710298813', 'AEO', 'deductions-run'],
		['7710298812', 'AEO', 'another-step-runs'],
		['NM04688213', 'ORDER_FOR_RECOVERY', 'held'],
		['7710552870', 'LIABILITY_ORDER', 'too-early'],
		['7710407742', 'REMINDER_1', 'no-such-step'],
		['CA00039062', 'SOCIAL_WORK_REVIEW', 'needs-a-person']
	] as const)('%s to %s is refused: %s', async ([reference, to, because], { product, owner }) => {
		expect(await moved({ product, owner }, { reference, to })).toMatchObject({
			ok: false,
			because
		});
	});

	test('is nobody’s who is not liable, and none that is not there', async ({ product, owner }) => {
		const scene = { product, owner };
		const gareth = await customerNamed(owner, 'Gareth Pellow');
		const against = [gareth];
		expect(await moved(scene, { reference: '7710448261', to: 'AEO', against })).toEqual({
			ok: false,
			because: 'not-liable'
		});
		expect(await moved(scene, { reference: '7710448261', to: 'AEO', debtId: gareth })).toEqual({
			ok: false,
			because: 'no-such-debt'
		});
	});
});

describe('a rule that is only remembered', () => {
	const ruleId = 'ladder-NDR-LIABILITY_ORDER-ENFORCEMENT_AGENT';
	const rates = { reference: '40101277531', to: 'ENFORCEMENT_AGENT' };

	test('moves nothing until a manager records who confirmed it', async ({ product, owner }) => {
		const scene = { product, owner };
		expect(await moved(scene, rates)).toMatchObject({
			ok: false,
			because: 'unconfirmed',
			rules: [{ id: ruleId }]
		});
		const { law } = asked(product, 'marcus');
		const confirmation = { ruleId, by: ' Ann Marlow, Head of Legal ', on: TODAY };
		const late = { ...confirmation, on: day('2026-11-20') };
		expect(await law.confirm(late)).toEqual({ ok: false, because: 'in-the-future' });
		expect(await law.withdraw({ ruleId })).toEqual({ ok: false, because: 'not-confirmed' });
		expect(await law.confirm(confirmation)).toEqual({ ok: true });
		expect(await law.confirm(confirmation)).toEqual({ ok: false, because: 'confirmed-already' });
		const { rules } = await law.toConfirm();
		expect(rules.find(({ id }) => id === ruleId)?.confirmation).toEqual({
			by: 'Ann Marlow, Head of Legal',
			on: TODAY,
			recordedBy: 'Marcus Webb',
			recordedOn: TODAY
		});
		expect(await moved(scene, rates)).toMatchObject({ ok: true });
	});

	test('is not to be acted on once the confirmation is withdrawn', async ({ product, owner }) => {
		const { law } = asked(product, 'marcus');
		expect(await law.withdraw({ ruleId })).toEqual({ ok: true });
		const { rules } = await law.toConfirm();
		expect(rules.every(({ confirmation }) => confirmation === null)).toBe(true);
		const back = await moved({ product, owner }, { ...rates, to: 'LIABILITY_ORDER' });
		expect(back).toMatchObject({ ok: true });
		await owner`update debts set stage_on = '2026-11-01' where reference = ${rates.reference}`;
		expect(await moved({ product, owner }, rates)).toMatchObject({ because: 'unconfirmed' });
		const acts = await owner`select act from audit where subject_id = ${ruleId} order by id`;
		expect(acts.map(({ act }) => act as string)).toEqual(['law.confirm', 'law.withdraw']);
	});
});
