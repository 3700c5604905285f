/**
 * How an extract says a debt is being enforced: which agents have it and what they last told of their fees, and which
 * method runs against whom (SI 1992/613 reg 52(2), 54(6)). What it says no more has ended on the day it speaks of. The
 * staged tables are the imports'.
 */
import { sql, type SQL } from 'drizzle-orm';
import { METHODS } from '../../shared/debts/moving/clashes.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export type MethodsTaken = {
	source: string;
	on: Day;
	/** The staged debts, those there are now, and those that an extract changed. */
	debt: SQL;
	known: SQL;
	touched: SQL;
	/** Whether its layout has a place for the agents' name: one that has none ends nothing. */
	namesAgents: boolean;
};

export async function takeMethods(tx: Transaction, taken: MethodsTaken): Promise<void> {
	if (taken.namesAgents) await takeAgents(tx, taken);
	await takeSteps(tx, taken);
}

/** As the extract has them: one row a debt that it speaks of, whose `agent` is null where nobody has it. */
const saidOf = ({ debt, known }: MethodsTaken) => sql`(
	select k.debt_id, case when s.facts #>> '{method,kind}' = 'agents' then s.agent end as agent,
		coalesce(s.agent_stage, case when s.facts #>> '{method,visitedOn}' is null
			then 'compliance' else 'enforcement' end) as stage,
		(s.facts #>> '{method,sinceOn}')::date as given_on,
		coalesce((s.facts #>> '{method,feesPence}')::bigint, 0) as fees_pence,
		(s.facts #>> '{method,feesToldOn}')::date as fees_told_on,
		(s.facts #>> '{method,visitedOn}')::date as visited_on
	from ${debt} s join ${known} k on k.reference = s.reference and k.title = s.title) said`;

async function takeAgents(tx: Transaction, taken: MethodsTaken): Promise<void> {
	const { on, touched } = taken;
	const said = saidOf(taken);
	await tx.execute(sql`
		with ended as (
			update agent_cases a set ended_on = greatest(a.given_on, least(${on}::date, said.given_on))
			from ${said} where a.debt_id = said.debt_id and a.ended_on is null
				and said.agent is distinct from a.agent
			returning a.debt_id
		)
		insert into ${touched} select debt_id from ended`);
	await tx.execute(sql`
		with moved as (
			update agent_cases a set stage = said.stage, given_on = said.given_on,
				fees_pence = said.fees_pence, fees_told_on = said.fees_told_on, visited_on = said.visited_on
			from ${said} where a.debt_id = said.debt_id and a.ended_on is null and a.agent = said.agent
				and (a.stage, a.given_on, a.fees_pence, a.fees_told_on, a.visited_on) is distinct from
					(said.stage, said.given_on, said.fees_pence, said.fees_told_on, said.visited_on)
			returning a.debt_id
		)
		insert into ${touched} select debt_id from moved`);
	await tx.execute(sql`
		with given as (
			insert into agent_cases (id, debt_id, agent, given_on, stage, fees_pence, fees_told_on, visited_on)
			select gen_random_uuid(), said.debt_id, said.agent, said.given_on, said.stage, said.fees_pence,
				said.fees_told_on, said.visited_on
			from ${said} where said.agent is not null
				and not exists (select from agent_cases a where a.debt_id = said.debt_id and a.ended_on is null)
			returning debt_id
		)
		insert into ${touched} select debt_id from given`);
}

/**
 * Against whom the source says; agents against everybody liable, any other against the one who is. Where two are liable
 * and nobody says against which of them, nothing is claimed.
 */
async function takeSteps(tx: Transaction, taken: MethodsTaken): Promise<void> {
	const { source, debt, known, touched } = taken;
	const methods = sql.raw([...METHODS].map((method) => `'${method}'`).join(', '));
	await tx.execute(sql`
		with ended as (
			update steps t set to_on = greatest(t.from_on, s.stage_on)
			from ${debt} s join ${known} k on k.reference = s.reference and k.title = s.title
			where t.debt_id = k.debt_id and t.to_on is null and t.method <> s.stage
			returning t.debt_id
		)
		insert into ${touched} select distinct debt_id from ended`);
	await tx.execute(sql`
		with begun as (
			insert into steps (id, debt_id, method, customer_id, from_on)
			select gen_random_uuid(), k.debt_id, s.stage, l.customer_id, s.stage_on
			from ${debt} s join ${known} k on k.reference = s.reference and k.title = s.title
			join (select debt_id, customer_id, array_agg(record_id) as records,
					count(*) over (partition by debt_id) as among
				from liabilities where stands and to_on is null group by debt_id, customer_id
			) l on l.debt_id = k.debt_id
			where s.stage in (${methods}) and case
				when s.method_against is not null then exists (select from records r
					where r.source = ${source} and r.key = s.method_against and r.id = any(l.records))
				else s.stage = 'ENFORCEMENT_AGENT' or l.among = 1 end
				and not exists (select from steps t where t.debt_id = k.debt_id
					and t.customer_id = l.customer_id and t.to_on is null)
			returning debt_id
		)
		insert into ${touched} select distinct debt_id from begun`);
}
