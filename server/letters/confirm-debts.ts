/**
 * An extract was taken in: what it shows of what its source was told to do with a debt is confirmed, with the day it
 * speaks of. A stop shows as a hold that runs, a recall as a debt no agents have, a restart as holds that have ended or
 * a stage reached since, a step as its stage, a payment as one that it brings. Nothing is confirmed by an extract of a day before it was told.
 */
import { sql } from 'drizzle-orm';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export type DebtsShown = {
	source: string;
	on: Day;
	at: Instant;
	/** The staged lines, and the debts there are by their reference and title. */
	tables: Readonly<Record<'debt' | 'hold' | 'stage', string>>;
	known: string;
};

/** The debts it was told of. */
export async function confirmDebts(
	tx: Transaction,
	{ source, on, at, tables, known }: DebtsShown
): Promise<readonly string[]> {
	const [debt, hold, stage] = [sql.raw(tables.debt), sql.raw(tables.hold), sql.raw(tables.stage)];
	const ofDebt = sql`s.reference = t.reference and s.title = t.title`;
	const runs = sql`exists (select from ${hold} s where ${ofDebt} and s.from_on <= ${on}::date
		and (s.until_on is null or s.until_on >= ${on}::date))`;
	const brought = sql`exists (select from retirements r
		where r.set_id = t.set_id and r.debt_id = t.debt_id)`;
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
				when 'end' then exists (select from ${debt} s where ${ofDebt}
					and s.facts #>> '{method,kind}' is distinct from t.because)
					and t.because not in ('direct-debit', 'standing-order')
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
	return [...new Set(rows.map(({ debtId }) => debtId))];
}
