/**
 * What `/health/ready` names as not ready of the database and the build. The question is asked on a connection of its
 * own and has two seconds, so that a full pool or a database that hangs shows as such.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import type { Part } from './part.ts';
import { codeOf } from './sentence.ts';
import { ROOT } from './env.ts';

const PATIENCE_MS = 2_000;
const NO_SUCH_TABLE = ['42P01', '3F000'];

export function databaseHealth(url: string): Part {
	const sql = postgres(url, { max: 1, connect_timeout: 2, idle_timeout: 60 });
	const wanted = migrationCount();
	const look = async () => {
		try {
			const [row] = await sql<[{ applied: number }]>`
				select count(*)::int as applied from drizzle.__drizzle_migrations`;
			return row.applied < wanted ? ['migrations'] : [];
		} catch (error) {
			return NO_SUCH_TABLE.includes(codeOf(error)) ? ['migrations'] : ['database'];
		}
	};
	return {
		notReady: () => Promise.race([look(), pause(PATIENCE_MS, ['database'], { ref: false })]),
		dispose: () => sql.end({ timeout: 1 })
	};
}

/** What the build is called where the pages change as we write them. */
export const DEVELOPMENT = 'development';

/** The build that was there when we started: another one's pages would not find their parts. */
export function buildHealth(build: string): Part {
	if (build === DEVELOPMENT) return {};
	return { notReady: () => Promise.resolve(builtVersion() === build ? [] : ['build']) };
}

/** What SvelteKit calls the build that lies in `build/`; the browser knows its own by the same name. */
export function builtVersion(): string | null {
	const file = join(ROOT, 'build/client/_app/version.json');
	if (!existsSync(file)) return null;
	return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function migrationCount(): number {
	const journal = readFileSync(
		join(import.meta.dirname, 'db/migrations/meta/_journal.json'),
		'utf8'
	);
	return z.object({ entries: z.array(z.unknown()) }).parse(JSON.parse(journal)).entries.length;
}
