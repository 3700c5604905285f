/** What stands between a database and a product that runs on it, and what health says of it afterwards. */
import { expect } from 'vitest';
import { keepDatabaseOurs } from '#server/db/alone.ts';
import { reachDatabase } from '#server/db/reach.ts';
import { databaseHealth } from '#server/health.ts';
import { databaseNamed } from '../copies.ts';
import { test } from '../flow.ts';

const unsaid = () => undefined;
const reach = (url: string) => reachDatabase({ url, say: unsaid, patienceMs: 0 });

function changed(url: string, change: (url: URL) => void): string {
	const copy = new URL(url);
	change(copy);
	return copy.href;
}

test('a database that will do is taken without a word', async ({ databaseUrl }) => {
	await expect(reach(databaseUrl)).resolves.toBeUndefined();
});

test.for<[string, (url: string) => string, RegExp]>([
	[
		'a wrong password',
		(url) => changed(url, (to) => (to.password = 'hunter2')),
		/\(it refuses the password\)/
	],
	[
		'a name no database has',
		(url) => databaseNamed(url, 'nothing'),
		/\(it has no database of that name\)/
	],
	[
		'an address where nothing listens',
		(url) => changed(url, (to) => (to.port = '1')),
		/\(nothing listens there\)/
	],
	[
		"somebody else's database",
		(url) => databaseNamed(url, 'postgres'),
		/user does not own its database/
	]
])(
	'%s is told in a sentence without the password',
	async ([, wrong, sentence], { databaseUrl }) => {
		const url = wrong(databaseUrl);
		const failure = await reach(url).then(unsaid, (error: unknown) => error);
		expect(failure).toMatchObject({ name: 'Sentence' });
		expect(String(failure)).toMatch(sentence);
		expect(String(failure)).not.toContain(new URL(url).password);
	}
);

test.for<[string, boolean, boolean, RegExp | null]>([
	['a second server on the same database', false, false, /Another server process/],
	['a server without Redis beside one with it', true, false, /give all of them the same REDIS_URL/],
	[
		'a server with Redis beside one without it',
		false,
		true,
		/uses this database without REDIS_URL/
	],
	['a second server with Redis beside one with it', true, true, null]
])(
	'%s is refused unless both have Redis, until the first is gone',
	async ([, one, two, refused], { databaseUrl: url }) => {
		const first = await keepDatabaseOurs({ url, isShared: one });
		const attempt = keepDatabaseOurs({ url, isShared: two, patienceMs: 0 });
		if (refused) await expect(attempt).rejects.toThrow(refused);
		else await (await attempt).dispose?.();
		await first.dispose?.();
		const second = await keepDatabaseOurs({ url, isShared: two });
		await second.dispose?.();
	}
);

test('health names a database that is away, and one that lacks a migration', async ({
	databaseUrl,
	owner
}) => {
	const here = databaseHealth(databaseUrl);
	const away = databaseHealth(changed(databaseUrl, (to) => (to.port = '1')));
	expect(await here.notReady?.()).toEqual([]);
	expect(await away.notReady?.()).toEqual(['database']);
	await owner`delete from drizzle.__drizzle_migrations where id =
		(select max(id) from drizzle.__drizzle_migrations)`;
	expect(await here.notReady?.()).toEqual(['migrations']);
	await owner`drop table drizzle.__drizzle_migrations`;
	expect(await here.notReady?.()).toEqual(['migrations']);
	await here.dispose?.();
	await away.dispose?.();
});
