/**
 * Which entries of ours an extract brought: the same debt, kind and amount, the method too where both know it, and days
 * no further apart than policy says. The nearest days are paired first and each stands for one other alone.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/transaction.ts';
import { STANDS } from '../../debts/debt-json.ts';
import { enterReversals } from '../../debts/take-entries.ts';
import type { Instant } from '../../../shared/time/day.ts';

export type OursRetired = {
	importId: string;
	fresh: string;
	/** Made by this. */
	pairs: string;
	daysApart: number;
	at: Instant;
};

/** Ours on a debt that no extract has brought, as far as it stands: an undone pair is not awaited. */
export const WAITING = `entries e where e.source = 'fairline' and e.debt_id is not null and ${STANDS}`;

/** More rounds than days apart find nothing new. */
const MOST_ROUNDS = 40;

/** How many were retired. */
export async function retireOurs(tx: Transaction, retired: OursRetired): Promise<number> {
	const { importId, fresh, at } = retired;
	const pairs = sql.raw(retired.pairs);
	await tx.execute(sql`
		create temporary table ${pairs} (set_id uuid, debt_id uuid, ours_on date, fresh_set_id uuid,
			reference text, reversal_set_id uuid) on commit drop`);
	let count = 0;
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const found = await pairNearest(tx, retired);
		if (found === 0) break;
		count += found;
	}
	if (count === 0) return 0;
	await enterReversals(tx, { pairs: retired.pairs, fresh, at });
	await tx.execute(sql`
		insert into retirements (set_id, debt_id, reversal_set_id, source_reference, import_id)
		select set_id, debt_id, reversal_set_id, reference, ${importId}::uuid from ${pairs}`);
	return count;
}

/** Those that are each other's nearest. */
async function pairNearest(
	tx: Transaction,
	{ pairs, fresh, daysApart }: OursRetired
): Promise<number> {
	const made = await tx.execute(sql`
		with near as (
			select e.set_id, e.debt_id, e.entered_on as ours_on, f.set_id as fresh_set_id, f.reference,
				row_number() over (partition by e.set_id, e.debt_id
					order by abs(e.entered_on - f.entered_on), f.entered_on, f.reference, f.set_id) as of_ours,
				row_number() over (partition by f.set_id
					order by abs(e.entered_on - f.entered_on), e.entered_on, e.id) as of_theirs
			from ${sql.raw(
				WAITING.replace(
					' where ',
					` join ${fresh} f
				on f.debt_id = e.debt_id and f.amount_pence = e.amount_pence and f.kind = e.kind where `
				)
			)}
				and abs(e.entered_on - f.entered_on) <= ${daysApart}
				and (e.method = f.method or e.method is null or f.method is null)
				and not exists (select from ${sql.raw(pairs)} p where p.set_id = e.set_id and p.debt_id = e.debt_id)
				and not exists (select from ${sql.raw(pairs)} p where p.fresh_set_id = f.set_id)
		)
		insert into ${sql.raw(pairs)}
		select set_id, debt_id, ours_on, fresh_set_id, reference, gen_random_uuid()
		from near where of_ours = 1 and of_theirs = 1
		returning set_id`);
	return made.length;
}
