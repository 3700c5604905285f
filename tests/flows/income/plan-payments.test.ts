/** Money that quotes a plan's own reference: split by the plan, told to each source, and taken back in every part. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { tellDirectDebits } from '#server/arrangements/direct-debits.ts';
import { moneyMoved } from '#server/arrangements/check.ts';
import { fixedClock } from '#server/clock.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { sayProblem } from '#server/income/files/problem.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { sayReceived } from '#server/income/receiving/say-received.ts';
import { makeFiles } from '#server/letters/outbox/make-files.ts';
import { counterDigits, type Counter } from '#shared/income/references/counter-barcodes.ts';
import { groupedReference } from '#shared/income/references/plan-reference.ts';
import { pence, typePounds } from '#shared/money/pence.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import { aruddOf } from '../../builders/bacs.ts';
import { camtOf } from '../../builders/camt.ts';
import { kellyOffers, shownFor } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product }>(async ({ product }) => {
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

type Plan = { id: string; reference: string };

/** Kelly's £116 on the 1st of each month from December. */
async function agreed(product: Product, owner: postgres.Sql): Promise<Plan> {
	await owner`update contacts set closed_at = now() where closed_at is null`;
	const contactId = await kellyOffers({ product, owner }, { pounds: 116 });
	const shown = await shownFor({ product, owner }, contactId);
	const key = randomUUID();
	expect(await asked(product).outcomes.commit({ contactId, key, shown })).toMatchObject({
		ok: true
	});
	const [row] = await owner`select id, payment_reference as reference from arrangements
		where contact_id = ${contactId}`;
	const plan = row as Plan;
	const said = shown.find(({ id }) => id === 'reference')?.text.replaceAll('\u00a0', ' ');
	expect(said).toContain(groupedReference(plan.reference));
	return plan;
}

async function send(product: Product, file: string, on = '2026-11-19'): Promise<string[]> {
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(file));
	};
	const answer = await receiveFile(chunks(), {
		database: product.app.db,
		clock: fixedClock(instantInLondon(day(on), '12:00')),
		officerId: null,
		dataDir: '.data',
		name: 'statement.xml'
	});
	return answer.ok ? [...sayReceived(answer.value)] : answer.problems.map(sayProblem);
}

const ON = { on: '2026-11-19' };

const paid = (reference: string, pounds: number, id = 'P1') =>
	camtOf([
		{ ...ON, amount: pence(pounds * 100), reference: `${groupedReference(reference)} TA`, id }
	]);

const POST_OFFICE = {
	name: 'Post Office',
	begins: '982699',
	digits: 20,
	check: 'modulus-10'
} as const satisfies Counter;

const atPostOffice = ({ reference }: Plan) => counterDigits(reference, POST_OFFICE) ?? '';

/** What each debt of the plan owes, in its order. */
async function owed(owner: postgres.Sql, { id }: Plan): Promise<number[]> {
	const rows = await owner`select d.balance_pence::int as owed from arrangement_debts g
		join debts d on d.id = g.debt_id where g.arrangement_id = ${id} order by g.position`;
	return rows.map((row) => row['owed'] as number);
}

async function partsOf(owner: postgres.Sql, { id }: Plan, number: number): Promise<number[]> {
	const rows = await owner`select coalesce(p.amount_pence, 0)::int as part from arrangement_debts g
		left join allocations p on p.arrangement_id = g.arrangement_id and p.debt_id = g.debt_id
			and p.number = ${number}
		where g.arrangement_id = ${id} order by g.position`;
	return rows.map((row) => row['part'] as number);
}

async function told(owner: postgres.Sql, kind: string) {
	return owner<{ amount: number; on: string }[]>`select amount_pence::int as amount,
		on_day::text as on from instructions where kind = ${kind} order by id`;
}

async function debits(owner: postgres.Sql, { id }: Plan): Promise<unknown[][]> {
	const rows = await owner`select what, next_on::text from direct_debits
		where arrangement_id = ${id} order by number`;
	return rows.map((row) => Object.values(row) as unknown[]);
}

async function onlyPlan(owner: postgres.Sql): Promise<Plan> {
	const [row] = await owner`select id, payment_reference as reference from arrangements`;
	return row as Plan;
}

async function pageOf(product: Product, { id }: Plan) {
	const seen = await asked(product, 'ruth').arrangements.see({ id });
	if (!seen.ok) throw new Error(seen.because);
	return seen.page;
}

describe('a payment with the plan’s own reference', () => {
	test('is split by the plan the day it arrives, told to each source, and returned whole', async ({
		product,
		owner
	}) => {
		const plan = await agreed(product, owner);
		expect((await pageOf(product, plan)).paymentReference).toBe(plan.reference);
		const before = await owed(owner, plan);
		const parts = await partsOf(owner, plan, 1);
		expect(parts.filter((part) => part > 0).length).toBeGreaterThan(1);

		const said = await send(product, paid(plan.reference, 116));
		expect(said).toEqual([
			'1 receipt of £116.00 taken in: £116.00 placed, £0.00 in suspense (0 to look at).'
		]);
		expect(await owed(owner, plan)).toEqual(before.map((sum, at) => sum - (parts[at] ?? 0)));
		const page = await pageOf(product, plan);
		expect([page.paid, page.instalments[0]?.standing]).toEqual([116_00, 'paid']);

		const out = await told(owner, 'payment');
		expect(out.map(({ amount }) => amount).toSorted()).toEqual(
			parts.filter((part) => part > 0).toSorted()
		);
		expect(out.every(({ on }) => on === ON.on)).toBe(true);
		const at = instantInLondon(day('2026-11-19'), '13:00');
		await inTransaction(product.app.db, (tx) => makeFiles(tx, { at }));
		const files = await owner`select string_agg(content, '') as said from outbox_files`;
		for (const { amount } of out)
			expect(files[0]?.['said']).toContain(`,${ON.on},,amount,,${typePounds(pence(amount))}`);

		// The second payment is the second of the plan.
		await send(product, paid(plan.reference, 116, 'P2'));
		const second = await partsOf(owner, plan, 2);
		const after = before.map((sum, at) => sum - (parts[at] ?? 0) - (second[at] ?? 0));
		expect(await owed(owner, plan)).toEqual(after);
	});

	test('that bounces is owed again in every part, and each source is told', async ({
		product,
		owner
	}) => {
		const plan = await onlyPlan(owner);
		const before = await owed(owner, plan);
		const returned = {
			reference: plan.reference,
			amount: pence(116_00),
			code: '0',
			on: '2026-11-18'
		};
		expect((await send(product, aruddOf([returned])))[0]).toBe(
			'1 payment of £116.00 came back, and each is owed again.'
		);
		const back = await told(owner, 'payment-back');
		expect(back.reduce((sum, { amount }) => sum + amount, 0)).toBe(116_00);
		expect((await owed(owner, plan)).reduce((sum, one) => sum + one, 0)).toBe(
			before.reduce((sum, one) => sum + one, 0) + 116_00
		);
		expect((await pageOf(product, plan)).paid).toBe(116_00);
		const [receipt] = await owner`select count(*)::int as count from receipts
			where state = 'returned' and arrangement_id = ${plan.id}`;
		expect(receipt).toEqual({ count: 1 });
	});

	test('by card that is charged back is owed again in every part, with why on the history', async ({
		product,
		owner
	}) => {
		const plan = await onlyPlan(owner);
		const before = await owed(owner, plan);
		const { paid: kept } = await pageOf(product, plan);
		const heads =
			'Transaction,Date,Amount,Currency,Account reference,Method,Payer,Status,Reason,Payment date';
		const card = (id: string, cells: string) =>
			[heads, `${id},${cells}`.replace('REFERENCE', plan.reference), ''].join('\r\n');
		const settled = '19/11/2026,116.00,GBP,REFERENCE,Card,K ASHWORTH,Settled,,';
		await send(product, card('C1', settled));
		expect(await owed(owner, plan)).not.toEqual(before);
		const back = '20/11/2026,-116.00,GBP,REFERENCE,Card,K ASHWORTH,Charged back,Fraud,19/11/2026';
		const said = await send(product, card('C2', back), '2026-11-20');
		expect(said).toEqual([
			'0 receipts of £0.00 taken in: £0.00 placed, £0.00 in suspense (0 to look at).',
			'1 payment of £116.00 came back, and each is owed again.',
			'1 advice: charged back, to be paid another way or contested.'
		]);
		expect(await owed(owner, plan)).toEqual(before);
		expect((await pageOf(product, plan)).paid).toBe(kept);
		const told = await owner`select sum(amount_pence)::int as sum from instructions
			where kind = 'payment-back' and on_day = '2026-11-20'`;
		expect(told[0]).toEqual({ sum: 116_00 });
		const list = await asked(product, 'ruth').income.advices.list({ after: null });
		expect(list.open.find(({ kind }) => kind === 'charge-back')).toMatchObject({
			means: 'Charged back: the payer says they did not make it',
			toDo: 'charged-back',
			name: 'Kelly Ashworth'
		});
		const again = await send(product, `${card('C2', back)}\r\n`, '2026-11-20');
		expect(again.at(-1)).toContain('1 line had come in before');
		const none = await send(product, card('C3', back), '2026-11-20');
		expect(none.at(-1)).toBe('1 advice: of no payment that is on the account.');
		expect(await owed(owner, plan)).toEqual(before);
	});

	test('has its Direct Debit set up for the first day it can be taken, and moved with its days', async ({
		product,
		owner
	}) => {
		const plan = await onlyPlan(owner);
		const at = instantInLondon(day('2026-11-19'), '13:00');
		const { seen } = await pageOf(product, plan);
		const moving = { id: plan.id, seen, note: 'Off sick.', months: 1 };
		expect(await asked(product).arrangements.giveBreak(moving)).toEqual({ ok: true });
		expect(await debits(owner, plan)).toEqual([
			['set-up', '2027-01-04'],
			['change', '2027-02-01']
		]);
		await inTransaction(product.app.db, (tx) => tellDirectDebits(tx, { at }));
		const [debit] = await owner`select string_agg(content, '') as said from outbox_files
			where source = 'direct-debits'`;
		expect(debit?.['said']).toContain(
			`${plan.reference},set-up,2026-11-19,116.00,monthly,2027-01-04,`
		);
	});

	test('is shown at the counter before it is kept, and is nobody’s with a slip', async ({
		product,
		owner
	}) => {
		const [row] = await owner`select id, payment_reference as reference from arrangements`;
		const { reference } = row as Plan;
		const look = await asked(product).income.byHand.look({ amount: 40_00, reference });
		expect(look).toMatchObject({
			account: 'Payment plan',
			isKnown: true,
			ground: 'by-plan',
			waiting: 0
		});
		const slip = `${reference.slice(0, -1)}${(Number(reference.at(-1)) + 1) % 10}`;
		const nobody = await asked(product).income.byHand.look({ amount: 40_00, reference: slip });
		expect(nobody).toMatchObject({ account: null, isKnown: false, waiting: 40_00 });
		const isLater = await asked(product).income.byHand.look({
			amount: 40_00,
			reference: `${reference} SI00903316`
		});
		expect(isLater).toMatchObject({ ground: 'by-plan' });
		const anothers = await asked(product).income.byHand.look({
			amount: 40_00,
			reference: `${reference} NM04715528`
		});
		expect(anothers).toMatchObject({ ground: null, waiting: 40_00 });
	});

	test('is known by a counter network’s barcode, which stands on the agreement', async ({
		product,
		owner
	}) => {
		const plan = await onlyPlan(owner);
		await owner`update policy_versions set value = ${owner.json({ counters: [POST_OFFICE] })}
			where row_id = 'BC'`;
		const digits = atPostOffice(plan);
		const look = await asked(product).income.byHand.look({ amount: 40_00, reference: digits });
		expect(look).toMatchObject({ account: 'Payment plan', isKnown: true, ground: 'by-plan' });
		const others = `${digits.slice(0, 6)}1${digits.slice(7)}`;
		const nobodys = await asked(product).income.byHand.look({ amount: 40_00, reference: others });
		expect(nobodys).toMatchObject({ account: null, isKnown: false, waiting: 40_00 });
	});

	test('follows the plan that replaced it', async ({ product, owner }) => {
		const [row] = await owner`select id, payment_reference as reference from arrangements`;
		const old = row as Plan;
		await owner`update arrangements set state = 'broken'`;
		await owner`update arrangement_debts set is_live = false`;
		const plan = await agreed(product, owner);
		const [state] = await owner`select state from arrangements where id = ${old.id}`;
		expect(state).toEqual({ state: 'superseded' });
		const before = (await pageOf(product, plan)).paid;
		// As the Post Office has it, with its own number and digit around it.
		const file = camtOf([{ ...ON, amount: pence(116_00), reference: atPostOffice(old), id: 'P3' }]);
		await send(product, file, '2026-11-20');
		expect((await pageOf(product, plan)).paid).toBe(before + 116_00);
		const [receipt] = await owner`select arrangement_id as id from receipts
			where reference = ${old.reference} order by at desc limit 1`;
		expect(receipt).toEqual({ id: plan.id });
		expect((await debits(owner, old)).at(-1)).toEqual(['cancel', null]);
		expect(await debits(owner, plan)).toEqual([['set-up', '2027-01-04']]);
	});

	test('past the plan goes to what its debts owe, in their order, and then waits', async ({
		product,
		owner
	}) => {
		const [row] = await owner`select id, payment_reference as reference from arrangements
			where state = 'active'`;
		const plan = row as Plan;
		const left = (await owed(owner, plan)).reduce((sum, one) => sum + one, 0);
		const more = pence(left + 50_00);
		const file = camtOf([{ ...ON, amount: more, reference: plan.reference, id: 'P4' }]);
		expect((await send(product, file, '2026-11-21'))[0]).toMatch(
			/£50\.00 in suspense \(1 to look at\)/
		);
		expect(await owed(owner, plan)).toEqual((await owed(owner, plan)).map(() => 0));
		expect((await pageOf(product, plan)).state).toBe('completed');
		await send(product, paid(plan.reference, 7, 'P5'), '2026-11-21');
		const waits = await asked(product, 'ruth').income.suspense.list({ after: null });
		const [number] = await owner`select number from arrangements where id = ${plan.id}`;
		const quoted = { ...number, state: 'completed', isOwed: false };
		expect(waits.waiting.filter((one) => one.reference.includes('TA'))).toMatchObject([
			{ amount: 7_00, plan: quoted }
		]);
		// One that waits is taken back too, and is owed on nothing.
		const heads = 'Transaction,Date,Amount,Currency,Account reference,Method,Payer,Status';
		const card = (id: string, state: string) =>
			`${heads}\r\n${id},21/11/2026,9.00,GBP,${plan.reference},Card,,${state}\r\n`;
		await send(product, card('C8', 'Settled'), '2026-11-21');
		const later = await asked(product, 'ruth').income.suspense.list({ after: null });
		expect(later.total - waits.total).toBe(9_00);
		expect((await send(product, card('C9', 'Charged back'), '2026-11-21')).slice(1)).toEqual([
			'1 advice: nothing more to do.',
			'1 payment of £9.00 came back that waited here.'
		]);
		const after = await asked(product, 'ruth').income.suspense.list({ after: null });
		expect(after.total).toBe(waits.total);
		expect((await owed(owner, plan)).every((sum) => sum === 0)).toBe(true);
		const debtIds = (
			await owner`select debt_id from arrangement_debts
			where arrangement_id = ${plan.id}`
		).map((one) => one['debt_id'] as string);
		const at = instantInLondon(day('2026-11-22'), '09:00');
		await inTransaction(product.app.db, (tx) => moneyMoved(tx, { debtIds, at }));
	});
});
