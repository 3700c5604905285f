/** A server killed in the middle of a commit leaves all of it or nothing, and the same press of the button mends it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { describe, expect } from 'vitest';
import { isProved, prove } from '#server/debts/prove.ts';
import { kellyOffers, shownFor, type Scene } from '../agreeing.ts';
import type { ToCommit } from './committing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test } from '../product.ts';

async function written(owner: postgres.Sql) {
	const [counts] = await owner`select
		(select count(*)::int from arrangements where state = 'active') as arrangements,
		(select count(*)::int from outcomes) as outcomes,
		(select count(*)::int from holds where from_on = '2026-11-19') as holds,
		(select count(*)::int from instructions) as instructions,
		(select count(*)::int from letters) as letters,
		(select count(*)::int from contact_events where type = 'committed') as committed,
		(select count(*)::int from commits) as commits`;
	return counts;
}

function committing(to: ToCommit): ChildProcess {
	const file = new URL('committing.ts', import.meta.url).pathname;
	return spawn(process.execPath, [file, JSON.stringify(to)], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
}

async function killed(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await gone;
}

/** Somebody stands still at this table, having written everything before it. */
async function waitsAt(owner: postgres.Sql, table: string): Promise<void> {
	const waiting = () =>
		owner`select 1 from pg_locks where not granted
		and relation = ${table}::regclass`.then((rows) => rows.length);
	await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toBeGreaterThan(0);
}

async function readyToAgree(scene: Scene) {
	const officer = scene.product.people['priya'];
	if (!officer) throw new Error('There is no officer.');
	const contactId = await kellyOffers(scene, { pounds: 116 });
	return { officer, contactId, shown: await shownFor(scene, contactId) };
}

/** Held by somebody else until it is released. */
async function heldTable(url: string, table: string): Promise<() => Promise<void>> {
	const other = postgres(url, { max: 1, onnotice: () => undefined });
	const connection = await other.reserve();
	await connection`begin`;
	await connection`lock table ${connection(table)} in share row exclusive mode`;
	return async () => {
		await connection`rollback`;
		connection.release();
		await other.end();
	};
}

const NOTHING = {
	arrangements: 0,
	outcomes: 0,
	holds: 0,
	instructions: 0,
	letters: 0,
	committed: 0,
	commits: 0
};

describe('a server killed', { timeout: 60_000 }, () => {
	test.for(['instalments', 'outcomes', 'letters', 'commits'])(
		'as it comes to %s has written nothing',
		async (table, { product, owner, databaseUrl }) => {
			const { officer, contactId, shown } = await readyToAgree({ product, owner });
			const to = { contactId, key: randomUUID(), shown };
			const release = await heldTable(databaseUrl, table);
			const child = committing({ ...to, url: databaseUrl, officer, at: AT });
			await waitsAt(owner, table);
			await killed(child);
			await release();
			await expect.poll(() => written(owner)).toEqual(NOTHING);
			expect(isProved(await prove(product.app.db.sql))).toBe(true);
		}
	);

	test('before it could say so has written all, and says the same when asked again', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const { officer, contactId, shown } = await readyToAgree({ product, owner });
		const to = { contactId, key: randomUUID(), shown };
		const child = committing({ ...to, url: databaseUrl, officer, at: AT });
		await new Promise((resolve) => child.stdout?.once('data', resolve));
		await killed(child);
		const after = await written(owner);
		expect(after).toMatchObject({ arrangements: 1, outcomes: 2, instructions: 4, commits: 1 });
		const again = await asked(product).outcomes.commit(to);
		expect(again).toMatchObject({ ok: true, at: AT });
		expect(await written(owner)).toEqual(after);
		expect(isProved(await prove(product.app.db.sql))).toBe(true);
	});
});
