/** What a debt's next move depends on, of everybody who is liable for it, read while the debt is locked. */
import { sql } from 'drizzle-orm';
import type { Circumstances, MovingDebt } from '../../shared/debts/moving/case.ts';
import { METHODS } from '../../shared/debts/moving/clashes.ts';
import type { DetailRecord } from '../../shared/debts/detail/detail.ts';
import { instant, type Day, type Instant } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { confirmed } from '../law/queries.ts';
import { DISCREPANCY, ENTRIES, historyOf, HOLDS } from './debt-json.ts';

export type Moving = { debt: MovingDebt; liable: readonly string[]; source: string };

/** Locks the debt until the transaction ends. Undefined where there is none. */
export async function movingDebt(tx: Transaction, debtId: string): Promise<Moving | undefined> {
	await tx.execute(sql`select from debts where id = ${debtId}::uuid for no key update`);
	const [row] = await tx.execute<{ moving: string }>(sql`
		select json_build_object(
			'source', d.source,
			'liable', to_json(array(select l.customer_id from liabilities l where l.debt_id = d.id
				order by l.customer_id)),
			'debt', json_build_object(
				'id', d.id, 'stream', d.stream, 'title', d.title, 'reference', d.reference,
				'fromOn', d.from_on, 'untilOn', d.until_on, 'stage', d.stage, 'stageOn', d.stage_on,
				'balance', d.balance_pence, 'facts', d.facts, 'ground', 'sole', 'others', '[]'::json,
				'lastPayment', null,
				'lastPaidOn', (select max(e.entered_on) from entries e
					where e.debt_id = d.id and e.kind = 'payment'),
				'dues', to_json(array(select json_build_object('on', u.due_on, 'amount', u.amount_pence)
					from dues u where u.debt_id = d.id order by u.due_on)),
				'holds', to_json(array(select json_build_object('kind', h.kind, 'fromOn', h.from_on,
						'untilOn', h.until_on, 'customerId', h.customer_id)
					from holds h where h.debt_id = d.id and h.lifted_at is null order by h.from_on, h.kind)),
				'history', to_json(array(select json_build_object('stage', s.stage, 'on', s.reached_on)
					from stage_changes s where s.debt_id = d.id and s.undoes_id is null
						and not exists (select from stage_changes u where u.undoes_id = s.id)
					order by s.reached_on)),
				'running', to_json(array(select json_build_object('method', s.method,
						'against', s.customer_id)
					from steps s where s.debt_id = d.id and s.to_on is null)),
				'noticeUntil', (select max(n.notice_until) from arrangement_debts g
					join arrangements n on n.id = g.arrangement_id
					where g.debt_id = d.id and n.state = 'broken'),
				'agreed', json_build_object(
					'arrangedOn', (select max(n.agreed_on) from arrangement_debts g
						join arrangements n on n.id = g.arrangement_id
						where g.debt_id = d.id and g.is_live),
					'promise', (select 'live' from promises p
						where p.debt_id = d.id and p.state = 'live' limit 1))
			)
		)::text as moving
		from debts d where d.id = ${debtId}::uuid`);
	if (!row) return undefined;
	const moving = JSON.parse(row.moving) as Moving;
	return { ...moving, debt: withRunning(moving.debt) };
}

/** A source that says a method runs and not against whom is believed: it bars everybody. */
function withRunning(debt: MovingDebt): MovingDebt {
	return debt.running.length === 0 && METHODS.has(debt.stage)
		? { ...debt, running: [{ method: debt.stage, against: null }] }
		: debt;
}

/** What is true of the people a step would be taken against. */
export async function circumstancesOf(
	tx: Transaction,
	{ against, debtId, today }: { against: readonly string[]; debtId: string; today: Day }
): Promise<Circumstances> {
	const people = sql`array[${sql.join(
		against.map((id) => sql`${id}::uuid`),
		sql`, `
	)}]::uuid[]`;
	const [row] = await tx.execute<Omit<Circumstances, 'confirmed' | 'costs'>>(sql`
		select
			exists (select from liabilities l join debts d on d.id = l.debt_id
				where l.customer_id = any(${people}) and d.stream = 'council-tax'
					and d.balance_pence > 0 and d.stage = 'BENEFIT_DEDUCTION') as "deductionsRun",
			exists (select from support_needs n where n.customer_id = any(${people})
				and (n.to_on is null or n.to_on >= ${today}::date)) as "hasSupportNeed",
			(select min(h.from_on)::text from holds h where h.customer_id = any(${people})
				and h.kind in ('breathing-space', 'mental-health-crisis') and h.lifted_at is null
				and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date))
				as "moratoriumFrom",
			(select count(*)::int from liabilities l join debts d on d.id = l.debt_id
				where l.customer_id = any(${people}) and d.id <> ${debtId}::uuid
					and d.stream = 'council-tax' and d.stage = 'AEO') as "earningsOrders"`);
	if (!row) throw new Error('The database gave no answer.');
	const costs = await policyOn(tx, today);
	return { ...row, confirmed: new Set((await confirmed(tx)).keys()), costs };
}

const AGENTS = `(select json_build_object('agent', a.agent, 'givenOn', a.given_on, 'stage', a.stage,
		'fees', a.fees_pence, 'feesToldOn', a.fees_told_on, 'visitedOn', a.visited_on,
		'told', (select json_build_object('what', i.kind, 'state', i.state, 'givenAt', i.given_at,
				'toldAt', i.told_at, 'confirmedAt', i.confirmed_at,
				'confirmedOn', i.confirmed_on, 'answeredBy', i.answered_by)
			from instructions i where i.debt_id = d.id and i.to_agent
				and i.given_at >= a.given_on order by i.id desc limit 1))
	from agent_cases a where a.debt_id = d.id and a.ended_on is null)`;

/** What its source was last told of it for this person: nothing of what another asked. */
const TOLD = `(select json_build_object('kind', i.kind, 'state', i.state,
		'toldOn', (i.told_at at time zone 'Europe/London')::date, 'confirmedOn', i.confirmed_on)
	from instructions i where i.debt_id = d.id and not i.to_agent and i.customer_id = l.customer_id
		and i.state <> 'withdrawn' and i.kind in ('stop', 'restart', 'recall', 'step') order by i.id desc limit 1)`;

/** What collected it and was told to end, for this person: the last of it. */
const ENDS = `(select json_build_object('by', i.because, 'state', i.state,
		'toldOn', (i.told_at at time zone 'Europe/London')::date, 'confirmedOn', i.confirmed_on,
		'stillOn', i.still_on)
	from instructions i where i.debt_id = d.id and i.customer_id = l.customer_id
		and i.state <> 'withdrawn' and i.kind = 'end' order by i.id desc limit 1)`;

/** That it is left out of a plan of theirs that runs, because what collects it goes on. */
const KEPT = `(select json_build_object('by', b.one ->> 'kind', 'takes', (b.one ->> 'takes')::bigint,
		'every', b.one ->> 'every', 'number', n.number, 'on', n.agreed_on)
	from arrangements n cross join lateral jsonb_array_elements(n.beside) as b(one)
	where n.customer_id = l.customer_id and n.state in ('active', 'late')
		and b.one ->> 'debtId' = d.id::text order by n.agreed_at desc limit 1)`;

const DETAIL = `
select json_build_object(
	'history', ${historyOf('l.customer_id')}, 'entries', ${ENTRIES}, 'holds', ${HOLDS}, 'agents', ${AGENTS},
	'told', ${TOLD}, 'ends', ${ENDS}, 'kept', ${KEPT},
	'plan', (select json_build_object('id', n.id, 'number', n.number) from arrangement_debts g
		join arrangements n on n.id = g.arrangement_id
		where g.debt_id = d.id and g.customer_id = l.customer_id and g.is_live),
	'liability', json_build_object('fromOn', l.from_on, 'toOn', l.to_on,
		'exception', case when l.exception is not null then json_build_object('why', l.exception,
			'fromOn', l.exception_from_on, 'toOn', l.exception_to_on,
			'isConfirmed', l.exception_source is not null) end),
	'discrepancy', ${DISCREPANCY}
)::text as detail
from debts d join liabilities l on l.debt_id = d.id
where d.id = $1::uuid and l.customer_id = $2::uuid
order by l.from_on desc limit 1`;

/** What only a debt's detail is read for. Undefined where this person is not liable for it. */
export async function detailRecord(
	sql: RawSql,
	{ debtId, customerId }: { debtId: string; customerId: string }
): Promise<Omit<DetailRecord, 'debt'> | undefined> {
	const [row] = await sql.unsafe<{ detail: string }[]>(DETAIL, [debtId, customerId], {
		prepare: true
	});
	if (!row) return undefined;
	const record = JSON.parse(row.detail) as Omit<DetailRecord, 'debt'>;
	return { ...record, agents: record.agents && withInstants(record.agents) };
}

/** Postgres writes instants with its own offset; ours are UTC. */
function withInstants(agents: NonNullable<DetailRecord['agents']>): DetailRecord['agents'] {
	const { told } = agents;
	if (!told) return agents;
	const utc = (at: Instant | null) => at && instant(at);
	const { givenAt, toldAt, confirmedAt } = told;
	return {
		...agents,
		told: {
			...told,
			givenAt: instant(givenAt),
			toldAt: utc(toldAt),
			confirmedAt: utc(confirmedAt)
		}
	};
}
