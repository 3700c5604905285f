/**
 * Council policy as the database has it. A command reads it in its own transaction, so that whichever process approved
 * a version, what is decided is decided by what is in force. A row that is not what its shape asks is a mistake of ours
 * or somebody's hand in the database: nothing runs on it, and the product says so as it starts.
 */
import { sql } from 'drizzle-orm';
import { policyInForce } from '../../shared/law/policy.ts';
import type { Policy, PolicyVersions } from '../../shared/law/policy-values.ts';
import { versionsOf, type VersionRow } from '../../shared/law/policy-versions.ts';
import type { Day } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import type { Transaction } from '../db/transaction.ts';
import { sentence } from '../sentence.ts';

export type Reading = Pick<Transaction, 'execute'> | Pick<RawSql, 'unsafe'>;

const APPROVED = `select row_id as "rowId", number, value, plain, from_on::text as "fromOn"
	from policy_versions where approved_at is not null and withdrawn_at is null order by row_id, from_on`;

export async function policyVersions(from: Reading): Promise<PolicyVersions> {
	const rows =
		'execute' in from
			? await from.execute<VersionRow>(sql.raw(APPROVED))
			: await from.unsafe<VersionRow[]>(APPROVED);
	const versions = versionsOf(rows);
	if (!versions.ok) throw sentence(versions.because);
	return versions.versions;
}

export async function policyOn(from: Reading, on: Day): Promise<Policy> {
	return policyInForce(on, await policyVersions(from));
}
