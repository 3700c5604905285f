/** The tiles as they stand, and their versions. */
import type { Tile } from '../../shared/monitoring/tile.ts';
import type { Instant } from '../../shared/time/day.ts';
import type { RawSql } from '../db/client.ts';
import { withInstant } from '../contacts/heard/ring.ts';
import { TILE_JSON } from './tile-sql.ts';

/** Of an officer who has never signed in: version 0, so that the first real one is newer. */
const NO_TILE_YET = `json_build_object('officerId', u.id, 'officerName', u.name, 'teamId', u.team_id,
	'version', 0, 'at', $2::timestamptz, 'state', json_build_object('chosen', 'offline',
	'presence', 'offline', 'since', $3::text, 'contactId', null, 'step', null, 'pauseReason', null))`;

/** Everyone's of these teams: of whoever has one, and of each officer who can sign in. */
export async function tilesOf(
	sql: RawSql,
	{ teamIds, at }: { teamIds: readonly string[]; at: Instant }
): Promise<Tile[]> {
	const rows = await sql.unsafe<{ tile: Tile }[]>(
		`select case when t.officer_id is null then ${NO_TILE_YET} else ${TILE_JSON} end as tile
		from auth_user u left join tiles t on t.officer_id = u.id
		where coalesce(t.team_id, u.team_id) = any($1::text[]) and (t.officer_id is not null or (u.role = 'officer'
			and exists (select from auth_account a where a.user_id = u.id)))
		order by u.name`,
		[[...teamIds], at, at],
		{ prepare: true }
	);
	return rows.map(({ tile }) => withInstant(tile));
}

export async function tileOf(sql: RawSql, officerId: string): Promise<Tile | undefined> {
	const rows = await sql.unsafe<{ tile: Tile }[]>(
		`select ${TILE_JSON} as tile from tiles t where t.officer_id = $1`,
		[officerId],
		{ prepare: true }
	);
	return rows.map(({ tile }) => withInstant(tile))[0];
}

/** Of whoever has ever signed in. */
export async function everyTile(sql: RawSql): Promise<Tile[]> {
	const rows = await sql.unsafe<{ tile: Tile }[]>(`select ${TILE_JSON} as tile from tiles t`);
	return rows.map(({ tile }) => withInstant(tile));
}

export async function teamIdsIn(sql: RawSql): Promise<string[]> {
	const rows = await sql<{ id: string }[]>`select id from teams order by name`;
	return rows.map(({ id }) => id);
}

export async function tileVersions(
	sql: RawSql
): Promise<{ officerId: string; teamId: string; version: number }[]> {
	return sql<{ officerId: string; teamId: string; version: number }[]>`
		select officer_id as "officerId", team_id as "teamId", version from tiles`;
}
