/**
 * Claims that nobody's decision is recorded of, the oldest first: an officer's own and those of whom they have in front
 * of them, a leader's all. Nobody is in touch with most, so names are masked.
 */
import { sql } from 'drizzle-orm';
import { maskedName, type PersonFacts } from '../../../shared/customers/person.ts';
import { nameOfClaim } from '../../../shared/law/entitlements.ts';
import { hasAuthority } from '../../../shared/officers/authority.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import type { OpenClaim } from '../../../shared/outcomes/claim-decision.ts';
import type { Transaction } from '../../db/transaction.ts';
import { isInTouch } from './in-touch.ts';

const MOST = 200;

export type ClaimSeen = OpenClaim & { whose: string };

type Found = Omit<OpenClaim, 'name'> & { person: Pick<PersonFacts, 'givenNames' | 'familyName'> };

export async function openClaims(
	tx: Pick<Transaction, 'execute'>,
	{ officer }: { officer: Pick<Officer, 'id' | 'role'> }
): Promise<readonly ClaimSeen[]> {
	const isLeader = hasAuthority(officer.role, 'leader');
	const rows = await tx.execute<{ claim: string }>(sql`
		select json_build_object('id', q.id, 'entitlement', q.entitlement, 'startedOn', q.started_on,
			'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name),
			'debts', to_json(array(select d.title from claim_debts x join debts d on d.id = x.debt_id
				where x.claim_id = q.id order by d.from_on)),
			'heldUntil', (select max(h.until_on) from claim_debts x join holds h on h.debt_id = x.debt_id
				where x.claim_id = q.id and h.customer_id = q.customer_id
					and h.kind = 'application-pending' and h.lifted_at is null),
			'hasPlan', exists (select from arrangements a where a.customer_id = q.customer_id
				and a.state in ('active', 'late')))::text as claim
		from claims q join customers c on c.id = q.customer_id
		where q.state = 'open' and (${isLeader} or (not c.is_restricted and (q.owner_id = ${officer.id}
			or ${isInTouch({ customer: sql`q.customer_id`, officerId: officer.id })})))
		order by q.started_on, q.id limit ${MOST}`);
	return rows.map(({ claim }) => {
		const { person, ...one } = JSON.parse(claim) as Found;
		return { ...one, name: nameOfClaim(one.entitlement), whose: maskedName(person) };
	});
}
