/** Copies of the migrated template, one a file, thrown away with whatever is still connected to them. */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

/** The tables of this build, empty. */
export const EMPTY = 'template_empty';
/** Northmere's named people and their debts on the demo's day, without the generated ones. */
export const NORTHMERE = 'template_northmere';

export type Copy = { url: string; drop(): Promise<void> };

export function databaseNamed(url: string, name: string): string {
	const named = new URL(url);
	named.pathname = `/${name}`;
	return named.href;
}

export async function copyOf(template: string, serverUrl: string): Promise<Copy> {
	const name = `flow_${randomUUID().replaceAll('-', '')}`;
	await asOwner(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
	return {
		url: databaseNamed(serverUrl, name),
		drop: () => asOwner(serverUrl, (sql) => dropped(sql, name))
	};
}

/**
 * Ends our own connections first and then drops in the plain way: `with (force)` also tries to end the server's own
 * cleaner (autovacuum) if it happens to be there, which this role may not; the plain way asks it to leave.
 */
async function dropped(sql: postgres.Sql, name: string): Promise<void> {
	await sql`
		select pg_terminate_backend(pid) from pg_stat_activity
		where datname = ${name} and usename = current_user`;
	await sql`drop database ${sql(name)}`;
}

async function asOwner(
	url: string,
	work: (sql: postgres.Sql) => PromiseLike<unknown>
): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await work(sql);
	} finally {
		await sql.end();
	}
}
