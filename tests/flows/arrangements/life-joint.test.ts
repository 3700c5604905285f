/** Two people, each with a plan for the one order that both owe: together never more than it, and each their own affair. */
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { checkAll } from '#server/arrangements/check.ts';
import { agreementFaults } from '#server/arrangements/prove.ts';
import { see } from '#server/arrangements/see.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { samplePolicy } from '#shared/law/northmere/policy.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import { debtOf, kellyOffers, shownFor, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';
import { agreed, deanOffers, FORMER, ORDER, paysOrder } from './joint-plans.ts';

async function pageOn({ product }: Scene, { id, on }: { id: string; on: string }) {
	const officer = product.people['ruth'];
	if (!officer) throw new Error('There is no leader.');
	const at = instantInLondon(day(on), '12:00');
	const seen = await inTransaction(product.app.db, (tx) =>
		see(tx, { id, officer, today: day(on), at })
	);
	if (!seen.ok) throw new Error('It is not shown.');
	return seen.page;
}

async function moved(owner: postgres.Sql, id: string) {
	const rows = await owner`select event from arrangement_moves
		where arrangement_id = ${id} order by number`;
	return rows.map((row) => row['event'] as string);
}

describe('Kelly and Dean Ashworth, and their order of £1,184.37', () => {
	test('each agree a plan for all of it, and neither is told the other’s', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const { id: kelly } = await agreed(scene, await kellyOffers(scene, { pounds: 116 }));
		const rent = await debtOf(owner, FORMER);
		const contactId = await deanOffers(scene, [{ type: 'debtPlaced', debtId: rent, place: 'out' }]);
		const shown = await shownFor(scene, contactId);
		const order = await debtOf(owner, ORDER);
		expect(shown.find(({ id }) => id === `joint-${order}`)?.text).toContain(
			'The other person stays liable for it too.'
		);
		const view = JSON.stringify(await asked(product).contacts.view({ contactId }));
		const [first] = await owner`select number from arrangements where id = ${kelly}`;
		expect(view).not.toContain(first?.['number']);
		expect(view).not.toContain(kelly);
		const { id: dean } = await agreed(scene, contactId);
		const both = await owner`select owed_pence from arrangement_debts
			where debt_id = ${order} and is_live`;
		expect(both).toEqual([{ owed_pence: '118437' }, { owed_pence: '118437' }]);
		expect(await agreementFaults(product.app.db.sql)).toEqual([]);

		// Somebody else pays all but £150 of it: £116 is asked of Kelly on the 1st, and £34 of Dean.
		await paysOrder(scene, { payer: 'Leon Varga', amount: 1034_37, on: '2026-11-25' });
		expect(await pageOn(scene, { id: kelly, on: '2026-12-01' })).toMatchObject({ short: 116_00 });
		const deans = await pageOn(scene, { id: dean, on: '2026-12-01' });
		expect(deans).toMatchObject({ short: 34_00, left: 150_00 });
		expect(deans.instalments.map(({ amount }) => amount).slice(0, 4)).toEqual([
			100_00, 50_00, 0, 0
		]);
		expect(deans.instalments.at(-1)).toMatchObject({ standing: 'not-needed' });

		// What was asked of nobody is missed by nobody.
		await paysOrder(scene, { payer: 'Dean Ashworth', amount: 34_00, on: '2026-12-01' });
		await inTransaction(product.app.db, (tx) =>
			checkAll(tx, {
				today: day('2026-12-09'),
				at: instantInLondon(day('2026-12-09'), '02:00'),
				policy: samplePolicy(day('2026-12-09'))
			})
		);
		expect(await moved(owner, dean)).toEqual(['agreed']);
		expect(await moved(owner, kelly)).toEqual(['agreed', 'missed']);

		// Kelly is late, so that Dean comes first now; and what she pays shortens his plan.
		expect(await pageOn(scene, { id: dean, on: '2026-12-10' })).toMatchObject({ short: 66_00 });
		await paysOrder(scene, { payer: 'Kelly Ashworth', amount: 116_00, on: '2026-12-10' });
		expect(await moved(owner, kelly)).toEqual(['agreed', 'missed', 'put-right']);
		expect(await moved(owner, dean)).toEqual(['agreed', 'paid-off']);
		const [state] = await owner`select balance_pence from debts where id = ${order}`;
		expect(state).toEqual({ balance_pence: '0' });
		const said = JSON.stringify(await pageOn(scene, { id: dean, on: '2026-12-10' }));
		expect(said).not.toMatch(/Kelly|NA 2026 000 001|11600/);
	});
});
