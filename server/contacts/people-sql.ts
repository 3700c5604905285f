/**
 * The people a contact may be about and, where it can only be one, everything they owe, as JSON built in SQL: the
 * shape is `PersonFacts` with `DebtRecord`s. Used inside the pop's one statement and by every reload. It is `json`, not
 * `jsonb`, and lists are arrays, because whoever waits for it waits for the building of it too.
 */
import { anothersStep, DISCREPANCY, STANDS } from '../debts/debt-json.ts';
import type { PersonRecord } from '../../shared/contacts/shown/disclosure.ts';
import type { DebtRecord, HoldKind } from '../../shared/debts/debt.ts';
import { HOLDS } from '../../shared/debts/holds.ts';
import type { Pence } from '../../shared/money/pence.ts';
import type { Day } from '../../shared/time/day.ts';
import { toldJson } from '../changes/queries.ts';
import { authoritiesJson } from '../customers/authorities/queries.ts';
import { NUMBER_NOTE } from '../customers/reach/noted.ts';
import { reachJson } from '../customers/reach/wishes.ts';

const PROTECTING_OTHERS = Object.entries(HOLDS)
	.filter(([, rule]) => rule.protectsOthers)
	.map(([kind]) => `'${kind}'`)
	.join(', ');

/** Placeholders of the surrounding statement: the number that rang, the customer chosen, the council's day. */
export type PeopleParameters = {
	number: string;
	/** Null where nobody can have chosen yet: then what only a chosen person's screen may show is not read. */
	chosen: string | null;
	today: string;
};

/** A scalar subquery giving `{ count, people }`. A chosen customer goes before whoever the number means. */
export function peopleJson(parameters: PeopleParameters, largest: number): string {
	return `(
	with meant as materialized (${meantRows(parameters)})
	select json_build_object('count', (${HOLDERS}), 'people', to_json(array(
		select ${personJson(parameters)}
		from meant m join customers c on c.id = m.id order by ${CERTAIN_FIRST}, c.id limit ${largest})))
)`;
}

/** How many it may be of: whoever speaks for somebody from it is not one more. */
const HOLDERS = `select count(*) from meant where belongs is distinct from 'speaker'`;

/** So that nobody certain is beyond the largest list, and none for whom somebody speaks takes another's place. */
const CERTAIN_FIRST = `case when m.belongs in ('own', 'only-own') then 0 when m.belongs = 'speaker' then 2 else 1 end`;

/** Who is meant, when identity last passed for them on the number, and whose it was noted to be. */
function meantRows(parameters: PeopleParameters): string {
	const known = `max(p.confirmed_on) as confirmed_on,
		max(p.belongs) filter (where p.belongs_until >= ${parameters.today}::date) as belongs`;
	const linked = `select p.customer_id as id, ${known}
		from customer_phones p where ${isTheirs(parameters)} group by p.customer_id`;
	const { chosen } = parameters;
	if (chosen === null) return linked;
	return `select linked.* from (${linked}) linked where ${chosen} is null
		union all
		select ${chosen}, one.* from (select ${known} from customer_phones p
			where p.customer_id = ${chosen} and ${isTheirs(parameters)}) one
		where ${chosen} is not null`;
}

function isTheirs({ number, today }: PeopleParameters): string {
	return `p.e164 = ${number}::text and (p.to_on is null or p.to_on >= ${today}::date)`;
}

function personJson(parameters: PeopleParameters): string {
	return `json_build_object(
		'customerId', c.id, 'kind', c.kind, 'givenNames', c.given_names, 'familyName', c.family_name,
		'isRestricted', c.is_restricted, 'isSafeContact', c.is_safe_contact,
		'noMessages', exists (select from contact_wishes w where w.customer_id = c.id
			and w.ended_at is null and w.no_messages),
		'confirmedOn', m.confirmed_on, 'belongs', m.belongs,${parameters.chosen ? chosenJson(parameters) : ''}
		'needs', to_json(array(select json_build_object('need', s.need, 'adjustment', s.adjustment,
				'seenBy', s.seen_by)
			from support_needs s where s.customer_id = c.id and s.to_on is null order by s.from_on)),
		'debts', case when ${isTheOne(parameters)} then ${debtsJson(parameters)} end)`;
}

/** Nobody's debts are read where more than one may ring. */
function isTheOne({ chosen }: PeopleParameters): string {
	const alone = `(${HOLDERS}) = 1 and m.belongs is distinct from 'speaker' or m.belongs = 'only-own'`;
	return chosen === null ? alone : `${alone} or ${chosen} is not null`;
}

const chosenJson = (parameters: PeopleParameters) => `
		'numberNote', (select ${NUMBER_NOTE} from customer_phones p where p.customer_id = c.id
			and p.belongs_until >= ${parameters.today}::date and ${isTheirs(parameters)} limit 1),
		'bornOn', c.born_on, 'diedOn', c.died_on, 'needsExtraCheck', c.needs_extra_check,
		'language', c.language, 'address', (select json_build_object('line1', a.line1, 'line2', a.line2, 'town', a.town,
				'postcode', a.postcode)
			from customer_addresses a where a.customer_id = c.id and a.to_on is null
				and a.source <> 'fairline'
			order by a.kind desc, a.from_on desc limit 1),
		'email', (select e.email from customer_emails e
			where e.customer_id = c.id and e.to_on is null and e.source <> 'fairline' order by e.from_on desc limit 1),
		'phone', (select p.e164 from customer_phones p where p.customer_id = c.id and p.to_on is null
				and p.source <> 'fairline'
			order by p.confirmed_on desc nulls last, p.from_on desc limit 1),
		'reach', ${reachJson('c.id')},
		'told', ${toldJson('c.id')},
		'plansEndedOn', to_json(array(select m.on_day from arrangement_moves m
			join arrangements n on n.id = m.arrangement_id where n.customer_id = c.id
				and (m.event = 'broken' or (m.event = 'superseded' and m.from_state <> 'broken'))
			order by m.number)),
		'authorities', ${authoritiesJson({ customer: 'c.id', today: parameters.today })},`;

/** A hold made for one person shows on another's record of the same debt only where it protects them too. */
function debtsJson({ chosen, today }: PeopleParameters): string {
	return `to_json(array(select json_build_object(
		'id', d.id, 'stream', d.stream, 'title', d.title, 'fromOn', d.from_on, 'untilOn', d.until_on,
		'stage', d.stage, 'stageOn', d.stage_on, 'balance', d.balance_pence, 'facts', d.facts,
		'anothersStep', ${anothersStep({ stage: 'd.stage', debt: 'd.id', customer: 'c.id' })},
		'dues', to_json(array(select json_build_array(u.due_on, u.amount_pence)
			from dues u where u.debt_id = d.id order by u.due_on)),
		'holds', to_json(array(select json_build_array(h.kind, h.from_on, h.until_on, h.customer_id = c.id)
			from holds h where h.debt_id = d.id and h.lifted_at is null
				and (h.until_on is null or h.until_on >= ${today}::date)
				and (h.customer_id = c.id or h.kind in (${PROTECTING_OTHERS}))
			order by h.from_on, h.kind))${chosen ? DISCLOSED : ''})
	from liabilities l join debts d on d.id = l.debt_id
	where l.customer_id = c.id and l.stands order by d.from_on, d.stream, d.reference))`;
}

/** What no screen shows before the identity check: references, who else is liable, who paid, what is agreed. */
const DISCLOSED = `,
	'reference', d.reference, 'ground', l.ground, 'discrepancy', ${DISCREPANCY},
	'others', to_json(array(select trim(o.given_names || ' ' || o.family_name)
		from liabilities other join customers o on o.id = other.customer_id
		where other.debt_id = d.id and other.customer_id <> c.id and other.stands order by o.id)),
	'lastPayment', (select json_build_object('on', e.entered_on, 'amount', -e.amount_pence, 'by', e.method,
			'mine', coalesce(e.payer_id = c.id, not exists (select from liabilities other
				where other.debt_id = d.id and other.customer_id <> c.id)))
		from entries e where e.debt_id = d.id and e.kind = 'payment' and ${STANDS}
		order by e.entered_on desc, e.id desc limit 1),
	'collected', case when d.facts #>> '{collected,by}' = 'nothing' or coalesce(
			(select k.customer_id = c.id from records r join links k on k.record_id = r.id
				where r.source = d.source and r.key = d.facts #>> '{collected,from}' limit 1),
			not exists (select from liabilities other
				where other.debt_id = d.id and other.customer_id <> c.id and other.stands))
		then (d.facts -> 'collected') - 'from' end,
	'agreed', json_build_object(
		'arrangedOn', (select n.agreed_on from arrangement_debts g
			join arrangements n on n.id = g.arrangement_id
			where g.debt_id = d.id and g.customer_id = c.id and g.is_live),
		'plan', (select json_build_object('id', n.id, 'number', n.number, 'isLate', n.state = 'late',
				'firstOn', n.first_on, 'amount', n.amount_pence, 'rhythm', n.rhythm)
			from arrangement_debts g join arrangements n on n.id = g.arrangement_id
			where g.debt_id = d.id and g.customer_id = c.id and g.is_live),
		'promise', (select nullif(p.state, 'kept') from promises p
			where p.debt_id = d.id and p.customer_id = c.id and p.state in ('live', 'broken', 'kept')
			order by p.at desc limit 1))`;

/** One as the statement gives them: what was not read is left out, and rows of which there are many have no names. */
export type ReadPerson = Omit<PersonRecord, keyof typeof UNREAD | 'debts'> & {
	debts: readonly ReadDebt[] | null;
};

type ReadDebt = Omit<DebtRecord, keyof typeof UNREAD_OF_A_DEBT | 'dues' | 'holds'> & {
	dues: readonly [on: Day, amount: Pence][];
	holds: readonly [kind: HoldKind, fromOn: Day, untilOn: Day | null, mine: boolean][];
};

/** Where nobody is chosen these stand for what was not read; nothing that may show then is made of them. */
const UNREAD = {
	bornOn: null,
	diedOn: null,
	needsExtraCheck: true,
	language: null,
	address: null,
	email: null,
	phone: null
} as const satisfies Partial<PersonRecord>;

const UNREAD_OF_A_DEBT = {
	reference: '',
	ground: 'sole',
	others: [],
	lastPayment: null
} as const satisfies Partial<DebtRecord>;

/** As everybody takes them, whatever of them was read. */
export function wholePeople(people: readonly ReadPerson[]): PersonRecord[] {
	return people.map((person) => ({
		...UNREAD,
		...person,
		debts: person.debts?.map(wholeDebt) ?? null
	}));
}

function wholeDebt(debt: ReadDebt): DebtRecord {
	return {
		...UNREAD_OF_A_DEBT,
		...debt,
		dues: debt.dues.map(([on, amount]) => ({ on, amount })),
		holds: debt.holds.map(([kind, fromOn, untilOn, mine]) => ({ kind, fromOn, untilOn, mine }))
	};
}
