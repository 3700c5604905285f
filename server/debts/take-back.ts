/**
 * Takes back what was done on a debt in a moratorium (SI 2020/1311 reg 7): its steps are marked undone, what they and
 * anything else added comes off by a reversal, and the debt stands where it stood before. Its source is told.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { toUndo, type Reached, type ToUndo } from '../../shared/debts/moratorium/undoing.ts';
import type { PutRightRecord } from '../../shared/debts/moratorium/put-right.ts';
import { minus, NO_PENCE, type Pence } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Transaction } from '../db/transaction.ts';
import { instruct } from '../letters/instruct.ts';
import { ENTRIES, HISTORY, HOLDS } from './debt-json.ts';
import { enter, opposite } from './enter.ts';
import { debts, liabilities, stageChanges, steps } from './tables.ts';

export type TakingBack = { debtId: string; leaderId: string; at: Instant; today: Day };

export type TakenBack = { ok: true; cost: Pence } | { ok: false; because: 'nothing-to-put-right' };

export async function takeBack(tx: Transaction, asked: TakingBack): Promise<TakenBack> {
	const { debtId, at } = asked;
	await tx.execute(sql`select from debts where id = ${debtId}::uuid for no key update`);
	const held = await recordOf(tx, debtId);
	const found = held && toUndo(held.history, held);
	if (!held || !found) return { ok: false, because: 'nothing-to-put-right' };
	await undo(tx, { asked, history: held.history, found });
	await takeOff(tx, { asked, cost: found.cost });
	await figuresChanged(tx, { debtIds: [debtId], at });
	await record(tx, {
		at,
		officerId: asked.leaderId,
		act: 'debts.takeBack',
		subjectId: debtId,
		detail: { cost: found.cost, steps: found.steps.map(({ stage }) => stage) }
	});
	return { ok: true, cost: found.cost };
}

type Kept = Pick<PutRightRecord, 'history' | 'holds' | 'entries'>;

async function recordOf(tx: Transaction, debtId: string): Promise<Kept | undefined> {
	const [row] = await tx.execute<{ debt: string }>(sql`
		select json_build_object('history', ${sql.raw(HISTORY)}, 'holds', ${sql.raw(HOLDS)},
			'entries', ${sql.raw(ENTRIES)})::text as debt
		from debts d where d.id = ${debtId}::uuid`);
	return row && (JSON.parse(row.debt) as Kept);
}

async function undo(
	tx: Transaction,
	{ asked, history, found }: { asked: TakingBack; history: readonly Reached[]; found: ToUndo }
): Promise<void> {
	const { debtId, leaderId, today } = asked;
	if (found.steps.length === 0) return;
	const undone = new Set(found.steps.map(({ id }) => id));
	const left = history.filter(({ id, isUndone }) => !isUndone && !undone.has(id)).at(-1);
	if (!left) throw new Error('A debt whose every stage is undone has none to stand at.');
	await tx.insert(stageChanges).values(
		found.steps.map(({ id }) => ({
			id: randomUUID(),
			debtId,
			stage: left.stage,
			reachedOn: today,
			source: 'fairline',
			cites: [found.rule.id],
			officerId: leaderId,
			undoesId: id
		}))
	);
	await tx.update(debts).set({ stage: left.stage, stageOn: left.on }).where(eq(debts.id, debtId));
	const running = and(eq(steps.debtId, debtId), isNull(steps.toOn));
	await tx.update(steps).set({ toOn: today }).where(running);
	const [owed] = await tx
		.select({ customerId: liabilities.customerId })
		.from(liabilities)
		.where(eq(liabilities.debtId, debtId))
		.limit(1);
	if (!owed) return;
	const stop = { debtId, kind: 'stop', because: 'put-right' } as const;
	const { customerId } = owed;
	await instruct(tx, { instructions: [stop], customerId, contactId: null, at: asked.at });
}

async function takeOff(
	tx: Transaction,
	{ asked, cost }: { asked: TakingBack; cost: Pence }
): Promise<void> {
	if (cost === NO_PENCE) return;
	const { debtId, leaderId, at, today } = asked;
	await enter(tx, {
		kind: 'reversal',
		on: today,
		at,
		officerId: leaderId,
		lines: opposite({ debtId, fund: 'costs', amount: minus(NO_PENCE, cost) })
	});
}
