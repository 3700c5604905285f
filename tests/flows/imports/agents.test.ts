/** Enforcement agents hear at once of a payment and of a recall, and their answer shows on the debt. */
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { sayProblems } from '#server/income/files/problem.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { sayReceived } from '#server/income/receiving/say-received.ts';
import { instruct } from '#server/letters/instruct.ts';
import { tellSources } from '#server/letters/tell-sources.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { customerNamed, debtOf, identified } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test } from '../product.ts';

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

	test('answer by a file of theirs, each answer once', async ({ product, owner }) => {
		const { db, clock } = product.app;
		const debtId = await debtOf(owner, '7710298812');
		await tellSources({
			database: db,
			clock: fixedClock(AT),
			folder: product.app.env.outboxDir,
			isDemo: false
		});
		const paid = opposite({ debtId, fund: 'bank', amount: pence(-1000) });
		await inTransaction(db, (tx) =>
			enter(tx, { lines: paid, kind: 'payment', on: day('2026-11-19'), at: AT })
		);
		const [told] = await owner<{ id: number }[]>`select id::int as id from instructions
			where debt_id = ${debtId} order by id desc limit 1`;
		const heads = 'instruction,what,reference,acknowledged,name';
		const send = async (...lines: readonly string[]) => {
			const chunks = async function* () {
				yield await Promise.resolve(new TextEncoder().encode([heads, ...lines].join('\r\n')));
			};
			const parts = { database: db, clock, officerId: null, dataDir: '.data', name: 'a.csv' };
			const answer = await receiveFile(chunks(), parts);
			return answer.ok ? sayReceived(answer.value) : sayProblems(answer.problems);
		};
		const line = `${told?.id ?? 0},paid,7710298812,2026-11-19,"Harrow, J"`;
		expect(await send(line)).toEqual([
			`line 2: instruction ${told?.id ?? 0} has not been sent yet`
		]);
		await tellSources({
			database: db,
			clock: fixedClock(AT),
			folder: product.app.env.outboxDir,
			isDemo: false
		});
		expect(await send(line, '99999,paid,7710298812,2026-11-19,J Harrow')).toEqual([
			'line 3: agents were never told of an instruction 99999'
		]);
		const stateOf = async () => {
			const [row] = await owner`select state, answered_by as "by" from instructions
				where id = ${told?.id ?? 0}`;
			return row;
		};
		expect(await stateOf()).toEqual({ state: 'told', by: null });
		expect(await send(line)).toEqual(['1 answer of enforcement agents taken in.']);
		expect(await stateOf()).toEqual({ state: 'confirmed', by: 'Harrow, J' });
		const [again = ''] = await send(line);
		expect(again).toContain('nothing is done twice');
		// In another file the line is left out.
		expect(await send(line, '')).toEqual([
			'0 answers of enforcement agents taken in.',
			'1 line had come in before and was left out: line 2.'
		]);
		expect(await send('x,paid,1,31 February,')).toEqual(['line 2: "x" is no instruction of ours']);
	});

	test('answer to a person, who writes down who and when', async ({ product, owner }) => {
		const debtId = await debtOf(owner, 'NM04602717');
		await owner`update instructions set state = 'told', told_at = ${AT} where debt_id = ${debtId}`;
		const contactId = await identified({ product, owner }, { name: 'Leon Varga' });
		const { debts } = asked(product);
		const said = { contactId, debtId, name: 'J Harrow' };
		expect(await debts.acknowledged({ ...said, on: day('2026-11-18') })).toEqual({
			ok: false,
			because: 'not-that-day'
		});
		expect(await debts.acknowledged({ ...said, on: day('2026-11-19') })).toEqual({ ok: true });
		expect(await debts.acknowledged({ ...said, on: day('2026-11-19') })).toMatchObject({
			because: 'nothing-told'
		});
		const answer = await debts.detail({ contactId, debtId });
		expect(answer.ok && answer.detail.agents?.told).toMatchObject({
			state: 'confirmed',
			answeredBy: 'J Harrow',
			confirmedOn: '2026-11-19'
		});
		const other = await debtOf(owner, '7710448261');
		expect(
			await debts.acknowledged({ ...said, debtId: other, on: day('2026-11-19') })
		).toMatchObject({
			because: 'not-theirs'
		});
	});
});
