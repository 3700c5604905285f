/**
 * Whom a change of a plan concerns beside the sources: every open contact about anybody who owes one of its debts hears
 * that figures changed, the other person on a joint debt too, and nobody hears of what. The debts are locked before the
 * plan and the contacts (`contacts/acts/in-order.ts`), so that a commit waits and never in a circle.
 */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../shared/time/day.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Transaction } from '../db/transaction.ts';

const listOf = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;

export async function lockDebtsOf(
	tx: Transaction,
	arrangementIds: readonly string[]
): Promise<void> {
	if (arrangementIds.length === 0) return;
	await tx.execute(sql`select from debts where id in (select debt_id from arrangement_debts
			where arrangement_id = any(${listOf(arrangementIds)}))
		order by id for no key update`);
}

export async function debtsOfPlans(
	tx: Transaction,
	arrangementIds: readonly string[]
): Promise<readonly string[]> {
	if (arrangementIds.length === 0) return [];
	const rows = await tx.execute<{ debtId: string }>(sql`
		select distinct debt_id as "debtId" from arrangement_debts
		where arrangement_id = any(${listOf(arrangementIds)})`);
	return rows.map(({ debtId }) => debtId);
}

/** The contacts that must be shown again. */
export async function planChanged(
	tx: Transaction,
	{ arrangementId, at }: { arrangementId: string; at: Instant }
): Promise<readonly string[]> {
	return figuresChanged(tx, { debtIds: await debtsOfPlans(tx, [arrangementId]), at });
}
