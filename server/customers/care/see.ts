/** How to treat a customer, gathered by one query for whoever has them in a contact and has heard them pass the check. */
import { sql } from 'drizzle-orm';
import { isInForce } from '../../../shared/customers/authorities.ts';
import type { AuthoritySeen, Care, NeedSeen, WishSeen } from '../../../shared/customers/care.ts';
import { CARE_ONLY } from '../../../shared/customers/support.ts';
import { instant, type Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { NOTED } from '../reach/noted.ts';
import { WISH } from '../reach/wishes.ts';

type CareJson = {
	isRestricted: boolean;
	needs: readonly Omit<NeedSeen, 'isHidden'>[];
	wishes: readonly WishSeen[];
	numbers: Care['numbers'];
	wrongNumbers: Care['wrongNumbers'];
	authorities: readonly Omit<AuthoritySeen, 'isInForce'>[];
};

/** Of authorities that stood and do not stand any more, the last of them. */
const MOST_ENDED = 10;

export async function careOf(
	tx: Pick<Transaction, 'execute'>,
	{ customerId, today, isLeader }: { customerId: string; today: Day; isLeader: boolean }
): Promise<Care> {
	const name = (officer: string) =>
		sql.raw(`(select u.name from auth_user u where u.id = ${officer})`);
	const [row] = await tx.execute<{ care: string }>(sql`
		select json_build_object('isRestricted', c.is_restricted,
			'needs', array(select json_build_object('needId', s.id, 'need', s.need, 'adjustment', s.adjustment,
				'consent', s.consent, 'source', s.source, 'fromOn', s.from_on, 'reviewOn', s.review_on,
				'seenBy', s.seen_by, 'by', ${name('s.recorded_by')})
				from support_needs s where s.customer_id = c.id and s.to_on is null order by s.from_on, s.id),
			'wishes', array(select ${sql.raw(WISH)} || jsonb_build_object('wishId', w.id, 'at', w.set_at,
				'by', ${name('w.set_by')})
				from contact_wishes w where w.customer_id = c.id and w.ended_at is null order by w.set_at),
			'numbers', array(select json_build_object('number', p.e164,
				'sources', array_agg(distinct p.source), 'confirmedOn', max(p.confirmed_on),
				'isShared', exists (select from customer_phones o where o.e164 = p.e164
					and o.customer_id <> c.id and (o.to_on is null or o.to_on >= ${today}::date)))
				from customer_phones p where p.customer_id = c.id and p.source <> ${NOTED}
					and (p.to_on is null or p.to_on >= ${today}::date)
				group by p.e164 order by max(p.confirmed_on) desc nulls last, p.e164),
			'wrongNumbers', array(select json_build_object('number', x.e164, 'at', x.reported_at,
				'by', ${name('x.reported_by')})
				from wrong_numbers x where x.customer_id = c.id and x.withdrawn_at is null
				order by x.reported_at desc),
			'authorities', array(select json_build_object('id', y.id, 'kind', y.kind, 'name', y.name,
				'organisation', y.organisation, 'scope', y.scope, 'streams', y.streams,
				'debtIds', y.debt_ids, 'fromOn', y.from_on, 'untilOn', y.until_on,
				'evidence', y.evidence, 'recordedAt', y.recorded_at, 'by', ${name('y.recorded_by')},
				'ended', case when y.ended_at is not null then
					json_build_object('because', y.ended_because, 'at', y.ended_at) end)
				from authorities y where y.customer_id = c.id
				order by y.ended_at desc nulls first, y.until_on desc nulls first, y.from_on desc
				limit ${MOST_ENDED * 3})
		)::text as care from customers c where c.id = ${customerId}::uuid`);
	if (!row) throw new Error('A contact is about a customer that there is not.');
	return careFrom(JSON.parse(row.care) as CareJson, { today, isLeader });
}

function careFrom(care: CareJson, { today, isLeader }: { today: Day; isLeader: boolean }): Care {
	const authorities = care.authorities.map((held) => ({
		...held,
		recordedAt: instant(held.recordedAt),
		ended: held.ended && { ...held.ended, at: instant(held.ended.at) },
		isInForce: held.ended === null && isInForce(held, today)
	}));
	const past = authorities.filter((held) => !held.isInForce).slice(0, MOST_ENDED);
	return {
		needs: care.needs.map((held) => {
			const isHidden = held.seenBy === 'leaders' && !isLeader;
			return { ...held, need: isHidden ? CARE_ONLY : held.need, isHidden };
		}),
		wishes: care.wishes.map((wish) => ({ ...wish, at: instant(wish.at) })),
		isRestricted: isLeader ? care.isRestricted : null,
		numbers: care.numbers,
		wrongNumbers: care.wrongNumbers.map((wrong) => ({ ...wrong, at: instant(wrong.at) })),
		authorities: [...authorities.filter((held) => held.isInForce), ...past]
	};
}
