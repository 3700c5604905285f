/**
 * Takes away, for one transaction, what makes millions of rows slow to write one by one, and gives it back as it was:
 * indexes and foreign keys, which are checked as they are made again, and the triggers of the books, whose work is done
 * here as a set and refused as a set. Nobody else sees it: the tables stay locked until all of it is back.
 */
import type { Sql } from 'postgres';

type Tx = Pick<Sql, 'unsafe'>;

/** The seed writes every balance itself, and proves it before anybody can see it. */
const BOOKS = [
	['debts', 'debt_begins_at_nothing'],
	['entries', 'entries_move_balances'],
	['entries', 'entry_set_sums_to_nothing']
] as const;

/** What they would learn part by part is learnt at once when the indexes are back. */
const WORDS = [
	['customers', 'customers_learnt_when_new'],
	['customer_names', 'names_learnt_when_new'],
	['customer_addresses', 'addresses_learnt_when_new']
] as const;

const MEMORY = "set local maintenance_work_mem = '256MB'; set local work_mem = '128MB'";

/** Does the work on bare tables. What it gives back is what it took, read from the database itself. */
export async function onBareTables<Result>(
	tx: Tx,
	{ tables, say }: { tables: readonly string[]; say: (line: string) => void },
	work: () => Promise<Result>
): Promise<Result> {
	await tx.unsafe(MEMORY);
	const taken = [...(await foreignKeysOf(tx, tables)), ...(await indexesOf(tx, tables))];
	for (const [table, trigger] of [...BOOKS, ...WORDS])
		await tx.unsafe(`alter table ${table} disable trigger ${trigger}`);
	for (const { drop } of taken) await tx.unsafe(drop);
	const result = await work();
	say('Proving the books …');
	await seeThatBooksProve(tx);
	say(`Making ${taken.length} indexes and foreign keys …`);
	// Indexes first: the keys are checked by them.
	for (const { make } of taken.toReversed()) await tx.unsafe(make);
	for (const [table, trigger] of [...BOOKS, ...WORDS])
		await tx.unsafe(`alter table ${table} enable trigger ${trigger}`);
	say('Learning every name and street …');
	await tx.unsafe('select learn_words(array(select id from customers))');
	return result;
}

type Taken = { drop: string; make: string };

async function foreignKeysOf(tx: Tx, tables: readonly string[]): Promise<Taken[]> {
	return tx.unsafe<Taken[]>(
		`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
			format('alter table %s add constraint %I %s', conrelid::regclass, conname,
				pg_get_constraintdef(oid)) as make
		from pg_constraint where contype = 'f' and conrelid = any($1::text[]::regclass[])
		order by conrelid::regclass::text, conname`,
		[[...tables]]
	);
}

/** Those of a primary key or another constraint stay: a row that is there twice is refused as it is written. */
async function indexesOf(tx: Tx, tables: readonly string[]): Promise<Taken[]> {
	return tx.unsafe<Taken[]>(
		`select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
		from pg_index i where i.indrelid = any($1::text[]::regclass[])
			and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
		order by i.indexrelid::regclass::text`,
		[[...tables]]
	);
}

/** What the triggers would have refused line by line, and what they would have written. */
async function seeThatBooksProve(tx: Tx): Promise<void> {
	const [wrong] = await tx.unsafe<{ sets: number; balances: number }[]>(
		`select
			(select count(*) from (select from entries group by set_id
				having sum(amount_pence) <> 0) uneven)::int as sets,
			(select count(*) from debts d left join (
				select debt_id, sum(amount_pence) as total from entries group by debt_id) e on e.debt_id = d.id
				where d.balance_pence <> coalesce(e.total, 0))::int as balances`
	);
	if (wrong && wrong.sets + wrong.balances === 0) return;
	throw new Error(
		`The seed's books do not prove: ${wrong?.sets} sets, ${wrong?.balances} balances. Nothing was written.`
	);
}
