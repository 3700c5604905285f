/**
 * An officer asks a team leader, live, for what is above their own authority. It has three minutes (policy A1): the row
 * is the timer, and a sweep lets it lapse. What is asked is made here from the log, so nobody asks for other figures
 * than those that will be committed.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { hasMovedOn } from '../../shared/contacts/state/whose.ts';
import { disclosedTo } from '../../shared/contacts/shown/disclosure.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import { agreeingRoleOf, lapsesAt, needsOf, roleFor } from '../../shared/outcomes/approval.ts';
import { readBack, type ReadBack } from '../../shared/outcomes/read-back.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { inputOf } from './commit.ts';
import { holdStill, type HoldStillRefusal } from './queries.ts';
import { approvals } from './tables.ts';

export type AskRefusal =
	| HoldStillRefusal
	| 'not-yours'
	| 'not-identified'
	| 'already-asked'
	| 'within-your-limit'
	| Extract<ReadBack, { ok: false }>['because'];

export type ApprovalAsked =
	{ ok: true; approvalId: string; expiresAt: Instant } | { ok: false; because: AskRefusal };

export type Asking = {
	contactId: string;
	officer: Officer;
	/** Why, in the officer's words. */
	reason: string;
	/** One who was chosen, and whose board it stands on; the team’s own leaders where nobody was. */
	of?: { name: string; teamId: string };
	at: Instant;
	today: Day;
};

const OPEN = ['waiting', 'opened'] as const;

export async function askApproval(tx: Transaction, asking: Asking): Promise<ApprovalAsked> {
	const still = await holdStill(tx, asking);
	if (!still.ok) return still;
	const { held } = still;
	const { contactId, officer, at, today, reason } = asking;
	const contact = foldContact(held.events);
	if (!held.officerIds.includes(officer.id) || hasMovedOn(contact, officer.id))
		return { ok: false, because: 'not-yours' };
	const told = disclosedTo(contact, held.person, today);
	if (!told) return { ok: false, because: 'not-identified' };
	const { approval } = contact.outcomes;
	if (approval && (approval.state === 'waiting' || approval.state === 'opened'))
		return { ok: false, because: 'already-asked' };
	const policy = await policyOn(tx, today);
	const input = inputOf(told, { contact, policy, today });
	const said = readBack(input);
	if (!said.ok) return { ok: false, because: said.because };
	const own = agreeingRoleOf(officer.role);
	const needs = own === null ? [] : needsOf(said, { own, input });
	if (needs.length === 0) return { ok: false, because: 'within-your-limit' };

	const approvalId = randomUUID();
	const role = roleFor(needs);
	const expiresAt = lapsesAt(at, policy.A1.value);
	const { customerId } = held;
	const { id: officerId } = officer;
	const { teamId, name: asked } = asking.of ?? { teamId: officer.teamId, name: '' };
	const row = { contactId, customerId, officerId, teamId, role, needs, reason, expiresAt };
	await tx.insert(approvals).values({ id: approvalId, ...row, askedAt: at });
	await appendDecided(tx, {
		contactId,
		by: officerId,
		at,
		body: { type: 'approvalAsked', approvalId, role, expiresAt },
		words: { needs: JSON.stringify(needs), reason, ...(asked === '' ? {} : { asked }) }
	});
	const about = { contactId, customerId, subjectId: approvalId };
	await record(tx, { ...about, at, officerId, act: 'outcomes.askApproval', detail: { role } });
	return { ok: true, approvalId, expiresAt };
}

/** The officer takes the request back. Undefined where none is open. */
export async function withdrawApproval(
	tx: Transaction,
	{ contactId, officer, at }: { contactId: string; officer: Pick<Officer, 'id'>; at: Instant }
): Promise<string | undefined> {
	await lockContact(tx, contactId);
	const [withdrawn] = await tx
		.update(approvals)
		.set({ state: 'withdrawn', decidedAt: at, version: sql`${approvals.version} + 1` })
		.where(
			and(
				eq(approvals.contactId, contactId),
				eq(approvals.officerId, officer.id),
				inArray(approvals.state, [...OPEN])
			)
		)
		.returning({ approvalId: approvals.id });
	if (!withdrawn) return undefined;
	const body = { type: 'approvalWithdrawn', ...withdrawn } as const;
	await appendDecided(tx, { contactId, by: officer.id, at, body });
	return withdrawn.approvalId;
}

/** Those whose three minutes are over. Nobody said yes, so nothing is agreed. */
export async function lapsed(
	tx: Transaction,
	at: Instant
): Promise<{ contactId: string; approvalId: string }[]> {
	const due = await tx
		.select({ contactId: approvals.contactId, approvalId: approvals.id })
		.from(approvals)
		.where(and(inArray(approvals.state, [...OPEN]), lte(approvals.expiresAt, at)))
		.orderBy(approvals.contactId);
	const ended = [];
	for (const one of due) {
		await lockContact(tx, one.contactId);
		const [row] = await tx
			.update(approvals)
			.set({ state: 'timed-out', decidedAt: at, version: sql`${approvals.version} + 1` })
			.where(and(eq(approvals.id, one.approvalId), inArray(approvals.state, [...OPEN])))
			.returning({ id: approvals.id });
		if (!row) continue;
		const body = { type: 'approvalLapsed', approvalId: one.approvalId } as const;
		await appendDecided(tx, { contactId: one.contactId, by: null, at, body });
		ended.push(one);
	}
	return ended;
}

/** Everything that changes an approval locks its contact first, so that two cannot wait in a circle. */
export async function lockContact(tx: Transaction, contactId: string): Promise<void> {
	await tx.execute(sql`select from contacts where id = ${contactId}::uuid for update`);
}
