/** Enforcement agents hear at once of a payment and of a recall, and their answer shows on the debt. */
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { instruct } from '#server/letters/instruct.ts';
import { tellSources } from '#server/letters/tell-sources.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { customerNamed, debtOf, identified } from './agreeing.ts';
import { asked } from './contact-written.ts';
import { AT, northmereProduct as test } from './product.ts';

const AGENTS = 'Pike and Harrow Enforcement';

describe('agents who have a debt', () => {
	test('are told of a payment at once, and answer', async ({ product, owner }) => {
		const { db } = product.app;
		const debtId = await debtOf(owner, '7710298812');
		const paid = opposite({ debtId, fund: 'bank', amount: pence(-2000) });
		await inTransaction(db, (tx) =>
			enter(tx, { lines: paid, kind: 'payment', on: day('2026-11-19'), at: AT })
		);
		const [told] = await owner`select source, kind, state, to_agent, contact_id
			from instructions where debt_id = ${debtId}`;
		expect(told).toEqual({
			source: AGENTS,
			kind: 'paid',
			state: 'to-send',
			to_agent: true,
			contact_id: null
		});
		await tellSources({
			database: db,
			clock: fixedClock(AT),
			folder: product.app.env.outboxDir,
			isDemo: true
		});
		const contactId = await identified({ product, owner }, { name: 'Leon Varga' });
		const answer = await asked(product).debts.detail({ contactId, debtId });
		expect(answer.ok && answer.detail.agents?.told).toMatchObject({
			what: 'paid',
			state: 'confirmed',
			confirmedAt: AT
		});
	});

	test('are told of a recall beside the source, in the contact it was made in', async ({
		product,
		owner
	}) => {
		const debtId = await debtOf(owner, 'NM04602717');
		const customerId = await customerNamed(owner, 'Leon Varga');
		const contactId = await identified({ product, owner }, { name: 'Leon Varga' });
		const recall = { debtId, kind: 'recall', because: 'recall' } as const;
		await inTransaction(product.app.db, (tx) =>
			instruct(tx, { instructions: [recall], customerId, contactId, at: AT })
		);
		const told = await owner`select source, kind, to_agent from instructions
			where debt_id = ${debtId} order by id`;
		expect(told).toEqual([
			{ source: 'parking', kind: 'recall', to_agent: false },
			{ source: AGENTS, kind: 'recall', to_agent: true }
		]);
	});

	test('hear nothing of a debt that they do not have', async ({ product, owner }) => {
		const debtId = await debtOf(owner, '7710448261');
		const paid = opposite({ debtId, fund: 'bank', amount: pence(-2000) });
		await inTransaction(product.app.db, (tx) =>
			enter(tx, { lines: paid, kind: 'payment', on: day('2026-11-19'), at: AT })
		);
		expect(await owner`select from instructions where debt_id = ${debtId}`).toHaveLength(0);
	});
});
