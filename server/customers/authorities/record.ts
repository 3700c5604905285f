/** An authority to speak for a customer is recorded on evidence somebody saw, and ended; never changed. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import {
	judgeAuthority,
	type AuthorityDraft,
	type AuthorityEnd,
	type AuthorityRefusal
} from '../../../shared/customers/authorities.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import type { Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { customers } from '../tables.ts';
import { authorities } from './tables.ts';

/** In which contact, about whom and by which officer something is changed. */
export type InContact = {
	contactId: string;
	customerId: string;
	officerId: string;
	at: Instant;
	today: Day;
};

export type Recorded =
	{ ok: true; authorityId: string } | { ok: false; because: AuthorityRefusal | 'not-their-debts' };

export async function recordAuthority(
	tx: Transaction,
	asked: InContact & { draft: AuthorityDraft; isCustomerSpeaking: boolean }
): Promise<Recorded> {
	const { customerId, officerId, contactId, at, today, draft } = asked;
	const [customer] = await tx.select().from(customers).where(eq(customers.id, customerId));
	if (!customer) throw new Error('A contact is about a customer that there is not.');
	const judged = judgeAuthority(draft, {
		today,
		customer: { kind: customer.kind, hasDied: customer.diedOn !== null },
		isCustomerSpeaking: asked.isCustomerSpeaking,
		policy: (await policyOn(tx, today)).AU.value
	});
	if (!judged.ok) return judged;
	if (!(await areTheirs(tx, asked))) return { ok: false, because: 'not-their-debts' };
	const authorityId = randomUUID();
	const { streams, debtIds, ...said } = draft;
	await tx.insert(authorities).values({
		id: authorityId,
		customerId,
		...said,
		streams: streams && [...streams],
		debtIds: debtIds && [...debtIds],
		recordedAt: at,
		recordedBy: officerId,
		contactId
	});
	const act = 'customers.authority-recorded';
	const { kind, scope, evidence } = draft;
	const detail = { kind, scope, evidence };
	await record(tx, { at, officerId, act, contactId, customerId, subjectId: authorityId, detail });
	return { ok: true, authorityId };
}

export type Ended = { ok: true } | { ok: false; because: 'no-such-authority' };

export async function endAuthority(
	tx: Transaction,
	{
		authorityId,
		because,
		contactId,
		customerId,
		officerId,
		at
	}: InContact & { authorityId: string; because: AuthorityEnd }
): Promise<Ended> {
	const ended = await tx
		.update(authorities)
		.set({ endedAt: at, endedBy: officerId, endedBecause: because })
		.where(
			and(
				eq(authorities.id, authorityId),
				eq(authorities.customerId, customerId),
				isNull(authorities.endedAt)
			)
		)
		.returning({ id: authorities.id });
	if (ended.length === 0) return { ok: false, because: 'no-such-authority' };
	const act = 'customers.authority-ended';
	const detail = { because };
	await record(tx, { at, officerId, act, contactId, customerId, subjectId: authorityId, detail });
	return { ok: true };
}

/** The debts it names are this customer's. */
async function areTheirs(
	tx: Transaction,
	{ customerId, draft }: { customerId: string; draft: AuthorityDraft }
): Promise<boolean> {
	if (draft.debtIds === null) return true;
	const [row] = await tx.execute<{ count: number }>(sql`
		select count(distinct debt_id)::int as count from liabilities
		where customer_id = ${customerId}::uuid and debt_id = any(${`{${draft.debtIds.join(',')}}`}::uuid[])`);
	return row?.count === new Set(draft.debtIds).size;
}
