/**
 * A team leader opens what is asked and answers it: granted, granted with conditions, or refused with the reason. It is
 * never granted from a list, never by the one who asks, and never after its time.
 */
import { eq } from 'drizzle-orm';
import { foldContact } from '../../shared/contacts/fold.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import { mayAnswer, type DecisionRefusal } from '../../shared/outcomes/approval.ts';
import type { ApprovalCase, ApprovalDecision } from '../../shared/outcomes/approval-view.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { appendDecided } from '../contacts/append-decided.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { lockContact } from './ask-approval.ts';
import { inputOf } from './commit.ts';
import { approvalNotice, caseOf } from './queries.ts';
import { approvals } from './tables.ts';

export type AnswerRefusal = DecisionRefusal | 'no-such-approval' | 'not-opened' | 'no-reason';

export type Answering = { approvalId: string; leader: Officer; at: Instant };

type Row = typeof approvals.$inferSelect;

type Found = { ok: true; row: Row } | { ok: false; because: AnswerRefusal };

export type Opened =
	{ ok: true; case: ApprovalCase; contactId: string } | { ok: false; because: AnswerRefusal };

export async function openApproval(
	tx: Transaction,
	{ today, ...answering }: Answering & { today: Day }
): Promise<Opened> {
	const found = await answerable(tx, answering);
	if (!found.ok) return found;
	const { row } = found;
	const { approvalId, leader, at } = answering;
	if (row.state === 'waiting') {
		await tx
			.update(approvals)
			.set({ state: 'opened', leaderId: leader.id, openedAt: at, version: row.version + 1 })
			.where(eq(approvals.id, approvalId));
		const who = { leaderId: leader.id, leaderName: leader.name };
		const body = { type: 'approvalOpened', approvalId, ...who } as const;
		await appendDecided(tx, { contactId: row.contactId, by: leader.id, at, body });
	}
	const notice = await approvalNotice(tx, { approvalId, at });
	if (!notice) throw new Error('An approval that was opened is not there.');
	const { person, events } = await caseOf(tx, { ...row, today });
	const { means } = inputOf({ person }, { contact: foldContact(events), today });
	const { needs, reason, contactId } = row;
	const hasSupportNeed = person.needs.length > 0;
	const seen = { notice, needs, reason, hasSupportNeed };
	const money = { left: means?.left ?? null, usable: means?.usable ?? null };
	return { ok: true, case: { ...seen, ...money }, contactId };
}

export type Answered = { ok: true; contactId: string } | { ok: false; because: AnswerRefusal };

export async function answerApproval(
	tx: Transaction,
	{ decision, ...answering }: Answering & { decision: ApprovalDecision }
): Promise<Answered> {
	const found = await answerable(tx, answering);
	if (!found.ok) return found;
	const { row } = found;
	const { approvalId, leader, at } = answering;
	if (row.state !== 'opened') return { ok: false, because: 'not-opened' };
	if (decision.answer === 'refuse' && decision.reason.trim() === '')
		return { ok: false, because: 'no-reason' };
	const state = decision.answer === 'grant' ? 'granted' : 'refused';
	await tx
		.update(approvals)
		.set({ state, decidedAt: at, version: row.version + 1 })
		.where(eq(approvals.id, approvalId));
	const who = { approvalId, leaderId: leader.id, leaderName: leader.name };
	const { contactId, customerId } = row;
	await appendDecided(tx, { contactId, by: leader.id, at, ...lineFor(decision, who) });
	const act = `outcomes.${state}`;
	await record(tx, { at, officerId: leader.id, act, contactId, customerId, subjectId: approvalId });
	return { ok: true, contactId };
}

function lineFor(
	decision: ApprovalDecision,
	who: { approvalId: string; leaderId: string; leaderName: string }
) {
	if (decision.answer === 'refuse')
		return {
			body: { type: 'approvalRefused', ...who } as const,
			words: { reason: decision.reason }
		};
	const conditions = decision.conditions.map((line) => line.trim()).filter((line) => line !== '');
	return {
		body: { type: 'approvalGranted', ...who } as const,
		words: { conditions: conditions.join('\n'), note: decision.note }
	};
}

/** Locked, and this person's to answer now. A team's leader answers for the team, a manager for every team. */
async function answerable(tx: Transaction, { approvalId, leader, at }: Answering): Promise<Found> {
	const [before] = await tx
		.select({ contactId: approvals.contactId })
		.from(approvals)
		.where(eq(approvals.id, approvalId));
	if (!before) return { ok: false, because: 'no-such-approval' };
	await lockContact(tx, before.contactId);
	const [row] = await tx.select().from(approvals).where(eq(approvals.id, approvalId));
	const isTheirs = row && (row.teamId === leader.teamId || leader.role === 'manager');
	if (!isTheirs) return { ok: false, because: 'no-such-approval' };
	const because = mayAnswer(row, leader);
	if (because) return { ok: false, because };
	return row.expiresAt <= at ? { ok: false, because: 'not-open' } : { ok: true, row };
}
