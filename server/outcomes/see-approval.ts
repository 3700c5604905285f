/**
 * What is asked of a team leader, seen by one of them: where it stands, and the case itself while it is theirs to answer.
 * A team's leaders see their team's, a manager every team's; to anybody else there is no such thing.
 */
import { eq } from 'drizzle-orm';
import { disclosedTo } from '../../shared/contacts/shown/disclosure.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { leaderView, needsNow } from '../../shared/contacts/shown/leader-view.ts';
import { mayHoldTeam } from '../../shared/monitoring/audience.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import { agreeingRoleOf, isAsAsked, mayAnswer } from '../../shared/outcomes/approval.ts';
import type { ApprovalCase, ApprovalSeen } from '../../shared/outcomes/approval-view.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { knownOf } from './commit.ts';
import { noticeOf } from './notices.ts';
import { caseOf, roleOf } from './queries.ts';
import { approvals } from './tables.ts';

export type Looking = { approvalId: string; leader: Officer; at: Instant; today: Day };

export type Row = typeof approvals.$inferSelect;

export type Seen = ({ ok: true } & ApprovalSeen) | { ok: false; because: 'no-such-approval' };

export async function seeApproval(tx: Transaction, looking: Looking): Promise<Seen> {
	const { approvalId, leader, at, today } = looking;
	const row = await approvalFor(tx, looking);
	if (!row) return { ok: false, because: 'no-such-approval' };
	const isTheirs = mayAnswer(row, leader) === null && row.expiresAt > at;
	const asked = isTheirs ? await caseFor(tx, row, today) : null;
	return { ok: true, notice: await noticeOf(tx, approvalId), asked };
}

/** Undefined where there is none that this leader may know of. */
export async function approvalFor(
	tx: Transaction,
	{ approvalId, leader }: Pick<Looking, 'approvalId' | 'leader'>
): Promise<Row | undefined> {
	const [row] = await tx.select().from(approvals).where(eq(approvals.id, approvalId));
	return row && mayHoldTeam(leader, row.teamId) ? row : undefined;
}

/** Whether the figures are still those that were asked. */
export async function isUnchanged(tx: Transaction, row: Row, today: Day): Promise<boolean> {
	const { contact, known, own } = await gathered(tx, row, today);
	return isAsAsked(row.needs, needsNow(contact, { known, requested: { own } }));
}

async function caseFor(tx: Transaction, row: Row, today: Day): Promise<ApprovalCase> {
	const { needs, reason } = row;
	const { contact, known, own } = await gathered(tx, row, today);
	return leaderView(contact, { known, requested: { needs, reason, own } });
}

async function gathered(tx: Transaction, row: Row, today: Day) {
	const { person, events } = await caseOf(tx, { ...row, today });
	const own = agreeingRoleOf(await roleOf(tx, row.officerId)) ?? 'officer';
	const contact = foldContact(events);
	// Where nothing may be told any more, there is nothing left of what was asked.
	const told = disclosedTo(contact, person, today)?.person ?? { ...person, debts: [] };
	return { contact, known: knownOf(told, { policy: await policyOn(tx, today), today }), own };
}
