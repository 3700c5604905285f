/**
 * A tile in SQL, for statements that other rooms send whole: how it reads, and how it moves a version up with what a
 * contact does to it. The pop is one statement, so it takes this room's part as text instead of calling a command.
 */

/** A `Tile` from a row `t` of tiles. */
export const TILE_JSON = `json_build_object('officerId', t.officer_id,
	'officerName', (select u.name from auth_user u where u.id = t.officer_id),
	'teamId', t.team_id, 'version', t.version, 'at', t.at, 'state', t.state)`;

/** Moves the tiles named in a JSON list of changes; `since` moves only when the presence does. */
export function raisedTiles({ changes, at }: { changes: string; at: string }): string {
	return `update tiles t set version = t.version + 1, at = ${at}::timestamptz,
		state = t.state || jsonb_build_object(
			'presence', coalesce(change ->> 'presence', t.state ->> 'chosen'),
			'contactId', change ->> 'contactId',
			'step', case when t.state ->> 'contactId' = change ->> 'contactId'
				then coalesce(t.state ->> 'step', change ->> 'step') else change ->> 'step' end,
			'since', case when t.state ->> 'presence' = coalesce(change ->> 'presence', t.state ->> 'chosen')
				then t.state ->> 'since' else ${at}::text end)
	from jsonb_array_elements(${changes}::text::jsonb) as change
	where t.officer_id = change ->> 'officerId'
	returning t.officer_id, t.team_id, t.version, t.at, t.state`;
}
