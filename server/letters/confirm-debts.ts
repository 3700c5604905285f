/**
 * An extract was taken in: what it shows of what its source was told to do with a debt is confirmed, with the day it
 * speaks of. A stop shows as a hold that runs, a recall as a debt no agents have, a restart as holds that have ended or
 * a stage reached since, a step as its stage, a payment as one that it brings, the end of what collected a debt as a
 * debt that is not collected so any more. What still collects after it was told to end is noted for somebody to look
 * into. Nothing is confirmed by an extract of a day before it was told.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export type DebtsShown = {
	source: string;
	on: Day;
	at: Instant;
	/** The staged lines, and the debts there are by their reference and title. */
	tables: Readonly<Record<'debt' | 'hold' | 'stage', string>>;
	known: string;
	/** Whether its layout has a place for what pays a debt by itself: one that has none ends no Direct Debit. */
	saysCollected: boolean;
};

/** The debts it was told of. */
export async function confirmDebts(
	tx: Transaction,
	{ source, on, at, tables, known, saysCollected }: DebtsShown
): Promise<readonly string[]> {
	const [debt, hold, stage] = [sql.raw(tables.debt), sql.raw(tables.hold), sql.raw(tables.stage)];
	const ofDebt = sql`s.reference = t.reference and s.title = t.title`;
	const runs = sql`exists (select from ${hold} s where ${ofDebt} and s.from_on <= ${on}::date
		and (s.until_on is null or s.until_on >= ${on}::date))`;
	const brought = sql`exists (select from retirements r
		where r.set_id = t.set_id and r.debt_id = t.debt_id)`;
	const ended = endedIn({ debt, on, ofDebt, saysCollected });
	const rows = await tx.execute<{ debtId: string }>(sql`
		with told as (
			select i.id, i.debt_id, i.set_id, i.kind, i.because, k.reference, k.title,
				(i.told_at at time zone 'Europe/London')::date as told_on
			from instructions i join ${sql.raw(known)} k on k.debt_id = i.debt_id
			where i.source = ${source} and i.state = 'told' and not i.to_agent
				and (i.told_at at time zone 'Europe/London')::date <= ${on}::date
		), shown as (
			select t.id, t.debt_id, t.kind from told t where case t.kind
				when 'stop' then ${runs}
				when 'recall' then exists (select from ${debt} s where ${ofDebt}
					and s.facts #>> '{method,kind}' is distinct from 'agents')
				when 'restart' then not ${runs} and (exists (select from ${hold} s where ${ofDebt})
					or exists (select from ${debt} s where ${ofDebt} and s.stage_on >= t.told_on))
				when 'step' then exists (select from ${debt} s where ${ofDebt} and s.stage = t.because)
					or exists (select from ${stage} s where ${ofDebt} and s.stage = t.because
						and s.reached_on >= t.told_on)
				when 'end' then ${ended}
				when 'payment' then ${brought}
				when 'payment-back' then ${brought}
				else false end
		)
		update instructions i set state = 'confirmed', confirmed_at = ${at}::timestamptz,
			confirmed_on = ${on}::date
		from told t
		where i.id = t.id and exists (select from shown s where s.id = t.id
			or (s.kind = 'restart' and s.debt_id = t.debt_id and s.id > t.id))
		returning i.debt_id as "debtId"`);
	const still = await tx.execute<{ debtId: string }>(sql`
		update instructions t set still_on = ${on}::date from ${sql.raw(known)} k
		where k.debt_id = t.debt_id and t.source = ${source} and t.state = 'told' and t.kind = 'end'
			and (t.told_at at time zone 'Europe/London')::date < ${on}::date
			and exists (select from ${debt} s where s.reference = k.reference and s.title = k.title
				and t.because in (s.facts #>> '{method,kind}', s.facts #>> '{collected,by}'))
		returning t.debt_id as "debtId"`);
	return [...new Set([...rows, ...still].map(({ debtId }) => debtId))];
}

/** Something paid each month would have been paid again by then. */
const A_MONTH_AND_MORE = 35;

/**
 * An order or deduction that its debt line names no more. A Direct Debit likewise, from a system that says what pays its
 * debts; a standing order from one that says of any that there is one. Else a month and more goes by without such a
 * payment.
 */
function endedIn({
	debt,
	on,
	ofDebt,
	saysCollected
}: {
	debt: SQL;
	on: Day;
	ofDebt: SQL;
	saysCollected: boolean;
}): SQL {
	const knowsOrders = sql`exists (select from ${debt} s where s.facts #>> '{collected,by}' = 'standing-order')`;
	return sql`case when t.because in ('direct-debit', 'standing-order') then
		exists (select from ${debt} s where ${ofDebt}
			and s.facts #>> '{collected,by}' is distinct from t.because)
		and (${saysCollected} and (t.because = 'direct-debit' or ${knowsOrders})
			or t.told_on + ${A_MONTH_AND_MORE}::int <= ${on}::date
				and not exists (select from entries e where e.debt_id = t.debt_id and e.kind = 'payment'
					and e.method = t.because and e.entered_on > t.told_on))
		else exists (select from ${debt} s where ${ofDebt}
			and s.facts #>> '{method,kind}' is distinct from t.because) end`;
}
