/**
 * Nobody answers: the officer asks another leader who is in (policy A1). What waited is taken back first, so that one
 * request stands at a time and whoever had it open sees that it is over.
 */
import { eq, sql } from 'drizzle-orm';
import { othersToAsk, teamToAsk, type PersonIn } from '../../shared/monitoring/leaders-in.ts';
import type { Transaction } from '../db/transaction.ts';
import { askApproval, withdrawApproval, type ApprovalAsked, type Asking } from './ask-approval.ts';
import { approvals } from './tables.ts';

/** Those of them who are in and were not asked. Nobody where nothing was asked yet: the team’s leaders come first. */
export async function whomElse(
	tx: Pick<Transaction, 'select'>,
	{ contactId, isIn }: { contactId: string; isIn: readonly PersonIn[] }
): Promise<PersonIn[]> {
	const [last] = await tx
		.select()
		.from(approvals)
		.where(eq(approvals.id, lastAskedIn(contactId)));
	const mayBeAsked = last && last.state !== 'granted' && last.state !== 'refused';
	return mayBeAsked ? othersToAsk(isIn, last) : [];
}

/** As the log has it: two may be asked in one second. */
function lastAskedIn(contactId: string) {
	return sql`(select (body ->> 'approvalId')::uuid from contact_events
		where contact_id = ${contactId}::uuid and type = 'approvalAsked' order by seq desc limit 1)`;
}

export type AnotherAsked = ApprovalAsked | { ok: false; because: 'not-in' };

export async function askAnother(
	tx: Transaction,
	{ leaderId, isIn, ...asking }: Asking & { leaderId: string; isIn: readonly PersonIn[] }
): Promise<AnotherAsked> {
	const others = await whomElse(tx, { contactId: asking.contactId, isIn });
	const leader = others.find(({ id }) => id === leaderId);
	if (!leader) return { ok: false, because: 'not-in' };
	await withdrawApproval(tx, asking);
	return askApproval(tx, {
		...asking,
		of: { name: leader.name, teamId: teamToAsk(leader, asking.officer.teamId) }
	});
}
