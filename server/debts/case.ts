/**
 * A debt's case, opened by its reference as a court's list, an agent's or a register's notice has it: nobody is in
 * touch, so that it says whose it is in initials, and every opening is on record.
 */
import { sql } from 'drizzle-orm';
import {
	caseView,
	type CaseRecord,
	type CaseView,
	type LiableRecord
} from '../../shared/debts/moving/case-view.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { confirmed } from '../law/queries.ts';
import { circumstancesOf, movingDebt } from './queries.ts';

export type CaseAsked = {
	reference: string;
	officer: Pick<Officer, 'id'>;
	at: Instant;
	today: Day;
};

export type CaseOpened =
	{ ok: true; cases: readonly CaseView[] } | { ok: false; because: 'no-such-reference' };

/** A reference that several years share opens all of them, what is owed most first. */
const MOST = 12;

export async function openCase(tx: Transaction, asked: CaseAsked): Promise<CaseOpened> {
	const ids = await debtsWith(tx, asked.reference);
	if (ids.length === 0) return { ok: false, because: 'no-such-reference' };
	const cases = [];
	for (const debtId of ids) {
		cases.push(await caseOf(tx, { debtId, today: asked.today }));
		await record(tx, {
			at: asked.at,
			officerId: asked.officer.id,
			act: 'debts.openCase',
			subjectId: debtId
		});
	}
	return { ok: true, cases };
}

/** As people write it: spaces, dashes and small letters say nothing. */
async function debtsWith(tx: Transaction, reference: string): Promise<string[]> {
	const written = reference.replaceAll(/[\s\-–/]/g, '').toUpperCase();
	if (written === '') return [];
	const rows = await tx.execute<{ id: string }>(sql`
		select id from debts where reference = ${written}
		order by balance_pence desc, id limit ${MOST}`);
	return rows.map(({ id }) => id);
}

async function caseOf(tx: Transaction, asked: { debtId: string; today: Day }): Promise<CaseView> {
	return caseView(await caseRecord(tx, asked), asked);
}

/** Locks the debt until the transaction ends. */
export async function caseRecord(
	tx: Transaction,
	{ debtId, today }: { debtId: string; today: Day }
): Promise<CaseRecord> {
	const moving = await movingDebt(tx, debtId);
	if (!moving) throw new Error('A debt was there and is not.');
	const liable = await liableFor(tx, debtId);
	const against = liable.filter(({ stands }) => stands).map(({ customerId }) => customerId);
	const now = await circumstancesOf(tx, { against, debtId, today });
	return { debt: moving.debt, liable, now, confirmed: await confirmed(tx) };
}

async function liableFor(tx: Transaction, debtId: string): Promise<LiableRecord[]> {
	const rows = await tx.execute<{ liable: string }>(sql`
		select json_build_object('customerId', l.customer_id, 'ground', l.ground,
			'stands', l.stands,
			'exception', case when l.exception is not null then json_build_object(
				'why', l.exception, 'fromOn', l.exception_from_on, 'toOn', l.exception_to_on,
				'isConfirmed', l.exception_source is not null) end,
			'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name),
			'debts', to_json(array(select json_build_object('debtId', d.id, 'title', d.title,
					'reference', d.reference, 'balance', d.balance_pence)
				from debts d where d.balance_pence > 0 and d.id in (
					select o.debt_id from liabilities o where o.customer_id = l.customer_id and o.stands)
				order by d.balance_pence desc, d.id)))::text as liable
		from (select distinct on (customer_id) * from liabilities
			where debt_id = ${debtId}::uuid order by customer_id, from_on desc) l
		join customers c on c.id = l.customer_id
		order by l.from_on, l.customer_id`);
	return rows.map(({ liable }) => JSON.parse(liable) as LiableRecord);
}
