/**
 * A breathing space that the register tells of (SI 2020/1311): each debt named on it is held where the law lets it in,
 * for everybody liable; the sources and agents are told to stop; any other debt found that could be in it is proposed.
 */
import { sql } from 'drizzle-orm';
import { breathingSpace, crisisLastDay } from '../../shared/law/clocks/breathing-space.ts';
import {
	entersMoratorium,
	type Entering,
	type EnteringDebt
} from '../../shared/debts/moratorium/entering.ts';
import { addDays, addMonths, type Day, type Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Transaction } from '../db/transaction.ts';
import { instruct } from '../letters/instruct.ts';
import { HISTORY } from './debt-json.ts';
import { hold } from './hold.ts';

export type Beginning = {
	customerId: string;
	/** A crisis lasts as long as the treatment and thirty days; null while that has no end. */
	kind: 'breathing-space' | { crisisEndsOn: Day | null };
	/** The day it was entered on the register. */
	enteredOn: Day;
	/** Its reference, and whose adviser. */
	reference: string;
	/** The debts named on it. */
	debtIds: readonly string[];
	officerId: string;
	at: Instant;
	today: Day;
};

export type Begun =
	| {
			ok: true;
			held: readonly string[];
			/** Named and not in it, with why. */
			left: readonly { debtId: string; entering: Entering }[];
			/** Found for the same person and not named: proposed, and not chased meanwhile. */
			proposed: readonly string[];
	  }
	| { ok: false; because: 'not-theirs' | 'in-the-future' | 'had-one' };

type Found = EnteringDebt & { id: string };

export async function beginMoratorium(tx: Transaction, asked: Beginning): Promise<Begun> {
	const { customerId, enteredOn, today, debtIds, at } = asked;
	if (enteredOn > today) return { ok: false, because: 'in-the-future' };
	const debts = await debtsOf(tx, customerId);
	const known = new Map(debts.map((debt) => [debt.id, debt]));
	if (!debtIds.every((id) => known.has(id))) return { ok: false, because: 'not-theirs' };
	const startsOn = addDays(enteredOn, 1);
	if (asked.kind === 'breathing-space' && (await hadOne(tx, { customerId, startsOn })))
		return { ok: false, because: 'had-one' };
	const judged = debts.map((debt) => ({
		debtId: debt.id,
		isNamed: debtIds.includes(debt.id),
		entering: entersMoratorium(debt, startsOn)
	}));
	const held = judged.filter(({ isNamed, entering }) => isNamed && entering.isIn);
	const ids = held.map(({ debtId }) => debtId);
	await stop(tx, { asked, ids, known });
	await figuresChanged(tx, { debtIds: ids, at });
	return {
		ok: true,
		held: ids,
		left: judged
			.filter(({ isNamed, entering }) => isNamed && !entering.isIn)
			.map(({ debtId, entering }) => ({ debtId, entering })),
		proposed: judged
			.filter(({ isNamed, entering }) => !isNamed && entering.isIn)
			.map(({ debtId }) => debtId)
	};
}

/** In the order of their ids, and held still. */
async function debtsOf(tx: Transaction, customerId: string): Promise<Found[]> {
	await tx.execute(sql`select from debts where id in (
		select debt_id from liabilities where customer_id = ${customerId}::uuid and stands)
		order by id for no key update`);
	const rows = await tx.execute<{ debt: string }>(sql`
		select json_build_object('id', d.id, 'stream', d.stream, 'stage', d.stage,
			'stageOn', d.stage_on, 'fromOn', d.from_on, 'untilOn', d.until_on,
			'balance', d.balance_pence, 'facts', d.facts, 'history', ${sql.raw(HISTORY)},
			'dues', to_json(array(select json_build_object('on', u.due_on, 'amount', u.amount_pence)
				from dues u where u.debt_id = d.id)))::text as debt
		from debts d where d.id in (
			select debt_id from liabilities where customer_id = ${customerId}::uuid and stands)
		order by d.id`);
	return rows.map(({ debt }) => JSON.parse(debt) as Found);
}

/** One in twelve months. The same one told of again is no second. */
async function hadOne(
	tx: Transaction,
	{ customerId, startsOn }: { customerId: string; startsOn: Day }
): Promise<boolean> {
	const rows = await tx.execute(sql`select from holds where customer_id = ${customerId}::uuid
		and kind = 'breathing-space' and from_on <> ${startsOn}::date
		and from_on > ${addMonths(startsOn, -12)}::date limit 1`);
	return rows.length > 0;
}

async function stop(
	tx: Transaction,
	{ asked, ids, known }: { asked: Beginning; ids: string[]; known: ReadonlyMap<string, Found> }
): Promise<void> {
	const { customerId, kind, enteredOn, reference, officerId, at } = asked;
	const space = breathingSpace(enteredOn);
	const isStandard = kind === 'breathing-space';
	const crisisEndsOn = isStandard ? null : kind.crisisEndsOn;
	const crisisUntil = crisisEndsOn && crisisLastDay(crisisEndsOn);
	await hold(tx, {
		debtIds: ids,
		customerId,
		kind: isStandard ? kind : 'mental-health-crisis',
		fromOn: space.startsOn,
		untilOn: isStandard ? space.lastDay : crisisUntil,
		reference
	});
	const instructions = ids.map((debtId) => {
		const isWithAgents = known.get(debtId)?.facts.method?.kind === 'agents';
		return { debtId, kind: isWithAgents ? 'recall' : 'stop', because: 'moratorium' } as const;
	});
	await instruct(tx, { instructions, customerId, contactId: null, at });
	await record(tx, {
		at,
		officerId,
		act: 'debts.beginMoratorium',
		customerId,
		detail: { held: ids, enteredOn }
	});
}
