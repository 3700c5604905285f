/** Promises that are paid, or whose last day has gone by, in a night or because money moved on their debts: kept or broken, as the rule in `shared` decides each. */
import { inArray, sql } from 'drizzle-orm';
import { promiseNow, type PromiseFacts } from '../../shared/arrangements/life/promised.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { promises } from './tables.ts';

type Found = PromiseFacts & { id: string; customerId: string; debtId: string };

/** The debts whose promises were kept or broken. */
export async function settlePromises(
	tx: Transaction,
	{ today, at, debtIds }: { today: Day; at: Instant; debtIds?: readonly string[] }
): Promise<readonly string[]> {
	const policy = await policyOn(tx, today);
	const decided = (await livePromises(tx, debtIds)).map((one) => ({
		...one,
		now: promiseNow(one, { today, policy })
	}));
	for (const state of ['kept', 'broken'] as const) {
		const those = decided.filter(({ now }) => now === state);
		if (those.length === 0) continue;
		const ids = those.map(({ id }) => id);
		await tx.update(promises).set({ state, settledOn: today }).where(inArray(promises.id, ids));
		for (const { id: subjectId, customerId } of those)
			await record(tx, {
				at,
				officerId: null,
				act: `arrangements.promise-${state}`,
				customerId,
				subjectId,
				detail: { rules: ['L8', 'L1'] }
			});
	}
	return decided.flatMap(({ now, debtId }) => (now === 'live' ? [] : [debtId]));
}

async function livePromises(
	tx: Transaction,
	debtIds: readonly string[] | undefined
): Promise<Found[]> {
	const those = debtIds ? sql`and p.debt_id = any(${`{${debtIds.join(',')}}`}::uuid[])` : sql``;
	const rows = await tx.execute<{ found: string }>(sql`
		select json_build_object('id', p.id, 'customerId', p.customer_id, 'debtId', p.debt_id, 'amount', p.amount_pence,
			'byOn', p.by_on, 'holdsUntil', p.holds_until_on,
			'paid', coalesce((select -sum(e.amount_pence) from entries e where e.debt_id = p.debt_id
				and e.at > p.at and (e.payer_id is null or e.payer_id = p.customer_id)
				and (e.kind in ('payment', 'transfer') or (e.kind = 'reversal' and e.payer_id is not null))
			), 0))::text as found
		from promises p where p.state = 'live' ${those} for update`);
	return rows.map(({ found }) => JSON.parse(found) as Found);
}
