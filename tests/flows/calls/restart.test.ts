/** A source that was told to stop is told to go on, once, when nothing holds the debt any more. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { restartEnded } from '#server/letters/restart.ts';
import type { StagedOutcome } from '#shared/outcomes/outcome.ts';
import { day, type Day } from '#shared/time/day.ts';
import { commitAsShown, debtOf, identified, kellyOffers, says, shownFor } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';

const restarted = (product: Product, today: Day) =>
	inTransaction(product.app.db, (tx) => restartEnded(tx, { today, at: AT }));

describe('recovery goes on', () => {
	test('the day after a hold ends, and is told once', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const debtId = await debtOf(owner, '7710448261');
		const outcome: StagedOutcome = {
			kind: 'hold',
			id: randomUUID(),
			debtIds: [debtId],
			why: 'dispute',
			days: 28
		};
		await says(scene, { contactId }, [{ type: 'outcomeStaged', outcome }]);
		const committed = await commitAsShown(scene, { contactId });
		expect(committed).toMatchObject({ ok: true });
		expect(await restarted(product, day('2026-11-19'))).toBe(0);
		expect(await restarted(product, day('2026-12-17'))).toBe(0);
		expect(await restarted(product, day('2026-12-18'))).toBe(1);
		expect(await restarted(product, day('2026-12-18'))).toBe(0);
		const told =
			await owner`select kind, because from instructions where debt_id = ${debtId} order by id`;
		expect(told).toEqual([
			{ kind: 'stop', because: 'hold' },
			{ kind: 'restart', because: 'hold' }
		]);
	});

	test('never while an arrangement is kept, and when it has ended', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116, who: 'daniel' });
		const shown = await shownFor(scene, contactId);
		const key = randomUUID();
		const committed = await asked(product, 'daniel').outcomes.commit({ contactId, key, shown });
		expect(committed).toMatchObject({ ok: true });
		const ofPlan = async () => {
			const [count] = await owner`select count(*) filter (where kind = 'stop')::int as stops,
				count(*) filter (where kind = 'restart')::int as restarts
				from instructions where because = 'arrangement'`;
			return count;
		};
		const { stops } = { stops: 0, ...(await ofPlan()) };
		expect(stops).toBeGreaterThan(0);
		await restarted(product, day('2028-11-02'));
		expect(await ofPlan()).toEqual({ stops, restarts: 0 });
		await owner`update arrangements set state = 'broken'`;
		await restarted(product, day('2028-11-02'));
		expect(await ofPlan()).toEqual({ stops, restarts: stops });
	});
});
