/**
 * Debts as an extract has them, and what belongs to them: new ones, stages they reached, instalments, who is liable and
 * what holds them. A debt that says nothing new is not touched; none is taken away. The staged tables are the imports'.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { takeExceptions } from './take-exceptions.ts';
import { takeMethods } from './take-methods.ts';

export type DebtsTaken = {
	source: string;
	streams: readonly string[];
	/** The day the extract speaks of. */
	on: Day;
	/** Whether its layout has a place for the name of a debt's agents. */
	namesAgents: boolean;
	/** Whether it has one for why somebody is not jointly liable. */
	saysExceptions: boolean;
	/** A kind of hold line that says what a source did, and holds nothing here. */
	noHold: string;
	/** The fields of a debt's facts that come from an extract: one that it says no more has ended. */
	factNames: readonly string[];
	/** Staged lines by kind. */
	tables: Readonly<Record<'debt' | 'liability' | 'due' | 'hold' | 'stage', string>>;
	/** Made by this: the debts there are now, and those that it changed. */
	known: string;
	touched: string;
	/** Scratch of this. */
	changedDues: string;
	/** After all lines of a kind. */
	done: (kind: 'debt' | 'liability' | 'due' | 'hold' | 'stage') => Promise<void>;
};

export async function takeDebts(tx: Transaction, taken: DebtsTaken): Promise<void> {
	const parts = partsOf(taken);
	await addNew(tx, parts);
	await makeKnown(tx, parts);
	await moveOn(tx, parts);
	await taken.done('debt');
	await addStages(tx, parts);
	await taken.done('stage');
	await replaceDues(tx, parts);
	await taken.done('due');
	await takeLiable(tx, parts);
	await taken.done('liability');
	await takeHolds(tx, parts);
	await taken.done('hold');
	await takeMethods(tx, {
		...parts,
		source: taken.source,
		on: taken.on,
		namesAgents: taken.namesAgents
	});
}

type Parts = {
	taken: DebtsTaken;
	debt: SQL;
	liability: SQL;
	due: SQL;
	hold: SQL;
	stage: SQL;
	known: SQL;
	touched: SQL;
};

function partsOf(taken: DebtsTaken): Parts {
	const { debt, liability, due, hold, stage } = taken.tables;
	return {
		taken,
		debt: sql.raw(debt),
		liability: sql.raw(liability),
		due: sql.raw(due),
		hold: sql.raw(hold),
		stage: sql.raw(stage),
		known: sql.raw(taken.known),
		touched: sql.raw(taken.touched)
	};
}

async function addNew(tx: Transaction, { taken, debt }: Parts): Promise<void> {
	await tx.execute(sql`
		insert into debts (id, stream, reference, title, from_on, until_on, stage, stage_on, facts, source)
		select gen_random_uuid(), s.stream, s.reference, s.title, s.from_on, s.until_on, s.stage,
			s.stage_on, s.facts, ${taken.source}
		from ${debt} s where not exists (select from debts d where d.reference = s.reference
			and d.title = s.title and d.source = ${taken.source} and d.stream in ${taken.streams})`);
}

async function makeKnown(tx: Transaction, { taken, known, touched }: Parts): Promise<void> {
	await tx.execute(sql`
		create temporary table ${known} on commit drop as
		select id as debt_id, reference, title, from_on from debts
		where source = ${taken.source} and stream in ${taken.streams}`);
	await tx.execute(sql`analyze ${known}`);
	await tx.execute(sql`create temporary table ${touched} (debt_id uuid) on commit drop`);
}

/** Locked in the order of their ids, as every command does, so that two cannot wait for each other. */
async function moveOn(tx: Transaction, { taken, debt, known, touched }: Parts): Promise<void> {
	const facts = sql`((d.facts - ${arrayOf(taken.factNames)}) || s.facts)`;
	await tx.execute(sql`
		with changed as (
			select d.id from ${debt} s
			join ${known} k on k.reference = s.reference and k.title = s.title
			join debts d on d.id = k.debt_id
			where (d.stream, d.from_on, d.until_on, d.stage, d.stage_on, d.facts) is distinct from
				(s.stream, s.from_on, s.until_on, s.stage, s.stage_on, ${facts})
			order by d.id for no key update of d
		), moved as (
			update debts d set stream = s.stream, from_on = s.from_on, until_on = s.until_on,
				stage = s.stage, stage_on = s.stage_on, facts = ${facts}
			from changed c, ${known} k, ${debt} s
			where d.id = c.id and k.debt_id = c.id and k.reference = s.reference and k.title = s.title
			returning d.id
		)
		insert into ${touched} select id from moved`);
}

async function addStages(tx: Transaction, { taken, debt, stage, known, touched }: Parts) {
	await tx.execute(sql`
		with reached as (
			select distinct on (k.debt_id, said.stage, said.reached_on)
				k.debt_id, said.stage, said.reached_on, said.cost_pence
			from (
				select reference, title, stage, reached_on, cost_pence from ${stage}
				union all
				select reference, title, stage, stage_on, 0 from ${debt}
			) said join ${known} k on k.reference = said.reference and k.title = said.title
			order by k.debt_id, said.stage, said.reached_on, said.cost_pence desc
		), added as (
			insert into stage_changes (id, debt_id, stage, reached_on, cost_pence, source)
			select gen_random_uuid(), r.debt_id, r.stage, r.reached_on, r.cost_pence, ${taken.source}
			from reached r where not exists (select from stage_changes c where c.debt_id = r.debt_id
				and c.stage = r.stage and c.reached_on = r.reached_on)
			returning debt_id
		)
		insert into ${touched} select distinct debt_id from added`);
}

/** Only where they differ: most nights most of them do not. */
async function replaceDues(tx: Transaction, { taken, due, known, touched }: Parts): Promise<void> {
	const changed = sql.raw(taken.changedDues);
	await tx.execute(sql`
		create temporary table ${changed} on commit drop as
		select said.debt_id from (
			select k.debt_id, array_agg(s.due_on || ' ' || s.amount_pence order by s.due_on, s.amount_pence) as dues
			from ${due} s join ${known} k on k.reference = s.reference and k.title = s.title
			group by k.debt_id
		) said left join (
			select debt_id, array_agg(due_on || ' ' || amount_pence order by due_on, amount_pence) as dues
			from dues where debt_id in (select k.debt_id from ${due} s
				join ${known} k on k.reference = s.reference and k.title = s.title)
			group by debt_id
		) had on had.debt_id = said.debt_id
		where had.dues is distinct from said.dues`);
	await tx.execute(sql`analyze ${changed}`);
	await tx.execute(sql`delete from dues where debt_id in (select debt_id from ${changed})`);
	await tx.execute(sql`
		insert into dues (id, debt_id, due_on, amount_pence)
		select gen_random_uuid(), k.debt_id, s.due_on, s.amount_pence
		from ${due} s join ${known} k on k.reference = s.reference and k.title = s.title
		where k.debt_id in (select debt_id from ${changed})`);
	await tx.execute(sql`insert into ${touched} select debt_id from ${changed}`);
}

async function takeLiable(tx: Transaction, { taken, liability, known, touched }: Parts) {
	const said = sql`${liability} s
		join ${known} k on k.reference = s.reference and k.title = s.title
		join records r on r.source = ${taken.source} and r.key = s.key
		join links on links.record_id = r.id`;
	await tx.execute(sql`
		with moved as (
			update liabilities l set ground = s.ground, from_on = coalesce(s.from_on, k.from_on), to_on = s.to_on
			from ${said} where l.debt_id = k.debt_id and l.record_id = r.id
				and (l.ground, l.from_on, l.to_on) is distinct from
					(s.ground, coalesce(s.from_on, k.from_on), s.to_on)
			returning l.debt_id
		)
		insert into ${touched} select debt_id from moved`);
	await tx.execute(sql`
		with added as (
			insert into liabilities (id, debt_id, customer_id, record_id, ground, from_on, to_on)
			select gen_random_uuid(), k.debt_id, links.customer_id, r.id, s.ground,
				coalesce(s.from_on, k.from_on), s.to_on
			from ${said} where not exists (select from liabilities l
				where l.debt_id = k.debt_id and l.record_id = r.id)
			returning debt_id
		)
		insert into ${touched} select distinct debt_id from added`);
	const { source } = taken;
	if (taken.saysExceptions) await takeExceptions(tx, { source, said, touched });
}

/** The same hold, one that was made here and the source took over by its reference included, only moves its end. */
async function takeHolds(tx: Transaction, { taken, hold, known, touched }: Parts): Promise<void> {
	const said = sql`${hold} s
		join ${known} k on k.reference = s.reference and k.title = s.title
		join records r on r.source = ${taken.source} and r.key = s.key
		join links on links.record_id = r.id and s.kind <> ${taken.noHold}`;
	const isSame = sql`h.debt_id = k.debt_id and h.customer_id = links.customer_id and h.kind = s.kind
		and (h.from_on = s.from_on or h.reference = s.marker)`;
	await tx.execute(sql`
		with moved as (
			update holds h set until_on = s.until_on from ${said}
			where ${isSame} and h.until_on is distinct from s.until_on returning h.debt_id
		)
		insert into ${touched} select debt_id from moved`);
	await tx.execute(sql`
		with added as (
			insert into holds (id, debt_id, customer_id, kind, from_on, until_on, reference)
			select gen_random_uuid(), k.debt_id, links.customer_id, s.kind, s.from_on, s.until_on, s.marker
			from ${said} where not exists (select from holds h where ${isSame})
			returning debt_id
		)
		insert into ${touched} select distinct debt_id from added`);
}

function arrayOf(names: readonly string[]): SQL {
	return sql.raw(`array[${names.map((name) => `'${name}'`).join(', ')}]`);
}
