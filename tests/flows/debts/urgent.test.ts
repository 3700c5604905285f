/**
 * What a source did after it was told to stop, and what it should know by now and does not, are at the top of the desk's
 * list until somebody has dealt with them; what such a stage cost comes off the debt.
 */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { debtOf } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

const ORDER = '7710448261';

async function balanceOf(owner: postgres.Sql, debtId: string): Promise<number> {
	const [row] = await owner`select balance_pence::int as pence from debts where id = ${debtId}`;
	return row?.['pence'] as number;
}

async function toldToStop(owner: postgres.Sql, debtId: string, kind = 'stop'): Promise<void> {
	await owner`insert into instructions (source, debt_id, customer_id, kind, because, send_by_at,
			given_at, state, told_at)
		select 'revenues', ${debtId}, (select customer_id from liabilities where debt_id = ${debtId}
			order by customer_id limit 1), ${kind}, 'hold', '2026-11-10T18:00Z', '2026-11-10T10:00Z', 'told',
			'2026-11-10T10:01Z'`;
}

async function reached(owner: postgres.Sql, debtId: string, on: string): Promise<void> {
	await owner`insert into stage_changes (id, debt_id, stage, reached_on, cost_pence, source)
		values (${randomUUID()}, ${debtId}, 'ENFORCEMENT_AGENT', ${on}, 7500, 'revenues')`;
}

describe('a stage that moved on after a stop', () => {
	test('is at the top with its cost, which a leader takes off', async ({ product, owner }) => {
		const debtId = await debtOf(owner, ORDER);
		const before = await balanceOf(owner, debtId);
		await toldToStop(owner, debtId);
		await reached(owner, debtId, '2026-11-10');
		expect(await asked(product).outbox.urgent()).toEqual([]);
		await reached(owner, debtId, '2026-11-12');
		const [first] = await asked(product).outbox.urgent();
		expect(first).toMatchObject({ kind: 'moved', reference: ORDER, on: '2026-11-12', cost: 7500 });
		expect(first?.name).toMatch(/^.•••• A••••$/);
		const subject = first?.subject ?? '';
		const note = 'Rang them to say sorry. Taken off today.';
		expect(await asked(product).outbox.lookInto({ subject, note })).toEqual({
			ok: false,
			because: 'leader-needed'
		});
		const leader = asked(product, 'ruth').outbox;
		expect(await leader.lookInto({ subject, note })).toEqual({ ok: true, cost: 7500 });
		expect(await balanceOf(owner, debtId)).toBe(before - 7500);
		const [last] = await owner`select kind, because, state from instructions
			where debt_id = ${debtId} order by id desc limit 1`;
		expect(last).toMatchObject({ kind: 'stop', because: 'put-right' });
		expect(await leader.urgent()).toEqual([]);
		expect(await leader.lookInto({ subject, note })).toEqual({
			ok: false,
			because: 'dealt-with'
		});
		expect(await balanceOf(owner, debtId)).toBe(before - 7500);
		await expect(owner`select note from looked_into where subject = ${subject}`).resolves.toEqual([
			{ note }
		]);
	});

	test('is none where the source was told to go on before', async ({ product, owner }) => {
		const debtId = await debtOf(owner, '7710448262');
		await toldToStop(owner, debtId);
		await toldToStop(owner, debtId, 'restart');
		await reached(owner, debtId, '2026-11-12');
		expect(await asked(product, 'ruth').outbox.urgent()).toEqual([]);
	});
});

describe('what a source should know by now', () => {
	test('is on the list until it is told, or somebody has told it', async ({ product, owner }) => {
		const debtId = await debtOf(owner, 'SI00903316');
		// In a file that cannot be laid.
		const [file] =
			await owner`insert into outbox_files (id, source, number, name, count, digest, made_at)
			values (${randomUUID()}, 'invoicing', 999, 'invoicing-000999.csv', 1, '', now()) returning id`;
		const [late] =
			await owner`insert into instructions (source, debt_id, customer_id, kind, because,
				send_by_at, given_at, file_id, tries)
			select 'invoicing', ${debtId}, customer_id, 'stop', 'hold', '2026-11-18T18:00Z',
				'2026-11-18T10:00Z', ${file?.['id'] as string}, 4
			from liabilities where debt_id = ${debtId} returning id::int`;
		await owner`update outbox_files set written_at = now() where number = 999`;
		const list = await asked(product).outbox.urgent();
		expect(list).toMatchObject([
			{ kind: 'late', subject: `late ${late?.['id'] as number}`, name: 'K•••• A••••', tries: 4 }
		]);
		const subject = list[0]?.subject ?? '';
		const said = { subject, note: 'Told invoicing by telephone.' };
		expect(await asked(product).outbox.lookInto(said)).toEqual({ ok: true, cost: 0 });
		expect(await asked(product).outbox.urgent()).toEqual([]);
	});
});

describe('the files of the outbox', () => {
	test('are a leader’s to open, and who opened one is on record', async ({ product, owner }) => {
		const id = randomUUID();
		await owner`insert into outbox_files (id, source, number, name, count, digest, content, made_at, written_at)
			values (${id}, 'parking', 998, 'parking-000998.csv', 1, '', 'instruction\r\n', now(), now())`;
		const leader = asked(product, 'ruth').outbox;
		expect((await leader.files()).map(({ name }) => name)).toContain('parking-000998.csv');
		expect(await leader.file({ fileId: id })).toEqual({
			name: 'parking-000998.csv',
			content: 'instruction\r\n'
		});
		const seen =
			await owner`select officer_id, subject_id from audit where act = 'outbox.open-file'`;
		expect(seen).toEqual([{ officer_id: product.people['ruth']?.id, subject_id: id }]);
		expect(await leader.file({ fileId: randomUUID() })).toBeNull();
	});
});
