/**
 * What may follow on the debts of a plan that is broken: each goes on from the stage it had, nothing is added for the
 * time of the plan, and its next lawful step is proposed to a leader, who takes it on its case. Nothing is taken here.
 */
import { sql } from 'drizzle-orm';
import type { Proposed } from '../../shared/arrangements/life/proposed.ts';
import { proposedStep } from '../../shared/debts/moving/case-view.ts';
import { stageWords } from '../../shared/debts/ladder/stages.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { caseRecord } from '../debts/case.ts';

/** Nothing of one that is not broken. */
export async function proposed(
	tx: Transaction,
	{ id, today }: { id: string; today: Day }
): Promise<readonly Proposed[]> {
	const debts = await tx.execute<{ debtId: string }>(sql`
		select g.debt_id as "debtId" from arrangement_debts g join arrangements a on a.id = g.arrangement_id
		where a.id = ${id}::uuid and a.state = 'broken' order by g.position`);
	const found: Proposed[] = [];
	for (const { debtId } of debts) {
		const record = await caseRecord(tx, { debtId, today });
		const { title, reference, balance } = record.debt;
		const step = proposedStep(record, { today });
		found.push({ debtId, title, reference, balance, stage: stageWords(record.debt).name, step });
	}
	return found;
}
