/**
 * The night's look at every arrangement, keyed by its day: missed days are done in their order, no day twice, by however
 * many processes. Promises whose day has gone by are kept or broken in it too, and whoever has somebody of theirs in
 * front of them hears that figures changed.
 */
import { desc } from 'drizzle-orm';
import { addDays, type Day, type Instant } from '../../shared/time/day.ts';
import type { Clock } from '../clock.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { checkAll } from './check.ts';
import { settlePromises } from './settle-promises.ts';
import { arrangementNights } from './tables.ts';

type Nightly = {
	database: Pick<Database, 'orm'>;
	clock: Clock;
	/** Tells every screen a contact is on. */
	show: (contactId: string) => Promise<void>;
};

/** The days that were done. */
export async function nightly({ database, clock, show }: Nightly): Promise<readonly Day[]> {
	const done: Day[] = [];
	const today = clock.today();
	for (;;) {
		const night = await inTransaction(database, async (tx) => {
			const next = await nextNight(tx, today);
			if (next === null || !(await begun(tx, { next, clock }))) return null;
			return { day: next, changed: await lookAt(tx, { today: next, at: clock.now() }) };
		});
		if (night === null) return done;
		done.push(night.day);
		for (const contactId of night.changed) await show(contactId);
	}
}

/** The open contacts that must be shown again. */
async function lookAt(
	tx: Transaction,
	now: { today: Day; at: Instant }
): Promise<readonly string[]> {
	const { debtIds } = await checkAll(tx, { ...now, policy: await policyOn(tx, now.today) });
	const promised = await settlePromises(tx, now);
	return figuresChanged(tx, { debtIds: [...debtIds, ...promised], at: now.at });
}

/** Null where none is left. A council that has just begun has no nights to make up for. */
async function nextNight(tx: Transaction, today: Day): Promise<Day | null> {
	const [last] = await tx
		.select({ onDay: arrangementNights.onDay })
		.from(arrangementNights)
		.orderBy(desc(arrangementNights.onDay))
		.limit(1);
	if (!last) return today;
	return last.onDay < today ? addDays(last.onDay, 1) : null;
}

/** False where another process does it: its row is there as soon as it has committed. */
async function begun(
	tx: Transaction,
	{ next, clock }: { next: Day; clock: Clock }
): Promise<boolean> {
	const rows = await tx
		.insert(arrangementNights)
		.values({ onDay: next, at: clock.now() })
		.onConflictDoNothing()
		.returning({ onDay: arrangementNights.onDay });
	return rows.length > 0;
}
