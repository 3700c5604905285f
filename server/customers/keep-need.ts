/** Of a support need an officer changes when it is asked again and who may see it, or ends it: what is noted anew is a new one. */
import { and, eq, isNull } from 'drizzle-orm';
import type { NeedSeenBy } from '../../shared/customers/support.ts';
import { addDays, type Day } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import type { InContact } from './authorities/record.ts';
import { supportNeeds } from './tables.ts';

export type NeedKept = { ok: true } | { ok: false; because: 'no-such-need' | 'in-the-past' };

/** A need that only leaders see only they change. */
type OfNeed = InContact & { needId: string; isLeader: boolean };

export async function keepNeed(
	tx: Transaction,
	asked: OfNeed & { reviewOn: Day; seenBy: NeedSeenBy }
): Promise<NeedKept> {
	const { reviewOn, seenBy, today } = asked;
	if (reviewOn <= today) return { ok: false, because: 'in-the-past' };
	return change(tx, { asked, act: 'customers.need-kept', values: { reviewOn, seenBy } });
}

/** They do not need it, or do not agree any more to its being kept. */
export async function endNeed(tx: Transaction, asked: OfNeed): Promise<NeedKept> {
	const values = { toOn: addDays(asked.today, -1), endedBy: asked.officerId };
	return change(tx, { asked, act: 'customers.need-ended', values });
}

async function change(
	tx: Transaction,
	{
		asked,
		act,
		values
	}: { asked: OfNeed; act: string; values: Partial<typeof supportNeeds.$inferInsert> }
): Promise<NeedKept> {
	const { needId, customerId, contactId, officerId, at, isLeader } = asked;
	const changed = await tx
		.update(supportNeeds)
		.set(values)
		.where(
			and(
				eq(supportNeeds.id, needId),
				eq(supportNeeds.customerId, customerId),
				isNull(supportNeeds.toOn),
				isLeader ? undefined : eq(supportNeeds.seenBy, 'officers')
			)
		)
		.returning({ id: supportNeeds.id });
	if (changed.length === 0) return { ok: false, because: 'no-such-need' };
	await record(tx, { at, officerId, act, contactId, customerId, subjectId: needId });
	return { ok: true };
}
