/** Money typed at the counter: looked at, kept as it was shown, once, and taken back; and never a card's number. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { createCaller } from '#server/router.ts';
import { APPROPRIATION } from '#shared/law/charges/appropriation.ts';
import type { Look, Typed } from '#shared/income/by-hand.ts';
import { day } from '#shared/time/day.ts';
import { northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product }>(async ({ product }) => {
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

const as = (product: Product, name = 'priya') =>
	createCaller({ officer: product.people[name] ?? null, app: product.app, requestId: 'T' }).income
		.byHand;

const typed = (changed: Partial<Typed> = {}): Typed => ({
	amount: '20',
	on: day('2026-11-19'),
	method: 'cash',
	reference: 'SI00903316',
	payer: 'K Ashworth',
	note: '',
	...changed
});

async function owed(owner: postgres.Sql, reference: string): Promise<number> {
	const [row] = await owner`select sum(balance_pence)::int as owed from debts
		where reference = ${reference}`;
	return row?.['owed'] as number;
}

const shownIn = ({ parts, waiting }: Look) => ({
	parts: parts.map(({ debtId, amount }) => ({ debtId, amount })),
	waiting
});

async function kept(product: Product, form: Typed, { name = 'priya', isAnother = false } = {}) {
	const amount = Math.round(Number(form.amount) * 100);
	const look = await as(product, name).look({ amount, reference: form.reference });
	const asked = { key: randomUUID(), typed: form, shown: shownIn(look), isAnother };
	return { look, asked, answer: await as(product, name).take(asked) };
}

describe('cash at the counter', () => {
	test('is on the debt it names, by the rule that was shown, and is taken back', async ({
		product,
		owner
	}) => {
		const before = await owed(owner, 'SI00903316');
		const { look, asked, answer } = await kept(product, typed());
		expect(look).toMatchObject({
			account: 'Invoice',
			isKnown: true,
			ground: 'payer-said',
			waiting: 0,
			parts: [{ amount: 20_00 }],
			law: { rules: [APPROPRIATION.id], mayQuote: false }
		});
		expect(answer).toMatchObject({ ok: true });
		expect(await owed(owner, 'SI00903316')).toBe(before - 20_00);

		// Pressed twice it is kept once; the key of another thing is refused.
		expect(await as(product).take(asked)).toEqual(answer);
		const other = { ...asked, typed: typed({ amount: '21' }) };
		expect(await as(product).take(other)).toEqual({ ok: false, because: 'key-used' });
		expect(await owed(owner, 'SI00903316')).toBe(before - 20_00);

		const receiptId = answer.ok ? answer.receiptId : '';
		const [mine] = await as(product).lately();
		expect(mine).toMatchObject({
			receiptId,
			amount: 20_00,
			payer: 'K Ashworth',
			note: '',
			mayCancel: true,
			isCancelled: false
		});
		expect(await as(product, 'daniel').lately()).toEqual([]);
		expect(await as(product, 'daniel').cancel({ receiptId, key: randomUUID() })).toEqual({
			ok: false,
			because: 'not-yours'
		});
		const cancel = { receiptId, key: randomUUID() };
		expect(await as(product).cancel(cancel)).toEqual({ ok: true });
		expect(await as(product).cancel(cancel)).toEqual({ ok: true });
		expect(await as(product, 'ruth').cancel({ receiptId, key: randomUUID() })).toEqual({
			ok: false,
			because: 'cancelled-already'
		});
		expect(await owed(owner, 'SI00903316')).toBe(before);
		const acts = await owner`select act from audit where subject_id = ${receiptId} order by id`;
		expect(acts.map((row) => row['act'] as string)).toEqual(['income.by-hand', 'income.cancelled']);
	});

	test('just like one before is kept only when it is said to be another', async ({ product }) => {
		const form = typed({ reference: 'HBO210877', amount: '5' });
		expect((await kept(product, form)).answer).toMatchObject({ ok: true });
		const again = await kept(product, form);
		expect(again.answer).toEqual({ ok: false, because: 'typed-before' });
		expect((await kept(product, form, { isAnother: true })).answer).toMatchObject({ ok: true });
	});

	test('for nobody’s reference waits, and for more than is owed what is over', async ({
		product,
		owner
	}) => {
		const nobodys = await kept(product, typed({ reference: 'JUMBLE SALE', amount: '3' }));
		expect(nobodys.look).toMatchObject({ account: null, isKnown: false, waiting: 3_00, law: null });
		expect(nobodys.answer).toMatchObject({ ok: true });
		const slip = await kept(product, typed({ reference: '7710448269', amount: '3' }));
		expect(slip.look).toMatchObject({ account: 'Council Tax account', isKnown: false });

		const balance = await owed(owner, 'NM04715528');
		const pounds = String((balance + 10_00) / 100);
		const over = await kept(product, typed({ reference: 'NM04715528', amount: pounds }));
		expect(over.look).toMatchObject({ parts: [{ amount: balance }], waiting: 10_00 });
		expect(await owed(owner, 'NM04715528')).toBe(0);
		const receiptId = over.answer.ok ? over.answer.receiptId : '';
		await as(product).cancel({ receiptId, key: randomUUID() });
		expect(await owed(owner, 'NM04715528')).toBe(balance);
	});

	test('is not kept when it would do something else than was shown', async ({ product, owner }) => {
		const form = typed({ reference: 'NM04715528', amount: '60' });
		const look = await as(product).look({ amount: 60_00, reference: form.reference });
		await kept(product, { ...form, amount: '59' });
		const late = { key: randomUUID(), typed: form, shown: shownIn(look), isAnother: false };
		const answer = await as(product).take(late);
		expect(answer).toMatchObject({ ok: false, because: 'changed' });
		const now = await as(product).look({ amount: 60_00, reference: form.reference });
		expect('look' in answer && shownIn(answer.look)).toEqual(shownIn(now));
		expect(await owner`select from receipts where amount_pence = 6000`).toEqual([]);
	});
});

describe('a card’s number', () => {
	test.for([
		['the note', { note: 'pays with 4111 1111 1111 1111' }],
		['the payer', { payer: '4111111111111111' }],
		['the reference', { reference: '5555 5555 5555 4444' }]
	] as const)('is refused in %s, and kept nowhere', async ([, changed], { product, owner }) => {
		const form = typed(changed);
		const shown = { parts: [], waiting: 20_00 };
		const asked = { key: randomUUID(), typed: form, shown, isAnother: false };
		await expect(as(product).take(asked)).rejects.toThrow('card-number');
		const [row] = await owner`select count(*)::int as n from receipts
			where reference_given like '%5555%' or payer_name like '%4111%'`;
		expect(row).toEqual({ n: 0 });
		expect(product.lines.join('')).not.toMatch(/4111|5555/);
	});
});
