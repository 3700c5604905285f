/**
 * The one way an arrangement changes its state: the table of `shared` answers, the row, its debts and its history with
 * the rule, who and when are written by one statement however many there are, and the sources are told, of its end as of
 * the rest. One that was moved by somebody else meanwhile is left as it is.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import {
	nextState,
	type ArrangementState,
	type LifeEvent,
	type LifeRefusal
} from '../../shared/arrangements/life/states.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { restartEnded } from '../letters/restart.ts';
import { tellOfMoves } from '../letters/tell-moves.ts';
import { followDirectDebits } from './direct-debits.ts';
import { arrangementMoveNotes } from './tables.ts';
import { debtsOfPlans } from './told-contacts.ts';

export type Move = {
	arrangementId: string;
	from: ArrangementState;
	event: LifeEvent;
	rules: readonly string[];
	/** Sums and days of it, never words. */
	detail?: Readonly<Record<string, string | number>>;
	putRightBy?: Day;
	noticeUntil?: Day;
	/** What somebody wrote of it. */
	note?: string;
};

type By = { officerId: string | null; today: Day; at: Instant };

/** Those that were moved, by the id of the move. */
export type Made = { moveId: string; arrangementId: string };

/** Refused by the table. A move that lost a race is a refusal of the state it has now. */
export async function moveOne(
	tx: Transaction,
	move: Move,
	by: By
): Promise<{ ok: true; moveId: string } | { ok: false; because: LifeRefusal | 'changed' }> {
	const next = nextState(move.from, move.event);
	if (!next.ok) return next;
	const [made] = await moveMany(tx, [move], by);
	return made ? { ok: true, moveId: made.moveId } : { ok: false, because: 'changed' };
}

/** Throws where the table refuses one: whoever decides many has asked it of each. */
export async function moveMany(tx: Transaction, moves: readonly Move[], by: By): Promise<Made[]> {
	if (moves.length === 0) return [];
	const asked = moves.map((move) => ({ ...move, id: randomUUID(), to: stateAfter(move) }));
	const made = await write(tx, { asked, by });
	const ids = new Set(made.map(({ moveId }) => moveId));
	const notes = asked.flatMap(({ id, note }) =>
		note && ids.has(id) ? [{ moveId: id, note }] : []
	);
	if (notes.length > 0) await tx.insert(arrangementMoveNotes).values(notes);
	await tellOfMoves(tx, { moveIds: [...ids], at: by.at });
	const arrangementIds = made.map(({ arrangementId }) => arrangementId);
	await followDirectDebits(tx, { arrangementIds, at: by.at });
	const ended = new Set<string>(
		asked.flatMap(({ id, event }) => (ENDS.includes(event) ? [id] : []))
	);
	await restartAfter(
		tx,
		made.flatMap(({ moveId, arrangementId }) => (ended.has(moveId) ? [arrangementId] : [])),
		by
	);
	return made;
}

/** Nothing of ours comes in its place: recovery goes on where nothing else holds it. After a notice it is the night's. */
const ENDS: readonly LifeEvent[] = ['cancelled', 'paid-off'];

async function restartAfter(
	tx: Transaction,
	ended: readonly string[],
	{ today, at }: By
): Promise<void> {
	if (ended.length === 0) return;
	await restartEnded(tx, { today, at, debtIds: await debtsOfPlans(tx, ended) });
}

function stateAfter({ from, event }: Move): ArrangementState {
	const next = nextState(from, event);
	if (!next.ok) throw new Error(`An arrangement was about to be moved that ${next.because}.`);
	return next.to;
}

type Asked = Move & { id: string; to: ArrangementState };

async function write(
	tx: Transaction,
	{ asked, by }: { asked: readonly Asked[]; by: By }
): Promise<Made[]> {
	const rows = asked.map(({ note: _, ...move }) => ({ detail: {}, ...move }));
	return tx.execute<Made>(sql`
		with asked as (
			select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid,
				"arrangementId" uuid, "from" text, "to" text, event text, rules jsonb, detail jsonb,
				"putRightBy" date, "noticeUntil" date)
		), moved as (
			update arrangements a set state = m."to",
				put_right_by = case when m."to" = 'late' then coalesce(m."putRightBy", a.put_right_by) end,
				notice_until = case when m."to" = 'broken' then coalesce(m."noticeUntil", a.notice_until) end,
				reviewed_on = case when m.event = 'reviewed' then ${by.today}::date else a.reviewed_on end,
				ended_on = case when m."to" not in ('active', 'late')
					then coalesce(a.ended_on, ${by.today}::date) end
			from asked m where a.id = m."arrangementId" and a.state = m."from"
			returning m.*
		), lives as (
			update arrangement_debts d set is_live = m."to" in ('active', 'late') from moved m
			where d.arrangement_id = m."arrangementId" and d.is_live <> (m."to" in ('active', 'late'))
		)
		insert into arrangement_moves (id, arrangement_id, event, from_state, to_state, rules, detail,
			officer_id, on_day, at)
		select m.id, m."arrangementId", m.event, m."from", m."to", m.rules, m.detail,
			${by.officerId}::text, ${by.today}::date, ${by.at}::timestamptz
		from moved m
		returning id as "moveId", arrangement_id as "arrangementId"`);
}
