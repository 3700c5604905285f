/** Where the bench measures beside a product whose database is given by DATABASE_URL. */
import postgres from 'postgres';
import { describe, expect, inject } from 'vitest';
import { groundFor, type Ground } from '../bench/ground.ts';
import { databaseNamed } from './copies.ts';
import { test } from './flow.ts';

const OWNER = 'council of the bench';
const COUNCIL = 'council_of_the_bench';
const said: string[] = [];

/** As a product with its own user would give it: that user owns its database and may make roles. */
async function besideCouncil(
	right: 'createdb' | 'nocreatedb',
	work: (ground: Ground, names: () => Promise<string[]>) => Promise<void>
): Promise<void> {
	const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined });
	const names = async () => {
		const rows = await admin<{ name: string }[]>`select datname as name from pg_database`;
		return rows.map(({ name }) => name);
	};
	const clear = async () => {
		await admin`drop database if exists ${admin(COUNCIL)}`;
		await admin`drop role if exists ${admin(OWNER)}`;
	};
	try {
		await clear();
		await admin.unsafe(`create role "${OWNER}" login ${right} password 'x'`);
		await admin`grant ${admin(OWNER)} to current_user`;
		await admin`create database ${admin(COUNCIL)} owner ${admin(OWNER)}`;
		const url = new URL(databaseNamed(inject('postgresUrl'), COUNCIL));
		Object.assign(url, { username: OWNER, password: 'x' });
		said.length = 0;
		const ground = await groundFor({
			isAlone: false,
			say: (line) => void said.push(line),
			given: { DATABASE_URL: url.href }
		});
		await work(ground, names);
	} finally {
		await clear();
		await admin.end();
	}
}

describe('the bench, beside a product with its own Postgres,', () => {
	test('has a database of its own there, and takes it away again', async () => {
		await besideCouncil('createdb', async (ground, names) => {
			expect(ground.settings['DATABASE_URL']).toMatch(/\/fairline_bench$/);
			expect(await names()).toContain('fairline_bench');
			await ground.clear();
			expect(await names()).not.toContain('fairline_bench');
			expect(said).toEqual([]);
		});
	});

	test('measures alone, and says why, where it may make no database', async () => {
		await besideCouncil('nocreatedb', async (ground, names) => {
			expect(ground.settings).toEqual({});
			expect(await names()).not.toContain('fairline_bench');
			expect(said.join('\n')).toContain('may not make the bench a database of its own');
		});
	});
});
