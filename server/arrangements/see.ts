/**
 * One arrangement read whole, for its own page: by a leader, by whoever agreed it, and by whoever has its customer in
 * front of them with identity passed, to whom alone the name is whole. Every look is on record.
 */
import { sql } from 'drizzle-orm';
import {
	arrangementPage,
	type ArrangementPage,
	type ArrangementRecord
} from '../../shared/arrangements/life/page.ts';
import { mayAsk, type JointDebt } from '../../shared/arrangements/life/joint.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { jointDebts } from './joint.ts';
import { DECIDED } from './decided.ts';
import { DUE_ON, paidOn } from './paid-on.ts';

export type SeeAsked = {
	id: string;
	officer: Pick<Officer, 'id' | 'role'>;
	today: Day;
	at: Instant;
};

export type Seen =
	| { ok: true; page: ArrangementPage; record: ArrangementRecord }
	| { ok: false; because: 'not-yours' };

type Row = {
	whole: Omit<ArrangementRecord, 'mayAsk'> & { joint: readonly JointDebt[] };
	customerId: string;
	officerId: string;
	isRestricted: boolean;
	isInTouch: boolean;
};

/** Locks the arrangement, so that what is decided on what was seen is so. */
export async function see(tx: Transaction, asked: SeeAsked): Promise<Seen> {
	const { id, officer, today, at } = asked;
	await tx.execute(sql`select from arrangements where id = ${id}::uuid for update`);
	const row = await readWhole(tx, asked);
	const isLeader = hasAuthority(officer.role, 'leader');
	const isTheirs = row && (row.isInTouch || row.officerId === officer.id) && !row.isRestricted;
	if (!row || !(isLeader || isTheirs)) return { ok: false, because: 'not-yours' };
	const { customerId, isInTouch } = row;
	const { joint, ...read } = row.whole;
	const whole = { ...read, mayAsk: mayAsk(read.left, joint) };
	await record(tx, {
		at,
		officerId: officer.id,
		act: 'arrangements.see',
		customerId,
		subjectId: id
	});
	const policy = await policyOn(tx, today);
	const page = arrangementPage(whole, { today, policy, isNamed: isInTouch });
	return { ok: true, page, record: whole };
}

async function readWhole(tx: Transaction, { id, officer, today }: SeeAsked): Promise<Row | null> {
	const paid = sql.raw(paidOn({ debt: 'g', plan: 'a' }));
	const joint = sql.raw(jointDebts({ plan: 'a', today: '(select today from on_day)' }));
	const [row] = await tx.execute<{ whole: string }>(sql`
		with on_day as (select ${today}::date as today), mine as materialized (
			select a.id, g.debt_id, g.position, g.owed_pence, d.balance_pence, d.title, d.reference,
				d.stream, d.stage, ${paid} as paid
			from arrangements a join arrangement_debts g on g.arrangement_id = a.id
			join debts d on d.id = g.debt_id where a.id = ${id}::uuid
		)
		select json_build_object('customerId', a.customer_id, 'officerId', a.officer_id, 'isRestricted', c.is_restricted,
			'isInTouch', exists (select from contacts k where k.customer_id = a.customer_id
				and k.closed_at is null and k.officer_ids @> array[${officer.id}]::text[]
				and exists (select from contact_events e where e.contact_id = k.id
					and e.type = 'identityPassed')),
			'whole', json_build_object('id', a.id, 'number', a.number,
			'paymentReference', a.payment_reference, 'state', a.state,
			'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name),
			'amount', a.amount_pence, 'rhythm', a.rhythm, 'method', a.method, 'agreedOn', a.agreed_on,
			'firstOn', a.first_on, 'total', a.total_pence, 'putRightBy', a.put_right_by,
			'noticeUntil', a.notice_until, 'reviewedOn', a.reviewed_on,
			'decided', ${sql.raw(DECIDED)},
			'paid', (select sum(paid) from mine),
			'left', (select sum(least(greatest(owed_pence - paid, 0), greatest(balance_pence, 0))) from mine),
			'joint', ${joint},
			'isHeld', exists (select from mine join holds h on h.debt_id = mine.debt_id
				where h.lifted_at is null and h.from_on <= ${today}::date
					and (h.until_on is null or h.until_on >= ${today}::date)),
			'hasNeed', exists (select from support_needs n where n.customer_id = a.customer_id
				and (n.to_on is null or n.to_on >= ${today}::date)),
			'debts', (select json_agg(json_build_object('title', title, 'reference', reference,
					'stream', stream, 'stage', stage, 'owed', owed_pence,
					'left', least(greatest(owed_pence - paid, 0), greatest(balance_pence, 0)))
				order by position) from mine),
			'beside', to_json(array(select json_build_object('title', d.title, 'reference', d.reference,
					'kind', b.one ->> 'kind', 'takes', (b.one ->> 'takes')::bigint, 'every', b.one ->> 'every')
				from jsonb_array_elements(a.beside) as b(one) join debts d on d.id = (b.one ->> 'debtId')::uuid)),
			'instalments', (select json_agg(json_build_object('number', i.number,
					'dueOn', ${sql.raw(DUE_ON)}, 'amount', i.amount_pence, 'method', i.method)
				order by i.number) from instalments i where i.arrangement_id = a.id),
			'moves', (select json_agg(json_build_object('number', m.number, 'event', m.event,
					'on', m.on_day, 'rules', m.rules, 'detail', m.detail, 'note', n.note, 'by', u.name)
				order by m.number) from arrangement_moves m
				left join arrangement_move_notes n on n.move_id = m.id
				left join auth_user u on u.id = m.officer_id where m.arrangement_id = a.id)
		))::text as whole
		from arrangements a join customers c on c.id = a.customer_id where a.id = ${id}::uuid`);
	return row ? (JSON.parse(row.whole) as Row) : null;
}
