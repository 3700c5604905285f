/** Debts on which something was done in a moratorium: the rule says of each whether, the database only where to look. */
import {
	putRightList,
	type PutRight,
	type PutRightRecord
} from '../../shared/debts/moratorium/put-right.ts';
import type { RawSql } from '../db/client.ts';
import { ENTRIES, HISTORY, HOLDS } from './debt-json.ts';

/** More than a desk can do in a day. */
const MOST = 200;

const CANDIDATES = `
select json_build_object('debtId', d.id, 'stream', d.stream, 'title', d.title,
	'reference', d.reference, 'history', ${HISTORY}, 'holds', ${HOLDS}, 'entries', ${ENTRIES},
	'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name,
		'isRestricted', c.is_restricted))::text as debt
from (select h.debt_id, min(h.customer_id::text)::uuid as customer_id, max(h.from_on) as from_on
	from holds h
	where h.kind in ('breathing-space', 'mental-health-crisis') and (
		exists (select from stage_changes s where s.debt_id = h.debt_id and s.undoes_id is null
			and s.reached_on >= h.from_on and (h.until_on is null or s.reached_on <= h.until_on)
			and not exists (select from stage_changes u where u.undoes_id = s.id))
		or exists (select from entries e where e.debt_id = h.debt_id
			and e.kind in ('costs', 'fees', 'interest')
			and e.entered_on >= h.from_on and (h.until_on is null or e.entered_on <= h.until_on)))
	group by h.debt_id order by max(h.from_on) desc, h.debt_id limit $1) found
join debts d on d.id = found.debt_id join customers c on c.id = found.customer_id`;

export async function toPutRight(
	sql: RawSql,
	asked: { mayOpenRestricted: boolean }
): Promise<PutRight[]> {
	const rows = await sql.unsafe<{ debt: string }[]>(CANDIDATES, [MOST], { prepare: true });
	return putRightList(
		rows.map(({ debt }) => JSON.parse(debt) as PutRightRecord),
		asked
	);
}
