/**
 * Before all flows: one real PostgreSQL in a folder of its own, migrated once into a template. A file's database is a
 * copy of the template, made in some twenty milliseconds, so that no flow sees another's rows.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#server/db/embedded.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { databaseNamed, TEMPLATE } from './copies.ts';

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
		const admin = postgres(server.url, { max: 1 });
		await admin`create database ${admin(TEMPLATE)}`;
		await admin.end();
		await migrateDatabase(databaseNamed(server.url, TEMPLATE));
	} catch (error) {
		await stop();
		throw error;
	}
	project.provide('postgresUrl', server.url);
	return stop;
}
