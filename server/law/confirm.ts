/** A manager records that the council has confirmed a rule for itself, or that it no longer does. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { unconfirmedRules } from '../../shared/debts/unconfirmed.ts';
import {
	confirmRefusal,
	type Confirmation,
	type ConfirmRefusal
} from '../../shared/law/confirming.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { confirmations } from './tables.ts';

export type Recorded = { ok: true } | { ok: false; because: ConfirmRefusal };

type By = { ruleId: string; managerId: string; at: Instant };

export async function confirm(
	tx: Transaction,
	asked: By & Confirmation & { today: Day }
): Promise<Recorded> {
	const because = confirmRefusal(asked, { rules: unconfirmedRules(), today: asked.today });
	if (because) return { ok: false, because };
	const { ruleId, managerId, at, on } = asked;
	const made = await tx
		.insert(confirmations)
		.values({
			id: randomUUID(),
			ruleId,
			confirmedBy: asked.by.trim(),
			confirmedOn: on,
			recordedBy: managerId,
			recordedAt: at
		})
		.onConflictDoNothing()
		.returning({ id: confirmations.id });
	if (made.length === 0) return { ok: false, because: 'confirmed-already' };
	await record(tx, {
		at,
		officerId: managerId,
		act: 'law.confirm',
		subjectId: ruleId,
		detail: { on }
	});
	return { ok: true };
}

export async function withdraw(tx: Transaction, asked: By): Promise<Recorded> {
	const { ruleId, managerId, at } = asked;
	const gone = await tx
		.update(confirmations)
		.set({ withdrawnBy: managerId, withdrawnAt: at })
		.where(and(eq(confirmations.ruleId, ruleId), isNull(confirmations.withdrawnAt)))
		.returning({ id: confirmations.id });
	if (gone.length === 0) return { ok: false, because: 'not-confirmed' };
	await record(tx, { at, officerId: managerId, act: 'law.withdraw', subjectId: ruleId });
	return { ok: true };
}
