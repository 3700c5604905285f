/** The one way an officer's tile changes outside the pop: whole, a version up, told after the commit. */
import { sql } from 'drizzle-orm';
import type { Presence, Tile } from '../../shared/monitoring/tile.ts';
import { instant, type Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';

export type TileRaise = {
	officerId: string;
	at: Instant;
	/** What the officer chooses from now on. */
	chosen?: Tile['state']['chosen'];
	pauseReason?: string | null;
	/** Without a contact the presence is what the officer chose. */
	presence?: Presence;
	contactId?: string | null;
	step?: string | null;
	/** What is wrong with their telephone. */
	phone?: Tile['state']['phone'];
};

/** Makes the tile on an officer's first day. Returns it as it now is. */
export async function raiseTile(
	tx: Pick<Transaction, 'execute'>,
	raise: TileRaise
): Promise<Tile | undefined> {
	const { officerId, at, ...change } = raise;
	const first: Tile['state'] = {
		chosen: 'offline',
		presence: 'offline',
		since: at,
		contactId: null,
		step: null,
		pauseReason: null
	};
	const rows = await tx.execute<{ tile: Tile }>(sql`
		with raised as (
			insert into tiles as t (officer_id, team_id, version, state, at)
			select u.id, u.team_id, 1, ${merged(JSON.stringify(first), { change, at })}, ${at}::timestamptz
			from auth_user u where u.id = ${officerId}
			on conflict (officer_id) do update set version = t.version + 1, at = excluded.at,
				team_id = excluded.team_id,
				state = ${merged(null, { change, at })}
			returning t.officer_id, t.team_id, t.version, t.at, t.state
		)
		select jsonb_build_object('officerId', r.officer_id, 'officerName', u.name, 'teamId', r.team_id,
			'version', r.version, 'at', r.at, 'state', r.state) as tile
		from raised r join auth_user u on u.id = r.officer_id`);
	const tile = rows[0]?.tile;
	return tile && { ...tile, at: instant(tile.at) };
}

/** The state with the change over it. `since` moves only when the presence does. */
function merged(
	from: string | null,
	{ change, at }: { change: Omit<TileRaise, 'officerId' | 'at'>; at: Instant }
) {
	const state = from === null ? sql`t.state` : sql`${from}::text::jsonb`;
	const changed = sql`(${state} || ${JSON.stringify(change)}::text::jsonb)`;
	const presence = sql`(${changed} -> case when ${changed} ->> 'contactId' is null
		then 'chosen' else 'presence' end)`;
	return sql`${changed} || jsonb_build_object('presence', ${presence},
		'since', case when ${presence} = ${state} -> 'presence' then ${state} -> 'since'
			else to_jsonb(${at}::text) end)`;
}
