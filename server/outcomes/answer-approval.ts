/**
 * A team leader opens what is asked and answers it: granted, granted with conditions, or refused with the reason. It is
 * never granted from a list, never by the one who asks, never after its time, and never for figures that have changed.
 */
import { eq } from 'drizzle-orm';
import { mayAnswer, type AnswerRefusal } from '../../shared/outcomes/approval.ts';
import type { ApprovalDecision, ApprovalSeen } from '../../shared/outcomes/approval-view.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { lockContact } from './ask-approval.ts';
import { approvalFor, isUnchanged, seeApproval, type Looking, type Row } from './see-approval.ts';
import { approvals } from './tables.ts';

type Found = { ok: true; row: Row } | { ok: false; because: AnswerRefusal };

export type Opened =
	({ ok: true; contactId: string } & ApprovalSeen) | { ok: false; because: AnswerRefusal };

export async function openApproval(tx: Transaction, looking: Looking): Promise<Opened> {
	const found = await answerable(tx, looking);
	if (!found.ok) return found;
	const { row } = found;
	const { approvalId, leader, at } = looking;
	if (row.state === 'waiting') {
		await tx
			.update(approvals)
			.set({ state: 'opened', leaderId: leader.id, openedAt: at, version: row.version + 1 })
			.where(eq(approvals.id, approvalId));
		const who = { leaderId: leader.id, leaderName: leader.name };
		const body = { type: 'approvalOpened', approvalId, ...who } as const;
		await appendDecided(tx, { contactId: row.contactId, by: leader.id, at, body });
	}
	const seen = await seeApproval(tx, looking);
	return seen.ok ? { ...seen, contactId: row.contactId } : seen;
}

export type Answered = { ok: true; contactId: string } | { ok: false; because: AnswerRefusal };

export async function answerApproval(
	tx: Transaction,
	{ decision, ...looking }: Looking & { decision: ApprovalDecision }
): Promise<Answered> {
	const found = await answerable(tx, looking);
	if (!found.ok) return found;
	const { row } = found;
	const { approvalId, leader, at, today } = looking;
	if (row.state !== 'opened') return { ok: false, because: 'not-opened' };
	if (decision.answer === 'refuse' && decision.reason.trim() === '')
		return { ok: false, because: 'no-reason' };
	if (decision.answer === 'grant' && !(await isUnchanged(tx, row, today)))
		return { ok: false, because: 'figures-changed' };
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

/** Locked, and this person's to answer now. */
async function answerable(tx: Transaction, looking: Omit<Looking, 'today'>): Promise<Found> {
	const before = await approvalFor(tx, looking);
	if (!before) return { ok: false, because: 'no-such-approval' };
	await lockContact(tx, before.contactId);
	const row = await approvalFor(tx, looking);
	if (!row) return { ok: false, because: 'no-such-approval' };
	const because = mayAnswer(row, looking.leader);
	if (because) return { ok: false, because };
	return row.expiresAt <= looking.at ? { ok: false, because: 'not-open' } : { ok: true, row };
}
