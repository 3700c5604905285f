/**
 * What waits for a person: arrangements whose time to be put right is over, the longest first, for a leader to look at
 * before anything else happens; for an officer every late one that they agreed; those broken whose next step nobody has taken; and those
 * to be reviewed. Nobody is in touch, so names are masked.
 */
import { reviewDue, type Reviewed } from '../../shared/arrangements/life/review.ts';
import type { Broken, ToLookAt, ToReview } from '../../shared/arrangements/life/to-look-at.ts';
import { maskedName } from '../../shared/customers/person.ts';
import { pence } from '../../shared/money/pence.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Policy } from '../../shared/law/policy-values.ts';
import { financialYearOf, firstDayOfYear } from '../../shared/time/financial-year.ts';
import { DECIDED_ON } from './decided.ts';
import type { RawSql } from '../db/client.ts';

const MOST = 200;

const LATE = `select json_build_object('id', a.id, 'number', a.number, 'putRightBy', a.put_right_by,
	'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name),
	'short', coalesce((select (m.detail ->> 'short')::bigint from arrangement_moves m
		where m.arrangement_id = a.id and m.event = 'missed' order by m.number desc limit 1), 0),
	'debts', to_json(array(select d.title from arrangement_debts g join debts d on d.id = g.debt_id
		where g.arrangement_id = a.id order by g.position)),
	'isHeld', exists (select from arrangement_debts g join holds h on h.debt_id = g.debt_id
		where g.arrangement_id = a.id and h.lifted_at is null and h.from_on <= $1::date
			and (h.until_on is null or h.until_on >= $1::date)),
	'hasNeed', exists (select from support_needs n where n.customer_id = a.customer_id
		and (n.to_on is null or n.to_on >= $1::date)))::text as late
from arrangements a join customers c on c.id = a.customer_id
where a.state = 'late' and (a.officer_id = $2 or ($2 is null and a.put_right_by < $1::date))
order by a.put_right_by, a.number limit ${MOST}`;

const LISTED = `'id', a.id, 'number', a.number,
	'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name),
	'debts', to_json(array(select d.title from arrangement_debts g join debts d on d.id = g.debt_id
		where g.arrangement_id = a.id order by g.position))`;

/** What may follow has not: a debt of it is owed still, in no other plan, and stands where it stood. */
const BROKEN = `select json_build_object(${LISTED}, 'noticeUntil', a.notice_until)::text as found
from arrangements a join customers c on c.id = a.customer_id
where a.state = 'broken' and exists (select from arrangement_debts g join debts d on d.id = g.debt_id
	where g.arrangement_id = a.id and d.balance_pence > 0 and d.stage_on <= a.ended_on
		and not exists (select from arrangement_debts o where o.debt_id = g.debt_id
			and o.customer_id = g.customer_id and o.is_live))
order by a.notice_until, a.number limit ${MOST}`;

/** The rule decides; the database leaves out those that nothing can have fallen due for. */
const TO_REVIEW = `select json_build_object(${LISTED}, 'firstOn', a.first_on, 'lastOn', greatest(a.last_on,
		(select max(x.due_on) from instalment_days x where x.arrangement_id = a.id)),
	'agreedOn', a.agreed_on, 'reviewedOn', a.reviewed_on, 'decidedOn', ${DECIDED_ON})::text as found
from arrangements a join customers c on c.id = a.customer_id
where a.state in ('active', 'late') and ($2::text is null or a.officer_id = $2)
	and (a.first_review_on <= $1::date
		or (coalesce(a.reviewed_on, a.agreed_on) < $3::date and a.last_on >= $3::date)
		or ${DECIDED_ON} is not null)
order by coalesce(a.reviewed_on, a.agreed_on), a.number limit ${MOST}`;

type Person = { person: Parameters<typeof maskedName>[0] };

export async function brokenPlans(sql: RawSql): Promise<readonly Broken[]> {
	const rows = await sql.unsafe<{ found: string }[]>(BROKEN);
	return rows.map(({ found }) => masked(JSON.parse(found) as Omit<Broken, 'name'> & Person));
}

/** Of one officer, or of everybody. The oldest first. */
export async function toReview(
	sql: RawSql,
	{ today, officerId, policy }: { today: Day; officerId: string | null; policy: Policy }
): Promise<readonly ToReview[]> {
	const billOn = firstDayOfYear(financialYearOf(today));
	const rows = await sql.unsafe<{ found: string }[]>(TO_REVIEW, [today, officerId, billOn]);
	return rows
		.flatMap(({ found }) => {
			const { id, number, person, debts, ...plan } = JSON.parse(found) as Reviewed &
				Omit<ToReview, 'name' | 'on' | 'why'> &
				Person;
			const due = reviewDue(plan, { today, policy });
			return due ? [{ ...masked({ id, number, person, debts }), ...due }] : [];
		})
		.toSorted((a, b) => a.on.localeCompare(b.on));
}

function masked<One extends Person>({
	person,
	...one
}: One): Omit<One, 'person'> & { name: string } {
	return { ...one, name: maskedName(person) };
}

type Late = Omit<ToLookAt, 'name'> & { person: Parameters<typeof maskedName>[0] };

export async function toLookAt(
	sql: RawSql,
	{ today, officerId }: { today: Day; officerId: string | null }
): Promise<readonly ToLookAt[]> {
	const rows = await sql.unsafe<{ late: string }[]>(LATE, [today, officerId]);
	return rows.map(({ late }) => {
		const { person, ...one } = JSON.parse(late) as Late;
		return { ...one, short: pence(one.short), name: maskedName(person) };
	});
}
