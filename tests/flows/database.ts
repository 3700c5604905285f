/**
 * Before all flows: one real PostgreSQL in a folder of its own, with two templates made once: migrated, and seeded
 * besides. A file's database is a copy, made in some twenty milliseconds, so that no flow sees another's rows.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#server/db/embedded.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { seedDemo } from '#server/db/seed/seed-demo.ts';
import { day } from '#shared/time/day.ts';
import { databaseNamed, EMPTY, NORTHMERE } from './copies.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The server's first database, as the owner, who may make others. */
		postgresUrl: string;
	}
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(join(tmpdir(), 'fairline-flows-'));
	// Run by root, PostgreSQL is another user, who must be able to enter.
	chmodSync(dataDir, 0o755);
	const server = await startPostgres({ dataDir, say: (line) => console.log(line), forTests: true });
	const stop = async () => {
		await server.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
	try {
		await makeTemplates(server.url);
	} catch (error) {
		await stop();
		throw error;
	}
	project.provide('postgresUrl', server.url);
	return stop;
}

async function makeTemplates(url: string): Promise<void> {
	const admin = postgres(url, { max: 1 });
	try {
		await admin`create database ${admin(EMPTY)}`;
		await migrateDatabase(databaseNamed(url, EMPTY));
		await admin`create database ${admin(NORTHMERE)} template ${admin(EMPTY)}`;
	} finally {
		await admin.end();
	}
	await seedDemo({
		url: databaseNamed(url, NORTHMERE),
		today: day('2026-11-19'),
		say: () => undefined,
		households: 0
	});
}
