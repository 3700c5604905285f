/** What was done in breathing space is on the desk's list until a leader takes it back, and then the books are as before. */
import { describe, expect } from 'vitest';
import { debtOf } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

const PENALTY = 'NM04688213';

describe('the list of what must be put right', () => {
	test('has the step, whose in initials, and what comes off', async ({ product }) => {
		const rows = await asked(product).debts.toPutRight();
		expect(rows.find(({ reference }) => reference === PENALTY)).toMatchObject({
			title: 'Parking penalty',
			name: 'G•••• P••••',
			steps: [{ stage: 'Charge certificate', on: '2026-11-11', cost: 3500 }],
			cost: 3500
		});
		expect(JSON.stringify(rows)).not.toContain('Pellow');
	});

	test('is shorter once it is taken back: stage, costs and source', async ({ product, owner }) => {
		const debtId = await debtOf(owner, PENALTY);
		const leader = asked(product, 'ruth').debts;
		expect(await leader.takeBack({ debtId })).toEqual({ ok: true, cost: 3500 });
		const [debt] = await owner`select stage, stage_on::text as on, balance_pence::int as pence
			from debts where id = ${debtId}`;
		expect(debt).toEqual({ stage: 'NTO', on: '2026-10-14', pence: 7000 });
		const told = await owner`select kind, because from instructions where debt_id = ${debtId}`;
		expect(told).toEqual([{ kind: 'stop', because: 'put-right' }]);
		const rows = await leader.toPutRight();
		expect(rows.some(({ reference }) => reference === PENALTY)).toBe(false);
		expect(await leader.takeBack({ debtId })).toEqual({
			ok: false,
			because: 'nothing-to-put-right'
		});
	});

	test('leaves a restricted record to leaders', async ({ product, owner }) => {
		const before = await asked(product, 'ruth').debts.toPutRight();
		await owner`update customers set is_restricted = true where id in (
			select customer_id from holds where kind in ('breathing-space', 'mental-health-crisis'))`;
		expect(await asked(product).debts.toPutRight()).toEqual([]);
		expect(await asked(product, 'ruth').debts.toPutRight()).toEqual(before);
	});
});
