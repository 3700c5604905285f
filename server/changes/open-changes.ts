/** What an officer told the systems of and they do not show yet; to a leader everybody's. */
import { sql } from 'drizzle-orm';
import {
	openChanges,
	type OpenChange,
	type OpenRecord
} from '../../shared/customers/changes/open.ts';
import type { Transaction } from '../db/transaction.ts';

/** More than a desk can look up in a day. */
const MOST = 200;

export async function changesOpen(
	tx: Pick<Transaction, 'execute'>,
	{ officerId, isLeader }: { officerId: string; isLeader: boolean }
): Promise<OpenChange[]> {
	const [row] = await tx.execute<{ changes: string }>(sql`
		select to_json(array(select json_build_object('changeId', r.id, 'kind', r.kind, 'at', r.at,
				'by', coalesce(u.name, ''), 'person', json_build_object('givenNames', c.given_names,
					'familyName', c.family_name, 'isRestricted', c.is_restricted),
				'systems', to_json(array(select json_build_object('source', i.source, 'state', i.state,
						'isInFile', i.file_id is not null, 'toldAt', i.told_at)
					from instructions i where i.change_id = r.id and i.state <> 'withdrawn'
					order by i.id)))
			from record_changes r join customers c on c.id = r.customer_id
				left join auth_user u on u.id = r.officer_id
			where r.undone_at is null and r.confirmed_at is null
				and (${isLeader} or r.officer_id = ${officerId})
			order by r.at desc limit ${MOST}))::text as changes`);
	const records = JSON.parse(row?.changes ?? '[]') as OpenRecord[];
	return openChanges(records, { mayOpenRestricted: isLeader });
}
