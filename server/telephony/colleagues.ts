/** Who has a telephone: to be chosen by name, and dialled by a number that no screen is told. */
import type { Colleague } from '#shared/monitoring/colleague.ts';
import type { RawSql } from '../db/client.ts';

/** Everybody at work but the one who asks, whose telephone can be picked up; the free ones first. */
export async function colleaguesOf(sql: RawSql, officerId: string): Promise<Colleague[]> {
	return sql<Colleague[]>`
		select u.id as "officerId", u.name, teams.name as team,
			t.state ->> 'presence' as presence
		from auth_user u
		join teams on teams.id = u.team_id
		join tiles t on t.officer_id = u.id
		where u.extension is not null and u.id <> ${officerId}
			and t.state ->> 'presence' <> 'offline'
			and coalesce(t.state -> 'phone', 'null') = 'null'
		order by t.state ->> 'presence' <> 'available', u.name, u.id`;
}

export async function extensionOf(sql: RawSql, officerId: string): Promise<string | null> {
	const rows = await sql<{ extension: string | null }[]>`
		select extension from auth_user where id = ${officerId}`;
	return rows[0]?.extension ?? null;
}

/** Nobody could pick up: what the switch says of the officer's telephone. */
export async function isPhoneReady(sql: RawSql, officerId: string): Promise<boolean> {
	const rows = await sql<{ isReady: boolean }[]>`
		select coalesce(state -> 'phone', 'null') = 'null' as "isReady"
		from tiles where officer_id = ${officerId}`;
	return rows[0]?.isReady ?? true;
}

/** The switch that says so. */
export async function phoneSourceOf(sql: RawSql, officerId: string): Promise<string | null> {
	const rows = await sql<{ source: string | null }[]>`
		select state -> 'phone' ->> 'source' as source from tiles where officer_id = ${officerId}`;
	return rows[0]?.source ?? null;
}
