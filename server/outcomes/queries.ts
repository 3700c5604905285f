/**
 * What a commit decides on, held still: the customer's debts locked in the order of their ids, then every open contact
 * about them, then the log of this one and the people it is about. Always in this order, so that two commits wait for
 * each other and never in a circle.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { ContactEvent } from '../../shared/contacts/events.ts';
import type { PersonRecord } from '../../shared/contacts/projection.ts';
import type { ApprovalNotice } from '../../shared/outcomes/approval-view.ts';
import { instant, type Day, type Instant } from '../../shared/time/day.ts';
import { peopleJson } from '../contacts/people-sql.ts';
import { EVENT_JSON, withInstant } from '../contacts/ring.ts';
import { contacts } from '../contacts/tables.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CommitResult } from '../../shared/outcomes/committed.ts';
import { commits } from './tables.ts';

/** Everything about one contact that is needed to say what it comes to. */
export type Held = {
	contactId: string;
	customerId: string;
	officerIds: readonly string[];
	events: readonly ContactEvent[];
	person: PersonRecord;
	/** Other open contacts that show any of these debts. */
	otherContactIds: readonly string[];
};

export type HoldStillRefusal = 'no-such-contact' | 'nobody-chosen';

export type HeldStill = { ok: true; held: Held } | { ok: false; because: HoldStillRefusal };

export async function holdStill(
	tx: Transaction,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<HeldStill> {
	const customerId = await customerOf(tx, contactId);
	if (customerId === undefined) return { ok: false, because: 'no-such-contact' };
	if (customerId === null) return { ok: false, because: 'nobody-chosen' };
	await tx.execute(sql`select from debts where id in (
			select debt_id from liabilities where customer_id = ${customerId}::uuid)
		order by id for no key update`);
	const open = await tx.execute<{ id: string }>(sql`
		select id from contacts where id = ${contactId}::uuid or (closed_at is null and customer_id in (
			select other.customer_id from liabilities mine join liabilities other using (debt_id)
			where mine.customer_id = ${customerId}::uuid))
		order by id for update`);
	// Chosen anew while we waited: what was locked is not what it is about.
	if ((await customerOf(tx, contactId)) !== customerId)
		return { ok: false, because: 'nobody-chosen' };
	const otherContactIds = open.map(({ id }) => id).filter((id) => id !== contactId);
	const held = await caseOf(tx, { contactId, customerId, today });
	return { ok: true, held: { ...held, contactId, customerId, otherContactIds } };
}

async function customerOf(tx: Transaction, contactId: string): Promise<string | null | undefined> {
	const [row] = await tx
		.select({ customerId: contacts.customerId })
		.from(contacts)
		.where(eq(contacts.id, contactId));
	return row?.customerId;
}

/** A contact's log and its person, without locking anything. */
export async function caseOf(
	tx: Transaction,
	{ contactId, customerId, today }: { contactId: string; customerId: string; today: Day }
): Promise<Pick<Held, 'officerIds' | 'events' | 'person'>> {
	const people = peopleJson(
		{
			number: 'null',
			chosen: '(select customer_id from asked)',
			today: '(select today from asked)'
		},
		1
	);
	const [row] = await tx.execute<{ contact: string }>(sql`
		with asked as (select ${customerId}::uuid as customer_id, ${today}::date as today)
		select jsonb_build_object(
			'officerIds', k.officer_ids,
			'events', (select coalesce(jsonb_agg(${sql.raw(EVENT_JSON)} order by e.seq), '[]')
				from contact_events e where e.contact_id = k.id),
			'candidates', ${sql.raw(people)}
		)::text as contact
		from contacts k where k.id = ${contactId}::uuid`);
	const found = JSON.parse(row?.contact ?? '{}') as {
		officerIds: string[];
		events: ContactEvent[];
		candidates: { people: PersonRecord[] };
	};
	const [person] = found.candidates.people;
	if (!person) throw new Error('A contact is about a customer that there is not.');
	return { officerIds: found.officerIds, events: found.events.map(withInstant), person };
}

/** A commit by this key, where there was one. */
export async function commitBy(
	tx: Transaction,
	{ contactId, key }: { contactId: string; key: string }
): Promise<{ bodyDigest: string; result: CommitResult } | undefined> {
	const [row] = await tx
		.select({ bodyDigest: commits.bodyDigest, result: commits.result })
		.from(commits)
		.where(and(eq(commits.contactId, contactId), eq(commits.key, key)));
	return row;
}

type Asking = Pick<Transaction, 'execute'>;

const NOTICE = sql.raw(`jsonb_build_object(
	'approvalId', a.id, 'teamId', a.team_id, 'version', a.version, 'state', a.state, 'role', a.role,
	'officer', jsonb_build_object('id', a.officer_id, 'name', officer.name),
	'leader', case when leader.id is not null
		then jsonb_build_object('id', leader.id, 'name', leader.name) end,
	'askedAt', a.asked_at, 'expiresAt', a.expires_at) as notice
	from approvals a join auth_user officer on officer.id = a.officer_id
	left join auth_user leader on leader.id = a.leader_id`);

type NoticeRow = { notice: Omit<ApprovalNotice, 'at'> };

/** What a team has waiting or open; every team's with null. */
export async function openApprovals(
	tx: Asking,
	{ teamId, at }: { teamId: string | null; at: Instant }
): Promise<ApprovalNotice[]> {
	const rows = await tx.execute<NoticeRow>(sql`
		select ${NOTICE} where a.state in ('waiting', 'opened')
			and (${teamId}::text is null or a.team_id = ${teamId}) order by a.asked_at`);
	return rows.map((row) => noticeFrom(row, at));
}

export async function approvalNotice(
	tx: Asking,
	{ approvalId, at }: { approvalId: string; at: Instant }
): Promise<ApprovalNotice | undefined> {
	const [row] = await tx.execute<NoticeRow>(sql`select ${NOTICE} where a.id = ${approvalId}::uuid`);
	return row && noticeFrom(row, at);
}

/** Postgres writes a moment in its own way. */
function noticeFrom({ notice }: NoticeRow, at: Instant): ApprovalNotice {
	const { askedAt, expiresAt } = notice;
	return { ...notice, at, askedAt: instant(askedAt), expiresAt: instant(expiresAt) };
}
