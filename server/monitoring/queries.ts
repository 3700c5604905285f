/** The tiles as they stand, and their versions. */
import type { Tile } from '../../shared/monitoring/tile.ts';
import type { RawSql } from '../db/client.ts';
import { withInstant } from '../contacts/ring.ts';
import { TILE_JSON } from './tile-sql.ts';

/** Everyone's of a team; every team's with null. */
export async function tilesOf(sql: RawSql, teamId: string | null): Promise<Tile[]> {
	const rows = await sql.unsafe<{ tile: Tile }[]>(
		`select ${TILE_JSON} as tile from tiles t join auth_user u on u.id = t.officer_id
		where $1::text is null or t.team_id = $1 order by u.name`,
		[teamId],
		{ prepare: true }
	);
	return rows.map(({ tile }) => withInstant(tile));
}

export async function tileOf(sql: RawSql, officerId: string): Promise<Tile | undefined> {
	const rows = await sql.unsafe<{ tile: Tile }[]>(
		`select ${TILE_JSON} as tile from tiles t join auth_user u on u.id = t.officer_id
		where t.officer_id = $1`,
		[officerId],
		{ prepare: true }
	);
	return rows.map(({ tile }) => withInstant(tile))[0];
}

export async function tileVersions(
	sql: RawSql
): Promise<{ officerId: string; teamId: string; version: number }[]> {
	return sql<{ officerId: string; teamId: string; version: number }[]>`
		select officer_id as "officerId", team_id as "teamId", version from tiles`;
}
