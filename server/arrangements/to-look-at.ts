/**
 * What waits for a person: arrangements whose time to be put right is over, the longest first, for a leader to look at
 * before anything else happens; and for an officer every late one that they agreed. Nobody is in touch, so names are
 * masked.
 */
import type { ToLookAt } from '../../shared/arrangements/life/to-look-at.ts';
import { maskedName } from '../../shared/customers/person.ts';
import { pence } from '../../shared/money/pence.ts';
import type { Day } from '../../shared/time/day.ts';
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
