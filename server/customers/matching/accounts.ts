/**
 * Accounts of one system that another's records name: the council tax account of a benefit claim, the claim that pays a
 * rent. Who is liable on an account that somebody names holds it; an account that nobody names is nothing to go by.
 */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/transaction.ts';

/** What a record `of` names, each with its stream: `council-tax 7710448261`. */
export function namedBy(of: string): string {
	const names = Object.entries(COLUMNS).map(
		([column, stream]) => `'${stream} ' || replace(${of}.${column}, ' ', '')`
	);
	return `array_remove(array[${names.join(', ')}], null)`;
}

const COLUMNS = { council_tax_account: 'council-tax', benefit_claim: 'overpayment' } as const;

/** Leaves `account_holders`: the records liable on accounts that some record names. */
export async function findHolders(tx: Transaction): Promise<void> {
	await tx.execute(sql`
		create temporary table account_holders on commit drop as
		with named as (
			select distinct unnest(${sql.raw(namedBy('r'))}) as account from records r
			where num_nonnulls(r.council_tax_account, r.benefit_claim) > 0
		)
		select l.record_id, array_agg(distinct n.account) as accounts
		from named n
		join debts d on d.stream = split_part(n.account, ' ', 1)
			and d.reference = split_part(n.account, ' ', 2)
		join liabilities l on l.debt_id = d.id
		where l.record_id is not null group by l.record_id`);
	await tx.execute(sql`create index on account_holders (record_id)`);
	await tx.execute(sql`analyze account_holders`);
}

/** SQL for the customers who name or hold an account that a new record names or holds. */
export function byAccount(): string {
	const accounts = `array(select account from new_accounts)`;
	return `select l.customer_id from account_holders h join links l on l.record_id = h.record_id
			where h.accounts && ${accounts}
		union
		select l.customer_id from records r join links l on l.record_id = r.id
			where num_nonnulls(r.council_tax_account, r.benefit_claim) > 0
				and ${namedBy('r')} && ${accounts}`;
}

/** Leaves `new_accounts`: what the new records name or hold. */
export async function findNewAccounts(tx: Transaction): Promise<void> {
	await tx.execute(sql`
		create temporary table new_accounts on commit drop as
		select unnest(${sql.raw(namedBy('r'))}) as account
		from new_records n join records r on r.id = n.record_id
		union
		select unnest(h.accounts) from new_records n join account_holders h on h.record_id = n.record_id`);
}
