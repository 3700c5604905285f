/** Who has a telephone: to be chosen by name, and dialled by a number that no screen is told. */
import type { Colleague } from '#shared/monitoring/colleague.ts';
import type { RawSql } from '../db/client.ts';

/** Everybody at work but the one who asks, the free ones first. */
export async function colleaguesOf(sql: RawSql, officerId: string): Promise<Colleague[]> {
	return sql<Colleague[]>`
		select u.id as "officerId", u.name, teams.name as team,
			t.state ->> 'presence' as presence
		from auth_user u
		join teams on teams.id = u.team_id
		join tiles t on t.officer_id = u.id
		where u.extension is not null and u.id <> ${officerId}
			and t.state ->> 'presence' <> 'offline'
		order by t.state ->> 'presence' <> 'available', u.name, u.id`;
}

export async function extensionOf(sql: RawSql, officerId: string): Promise<string | null> {
	const rows = await sql<{ extension: string | null }[]>`
		select extension from auth_user where id = ${officerId}`;
	return rows[0]?.extension ?? null;
}
