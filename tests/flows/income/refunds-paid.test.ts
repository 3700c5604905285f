/** A refund that was told is confirmed by the bank's statement or a person, and one that is rejected comes back. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { enter, opposite } from '#server/debts/enter.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { sayReceived } from '#server/income/receiving/say-received.ts';
import { tellRefunds } from '#server/income/refunds/tell-refunds.ts';
import { createCaller } from '#server/router.ts';
import { refundReference } from '#shared/income/refunds/refund-paid.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { camtOf, type Credit } from '../../builders/camt.ts';
import { debtOf } from '../agreeing.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product }>(async ({ product }) => {
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

type Scene = { product: Product; owner: postgres.Sql };

const as = (product: Product, name = 'priya') =>
	createCaller({ officer: product.people[name] ?? null, app: product.app, requestId: 'T' }).income;

/** What is said of a statement with these. */
async function statement({ app }: Product, ...lines: readonly Credit[]): Promise<string> {
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(camtOf(lines)));
	};
	const { db: database, clock } = app;
	const parts = { database, clock, officerId: null, dataDir: '.data', name: 'a.xml' };
	const answer = await receiveFile(chunks(), parts);
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
	return sayReceived(answer.value).join(' ');
}

/** Twenty pounds that wait, asked back, approved and told: its id and its reference. */
async function told({ product, owner }: Scene, of?: { debtId: string }) {
	const reference = `LOST ${randomUUID().slice(0, 6)}`;
	if (!of) await statement(product, { amount: pence(20_00), reference, id: randomUUID() });
	const [waiting] = await owner<{ receiptId: string }[]>`select id as "receiptId" from receipts
		where reference_given = ${reference}`;
	const asked = await as(product).refunds.ask({
		of: of ?? { receiptId: waiting?.receiptId ?? '' },
		amount: 20_00,
		because: 'They paid us by mistake and want it back.',
		key: randomUUID()
	});
	const refundId = asked.ok ? asked.refundId : '';
	expect(await as(product, 'ruth').refunds.approve({ refundId })).toEqual({ ok: true });
	await inTransaction(product.app.db, (tx) => tellRefunds(tx, { at: AT }));
	const [row] = await owner<{ number: number }[]>`select number::int as number from refunds
		where id = ${refundId}`;
	return { refundId, reference: refundReference(row?.number ?? 0), waited: reference };
}

const OUT = { amount: pence(20_00), on: '2026-11-19', isOut: true };

async function listed(product: Product, refundId: string) {
	const { told: open, decided } = await as(product, 'ruth').refunds.list();
	return {
		isOpen: open.some(({ id }) => id === refundId),
		refund: [...open, ...decided].find(({ id }) => id === refundId)
	};
}

describe('a refund that was told', () => {
	test('is not confirmed until the bank paid its amount quoting it', async ({ product, owner }) => {
		const { refundId, reference } = await told({ product, owner });
		expect(await listed(product, refundId)).toMatchObject({ isOpen: true, refund: { paid: null } });
		const penny = { ...OUT, amount: pence(19_99), reference, id: 'A' };
		expect(await statement(product, penny)).toContain(
			`${reference}: £19.99 went out and the refund is £20.00`
		);
		expect((await listed(product, refundId)).isOpen).toBe(true);
		const paid = { ...OUT, reference: `REFUND ${reference}`, id: 'B' };
		expect(await statement(product, paid)).toContain('1 refund of £20.00 confirmed as paid.');
		expect(await listed(product, refundId)).toMatchObject({
			isOpen: false,
			refund: { paid: { on: '2026-11-19', by: null } }
		});
		// The same line in the next statement, and the same sum once more.
		expect(await statement(product, paid, { amount: pence(1), id: 'C' })).not.toMatch(/refund/i);
		expect(await statement(product, { ...paid, id: 'D' })).toContain('it was paid already');
	});

	test('comes back as no receipt, and waits where it waited', async ({ product, owner }) => {
		const { refundId, reference, waited } = await told({ product, owner });
		const back = { amount: pence(20_00), on: '2026-11-19', reference, id: 'E' };
		const said = await statement(product, back);
		expect(said).toContain('0 receipts');
		expect(said).toContain('1 refund of £20.00 came back');
		const [receipt] = await owner`select state, suspense_pence::int as waiting from receipts
			where reference_given = ${waited}`;
		expect(receipt).toEqual({ state: 'suspense', waiting: 20_00 });
		expect((await listed(product, refundId)).refund?.state).toBe('came-back');
		// In an overlapping statement it is still no receipt.
		expect(await statement(product, back, { amount: pence(2), id: 'F' })).toContain(
			'1 receipt of £0.02'
		);
	});

	test('of an account in credit comes back onto it', async ({ product, owner }) => {
		const debtId = await debtOf(owner, 'SI00903316');
		const balance = async () => {
			const [row] = await owner`select balance_pence::int as owed from debts where id = ${debtId}`;
			return row?.['owed'] as number;
		};
		const owed = await balance();
		await statement(product, { amount: pence(owed), reference: 'SI00903316', id: randomUUID() });
		// The invoice turns out to be twenty pounds less: the account is in credit.
		await inTransaction(product.app.db, (tx) =>
			enter(tx, {
				kind: 'reduction',
				on: product.app.clock.today(),
				at: AT,
				lines: opposite({ debtId, fund: 'income', amount: pence(-20_00) })
			})
		);
		expect(await balance()).toBe(-20_00);
		const { refundId } = await told({ product, owner }, { debtId });
		expect(await balance()).toBe(0);
		const { refunds } = as(product, 'ruth');
		expect(await refunds.paid({ refundId, on: day('2026-11-18') })).toMatchObject({
			because: 'before-told'
		});
		expect(await refunds.paid({ refundId, on: day('2026-11-19') })).toEqual({ ok: true });
		expect(await refunds.paid({ refundId, on: day('2026-11-19') })).toMatchObject({
			because: 'paid-already'
		});
		expect((await listed(product, refundId)).refund?.paid?.by).toBe('Ruth Ellison');
		expect(await refunds.cameBack({ refundId })).toEqual({ ok: true });
		expect(await refunds.cameBack({ refundId })).toMatchObject({ because: 'gone' });
		expect(await balance()).toBe(-20_00);
		await expect(as(product).refunds.cameBack({ refundId })).rejects.toThrow('Your role');
	});
});
