/** Every act of a plan's life, and whom it concerns: open contacts of whoever owes a debt of it, and nobody else's. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { nightly } from '#server/arrangements/nightly.ts';
import { fixedClock } from '#server/clock.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { promise } from '#server/arrangements/promise.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import {
	commitAsShown,
	customerNamed,
	debtOf,
	identified,
	kellyOffers,
	type Scene
} from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

type Open = { kelly: string; dean: string; stranger: string };

/** Kelly and Dean owe an order together; somebody else owes neither of them anything. */
async function openAll(scene: Scene): Promise<Open> {
	await scene.owner`update contacts set closed_at = now() where closed_at is null`;
	const kelly = await identified(scene, { name: 'Kelly Ashworth' });
	const dean = await identified(scene, { name: 'Dean Ashworth', who: 'daniel' });
	const stranger = await identified(scene, { name: 'Leon Varga', who: 'ruth' });
	return { kelly, dean, stranger };
}

/** How often each was told since the last look. */
async function told(owner: postgres.Sql, open: Open): Promise<number[]> {
	const counts: number[] = [];
	for (const id of [open.kelly, open.dean, open.stranger]) {
		const [row] = await owner`with gone as (delete from contact_events
				where contact_id = ${id} and type = 'figuresChanged' returning body)
			select count(*)::int as count, coalesce(max(body::text), '{}') as body from gone`;
		expect(row?.['body']).toBe('{}');
		counts.push(row?.['count'] as number);
	}
	return counts;
}

async function running(owner: postgres.Sql) {
	const [row] = await owner`select a.id, max(m.number)::int as seen from arrangements a
		join arrangement_moves m on m.arrangement_id = a.id where a.state in ('active', 'late')
		group by a.id`;
	return { id: row?.['id'] as string, seen: row?.['seen'] as number, note: 'As they asked.' };
}

describe('an open contact about a debt of a plan', () => {
	test('hears that figures changed, whatever was done to the plan, and a stranger’s does not', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		expect(await commitAsShown(scene, { contactId })).toMatchObject({ ok: true });
		const open = await openAll(scene);
		const { giveBreak, vary, reviewed, cancel, callBroken } = asked(product, 'ruth').arrangements;
		expect(await giveBreak({ ...(await running(owner)), months: 1 })).toEqual({ ok: true });
		expect(await told(owner, open)).toEqual([1, 1, 0]);
		expect(await vary({ ...(await running(owner)), nextOn: day('2027-01-08') })).toEqual({
			ok: true
		});
		expect(await told(owner, open)).toEqual([1, 1, 0]);
		expect(await reviewed(await running(owner))).toEqual({ ok: true });
		expect(await told(owner, open)).toEqual([1, 1, 0]);
		expect(await reviewed({ ...(await running(owner)), seen: 1 })).toMatchObject({ ok: false });
		expect(await told(owner, open)).toEqual([0, 0, 0]);

		// By a night, that nobody pressed.
		await owner`insert into arrangement_nights values ('2027-01-15', now())`;
		const shownAgain: string[] = [];
		await nightly({
			database: product.app.db,
			clock: fixedClock(instantInLondon(day('2027-01-16'), '02:00')),
			show: (id) => Promise.resolve(void shownAgain.push(id))
		});
		expect(await told(owner, open)).toEqual([1, 1, 0]);
		expect(shownAgain.toSorted()).toEqual([open.kelly, open.dean].toSorted());

		await owner`update arrangements set put_right_by = '2026-11-18' where state = 'late'`;
		await owner`update holds set until_on = '2026-11-18' where until_on is null or until_on > '2026-11-18'`;
		const looked = { support: true, income: true, benefits: true };
		expect(await callBroken({ ...(await running(owner)), looked })).toEqual({ ok: true });
		expect(await told(owner, open)).toEqual([1, 1, 0]);
		await owner`update arrangements set state = 'active', ended_on = null, notice_until = null`;
		await owner`update arrangement_debts set is_live = true`;
		expect(await cancel(await running(owner))).toEqual({ ok: true });
		expect(await told(owner, open)).toEqual([1, 1, 0]);
	});

	test('and its source hears in the same moment that recovery goes on', async ({ owner }) => {
		const order = await debtOf(owner, '7710448261');
		const last = await owner`select kind from instructions where debt_id = ${order}
			order by id desc limit 1`;
		expect(last).toEqual([{ kind: 'restart' }]);
	});

	test('hears of a promise that a night found unkept', async ({ product, owner }) => {
		const scene = { product, owner };
		const open = await openAll(scene);
		await inTransaction(product.app.db, async (tx) =>
			promise(tx, {
				id: randomUUID(),
				debtId: await debtOf(owner, '7710448261'),
				customerId: await customerNamed(owner, 'Kelly Ashworth'),
				contactId: open.kelly,
				officerId: product.people['priya']?.id ?? '',
				amount: pence(20_00),
				method: 'card',
				by: day('2027-01-10'),
				holdsUntil: day('2027-01-16'),
				at: instantInLondon(day('2026-11-19'), '12:00')
			})
		);
		await nightly({
			database: product.app.db,
			clock: fixedClock(instantInLondon(day('2027-01-17'), '02:00')),
			show: () => Promise.resolve()
		});
		expect(await told(owner, open)).toEqual([1, 1, 0]);
	});
});
