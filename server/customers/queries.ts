/**
 * What other rooms ask about a customer: everything the identity check compares with, by one query. It is compared on
 * the server and goes no further.
 */
import { sql } from 'drizzle-orm';
import type { Authority } from '../../shared/customers/authorities.ts';
import type { CheckedRecord } from '../../shared/customers/check/identity.ts';
import { questionsOf, type HeldFacts } from '../../shared/customers/check/held.ts';
import type { NameHeld } from '../../shared/customers/check/name-said.ts';
import { addDays, instantInLondon, type Day } from '../../shared/time/day.ts';
import { nameOf } from '../../shared/customers/speaking.ts';
import { STANDS } from '../debts/debt-json.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { authoritiesJson } from './authorities/queries.ts';

export type HeldRecord = {
	facts: HeldFacts;
	checked: CheckedRecord & { customerId: string; mayCallBack: boolean };
	isRestricted: boolean;
	/** Who may speak for them today. */
	authorities: readonly Authority[];
	/** Salt and digest of the password they set; null where there is none. */
	password: { salt: string; digest: string } | null;
};

type HeldJson = Omit<HeldFacts, 'names' | 'hasPassword'> & {
	name: NameHeld;
	otherNames: readonly string[];
	password: HeldRecord['password'];
	hasDied: boolean;
	isRestricted: boolean;
	wrongToday: number;
	mayCallBack: boolean;
	/** A move or a number told not long ago: whoever says they are the customer may be who told it. */
	hasChanged: boolean;
	authorities: readonly Authority[];
};

const AUTHORITIES = authoritiesJson({ customer: 'c.id', today: '(select today from asked)' });

/**
 * Undefined when there is no such customer. Wrong answers are counted in every contact of the council's day; the
 * customer's row is held meanwhile, so that two answers in two contacts are two.
 */
export async function heldRecord(
	tx: Pick<Transaction, 'execute'>,
	{ customerId, today }: { customerId: string; today: Day }
): Promise<HeldRecord | undefined> {
	const { recentDays } = (await policyOn(tx, today)).R1.value;
	await tx.execute(sql`select from customers where id = ${customerId}::uuid for no key update`);
	const [row] = await tx.execute<{ held: string }>(sql`
		with asked as (select ${today}::date as today)
		select jsonb_build_object(
			'kind', c.kind, 'needsExtraCheck', c.needs_extra_check, 'isSafeContact', c.is_safe_contact,
			'isRestricted', c.is_restricted, 'hasDied', c.died_on is not null or exists (select from record_changes r
				where r.customer_id = c.id and r.kind = 'death' and r.undone_at is null), 'bornOn', c.born_on,
			'name', jsonb_build_object('givenNames', c.given_names, 'familyName', c.family_name),
			'otherNames', (select coalesce(jsonb_agg(n.name), '[]') from customer_names n
				where n.customer_id = c.id and not exists (select from record_changes r
					where r.fact_id = n.id and r.confirmed_at is null)),
			'addresses', (select coalesce(jsonb_agg(jsonb_build_object('line1', a.line1,
					'line2', a.line2, 'postcode', a.postcode)), '[]')
				from customer_addresses a
				where a.customer_id = c.id and a.source <> 'fairline'
					and (a.to_on is null or a.to_on >= ${today}::date)),
			'debts', (select coalesce(jsonb_agg(jsonb_build_object('reference', d.reference,
					'isJoint', exists (select from liabilities o
						where o.debt_id = d.id and o.customer_id <> c.id),
					'instalments', (select coalesce(jsonb_agg(again.amount_pence), '[]')
						from (select u.amount_pence from dues u where u.debt_id = d.id
							group by u.amount_pence having count(*) > 1) again))), '[]')
				from liabilities l join debts d on d.id = l.debt_id where l.customer_id = c.id),
			'payments', (select coalesce(jsonb_agg(paid.payment), '[]') from (
				select distinct on (e.debt_id) jsonb_build_object('amount', -e.amount_pence,
					'on', e.entered_on, 'method', e.method) as payment
				from entries e join liabilities l on l.debt_id = e.debt_id and l.customer_id = c.id
				where e.kind = 'payment' and e.payer_id = c.id and ${sql.raw(STANDS)}
				order by e.debt_id, e.entered_on desc, e.id desc) paid),
			'password', (select jsonb_build_object('salt', p.salt, 'digest', p.digest)
				from customer_passwords p where p.customer_id = c.id),
			'hasChanged', exists (select from record_changes r where r.customer_id = c.id
				and r.kind in ('address', 'phone') and r.undone_at is null
				and r.at >= ${instantInLondon(addDays(today, -recentDays), '00:00')}::timestamptz),
			'authorities', ${sql.raw(AUTHORITIES)},
			'wrongToday', (select count(*) from contact_events e
				where e.type in ('identityAnswered', 'answeredAgain') and e.body ->> 'customerId' = ${customerId}
					and e.body ->> 'result' = 'differs'
					and e.at >= ${instantInLondon(today, '00:00')}::timestamptz),
			'mayCallBack', not c.is_safe_contact and exists (select from customer_phones p
				where p.customer_id = c.id and p.source <> 'fairline'
					and (p.to_on is null or p.to_on >= ${today}::date)
					and not exists (select from customer_phones s where s.e164 = p.e164
						and s.customer_id <> c.id and (s.to_on is null or s.to_on >= ${today}::date)))
		)::text as held
		from customers c where c.id = ${customerId}::uuid`);
	return row && recordOf(customerId, JSON.parse(row.held) as HeldJson);
}

function recordOf(customerId: string, held: HeldJson): HeldRecord {
	const { name, otherNames, password, hasDied, isRestricted, wrongToday, mayCallBack } = held;
	const { authorities } = held;
	const { kind, needsExtraCheck, isSafeContact, bornOn, addresses, debts, payments } = held;
	const facts: HeldFacts = {
		kind,
		needsExtraCheck,
		isSafeContact,
		bornOn,
		addresses,
		debts,
		payments,
		names: [name, ...otherNames.map(nameOf)],
		hasPassword: password !== null
	};
	const offered = questionsOf(facts);
	return {
		facts,
		isRestricted,
		authorities,
		password,
		checked: {
			customerId,
			kind,
			needsExtraCheck: needsExtraCheck || held.hasChanged,
			isSafeContact,
			hasDied,
			offered,
			wrongToday,
			mayCallBack,
			authorities
		}
	};
}
