/** Every pair compared by the rule, a few thousand at a time, and what must be known of the customers that may be one. */
import { sql } from 'drizzle-orm';
import type { MatchingWeights } from '../../../shared/law/policy-values.ts';
import { matchOf, type Matchable } from '../../../shared/customers/match.ts';
import type { Candidate, Pair } from '../../../shared/customers/match-groups.ts';
import type { Transaction } from '../../db/transaction.ts';
import { HAS_HISTORY, STANDING } from '../links/standing.ts';

const AT_ONCE = 2_000;

type PairRow = {
	recordId: string;
	otherRecordId: string;
	customerId: string;
	otherCustomerId: string;
	one: Matchable;
	other: Matchable;
};

/** A record with what its customer was called before and where they lived. */
function matchableSql(k: string): string {
	return `json_build_object('source', ${k}.source, 'kind', ${k}.kind, 'givenNames', ${k}.given_names,
		'isGivenCommon', ${k}.is_given_common,
		'familyName', ${k}.family_name, 'bornOn', ${k}.born_on, 'nino', ${k}.nino, 'e164', ${k}.e164,
		'email', ${k}.email, 'address', case when ${k}.line1 is not null and ${k}.postcode is not null
			then json_build_object('line1', ${k}.line1, 'line2', ${k}.line2, 'postcode', ${k}.postcode) end,
		'formerNames', array(select n.name from customer_names n
			where n.customer_id = ${k}.customer_id and n.kind <> 'trading'),
		'formerAddresses', array(select json_build_object('line1', a.line1, 'line2', a.line2,
			'postcode', a.postcode) from customer_addresses a
			where a.customer_id = ${k}.customer_id and a.to_on is not null))`;
}

/** Those that are linked or for a review; the rest stay separate, and nothing is kept of them. */
export async function comparePairs(tx: Transaction, weights: MatchingWeights): Promise<Pair[]> {
	const rows = tx.connection
		.unsafe<PairRow[]>(
			`select one.record_id as "recordId", other.record_id as "otherRecordId",
				one.customer_id as "customerId", other.customer_id as "otherCustomerId",
				${matchableSql('one')} as one, ${matchableSql('other')} as other
			from pairs p join known one on one.record_id = p.record_id
			join known other on other.record_id = p.other_record_id`
		)
		.cursor(AT_ONCE);
	const found: Pair[] = [];
	for await (const batch of rows) {
		for (const row of batch) {
			const match = matchOf({ one: parsed(row.one), other: parsed(row.other) }, weights);
			if (match.verdict === 'separate') continue;
			const { recordId, otherRecordId, customerId, otherCustomerId } = row;
			found.push({ recordId, otherRecordId, customerId, otherCustomerId, match });
		}
	}
	return found;
}

/** drizzle takes the parsers off the client it is given, and json comes as its text. */
function parsed<Value>(value: Value | string): Value {
	return typeof value === 'string' ? (JSON.parse(value) as Value) : value;
}

export async function candidatesOf(
	tx: Transaction,
	pairs: readonly Pair[]
): Promise<Map<string, Candidate>> {
	await tx.execute(sql`create temporary table meant (customer_id uuid primary key) on commit drop`);
	const ids = [
		...new Set(pairs.flatMap(({ customerId, otherCustomerId }) => [customerId, otherCustomerId]))
	];
	for (let at = 0; at < ids.length; at += 10_000) {
		await tx.execute(sql`insert into meant
			select unnest(${`{${ids.slice(at, at + 10_000).join(',')}}`}::uuid[])`);
	}
	await tx.execute(sql`analyze meant`);
	const isNot = await apartFrom(tx);
	const rows = tx.connection
		.unsafe<{ id: string; members: Matchable[]; standing: string; hasHistory: boolean }[]>(
			`select c.id, ${HAS_HISTORY} as "hasHistory",
				row_number() over (order by ${STANDING}) as standing,
				array(select ${matchableSql('k')} from known k where k.customer_id = c.id) as members
			from meant join customers c on c.id = meant.customer_id`
		)
		.cursor(AT_ONCE);
	const candidates = new Map<string, Candidate>();
	for await (const batch of rows) {
		for (const { id, members, standing, hasHistory } of batch) {
			candidates.set(id, {
				members: parsed(members).map((member) => parsed(member)),
				standing: Number(standing),
				hasHistory,
				isNot: isNot.get(id) ?? NOBODY
			});
		}
	}
	return candidates;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Two who owe one debt together are two to the source; two whom a person kept apart are two. */
async function apartFrom(tx: Transaction): Promise<Map<string, Set<string>>> {
	const rows = await tx.execute<{ one: string; other: string }>(sql`
		select a.customer_id as one, b.customer_id as other
		from meant join liabilities a on a.customer_id = meant.customer_id
		join liabilities b on b.debt_id = a.debt_id and b.customer_id <> a.customer_id
		union
		select one, other from (
			select a.customer_id as one, b.customer_id as other from link_reviews v
			join links a on a.record_id = v.record_id join links b on b.record_id = v.other_record_id
			where v.state = 'apart'
			union all
			select b.customer_id, a.customer_id from link_reviews v
			join links a on a.record_id = v.record_id join links b on b.record_id = v.other_record_id
			where v.state = 'apart'
		) apart`);
	const apart = new Map<string, Set<string>>();
	for (const { one, other } of rows) {
		const others = apart.get(one) ?? new Set();
		others.add(other);
		apart.set(one, others);
	}
	return apart;
}
