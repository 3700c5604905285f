/** What is asked of team leaders, as their board may know it: one at a time, and as text for the board's own statement. */
import { sql } from 'drizzle-orm';
import type { ApprovalNotice } from '../../shared/outcomes/approval-view.ts';
import { instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

/** An `ApprovalNotice` from a row `a` of approvals, its officer `o`, its leader `l` and its contact `k`. */
export const NOTICE_JSON = `jsonb_build_object(
	'approvalId', a.id, 'contactId', a.contact_id, 'teamId', a.team_id, 'version', a.version,
	'state', a.state, 'role', a.role,
	'officer', jsonb_build_object('id', o.id, 'name', o.name),
	'leader', case when l.id is not null then jsonb_build_object('id', l.id, 'name', l.name) end,
	'asks', (select coalesce(jsonb_agg(need -> 'short'), '[]') from jsonb_array_elements(a.needs) need),
	'askedAt', a.asked_at, 'expiresAt', a.expires_at, 'decidedAt', a.decided_at,
	'contactVersion', k.version)`;

export const NOTICE_ROWS = `approvals a join auth_user o on o.id = a.officer_id
	left join auth_user l on l.id = a.leader_id join contacts k on k.id = a.contact_id`;

export async function noticeOf(
	tx: Pick<Transaction, 'execute'>,
	approvalId: string
): Promise<ApprovalNotice> {
	const [row] = await tx.execute<{ notice: ApprovalNotice }>(
		sql`select ${sql.raw(NOTICE_JSON)} as notice from ${sql.raw(NOTICE_ROWS)}
			where a.id = ${approvalId}::uuid`
	);
	if (!row) throw new Error('An approval that was read is not there.');
	return withInstants(row.notice);
}

/** Postgres writes a moment in its own way. */
export function withInstants(notice: ApprovalNotice): ApprovalNotice {
	const { askedAt, expiresAt, decidedAt } = notice;
	return {
		...notice,
		askedAt: instant(askedAt),
		expiresAt: instant(expiresAt),
		decidedAt: decidedAt && instant(decidedAt)
	};
}
