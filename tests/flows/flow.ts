/**
 * `test` for flows: like vitest's, with a database of the file's own. `database` is connected as the application is;
 * `owner` may do what migrations and the seed may. `northmere` is the same with the demo's named people in it.
 */
import postgres from 'postgres';
import { inject, test as plain } from 'vitest';
import { connect } from '#server/db/client.ts';
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
			onCleanup(() => database.close());
			return database;
		})
		.extend('owner', { scope: 'file' }, ({ databaseUrl }, { onCleanup }) => {
			const owner = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
			onCleanup(() => owner.end());
			return owner;
		});
}
