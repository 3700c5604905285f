/**
 * `test` for flows: like vitest's, with a database of the file's own. `database` is connected as the application is;
 * `owner` may do what migrations and the seed may. `northmere` is the same with the demo's named people in it.
 * Whatever a file did, the books it leaves must prove.
 */
import postgres from 'postgres';
import { inject, test as plain } from 'vitest';
import { connect, type Database } from '#server/db/client.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { copyOf, EMPTY, NORTHMERE } from './copies.ts';

export const test = flowOn(EMPTY);
export const northmere = flowOn(NORTHMERE);

function flowOn(template: string) {
	return plain
		.extend('databaseUrl', { scope: 'file' }, async ({}, { onCleanup }) => {
			const copy = await copyOf(template, inject('postgresUrl'));
			onCleanup(() => copy.drop());
			return copy.url;
		})
		.extend('database', { scope: 'file' }, ({ databaseUrl }, { onCleanup }) => {
			const database = connect(databaseUrl, { orm: 2, sql: 1, hot: 1 });
			onCleanup(async () => {
				const wrong = await wrongBooks(database);
				await database.close();
				if (wrong) throw new Error(wrong);
			});
			return database;
		})
		.extend('owner', { scope: 'file' }, ({ databaseUrl }, { onCleanup }) => {
			const owner = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
			onCleanup(() => owner.end());
			return owner;
		});
}

async function wrongBooks(database: Database): Promise<string | null> {
	const proof = await prove(database.sql);
	return isProved(proof) ? null : sayProof(proof).join('\n');
}
