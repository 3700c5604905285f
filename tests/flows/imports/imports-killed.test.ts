import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { fixedClock, stopwatch } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { chanceFrom } from '#server/db/seed/generator/chance.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { matchPublished } from '#server/imports/after.ts';
import { importExtract } from '#server/imports/import.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';
import { writeExtract } from '../../bench/import-file.ts';
import { shippedMapping } from '../../builders/extracts.ts';
import { test } from '../flow.ts';

const clock = fixedClock(instant('2026-11-19T10:00:00.000Z'));
const KILLS = 10;
const LINES = 1_200;
const ACCOUNTS = LINES / 20;
const TOP = join(import.meta.dirname, '..', '..', '..');

function start(url: string, file: string): ChildProcess {
	return spawn(process.execPath, ['server/commands/import.ts', file, '--as', 'council-tax'], {
		cwd: TOP,
		stdio: 'ignore',
		env: { ...process.env, DATABASE_URL: url, AUTH_SECRET: 'k'.repeat(32), DEMO: '', DEMO_DAY: '' }
	});
}

async function end(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return child.exitCode;
}

/** As whoever tries it again does, without the start of another process. */
async function again(url: string, file: string): Promise<string> {
	const extract = { name: 'again', length: null, bytes: createReadStream(file) };
	const mapping = shippedMapping('council-tax');
	return (await importExtract({ url, clock, mapping, file: extract })).state;
}

async function countOf(database: Database): Promise<{ debts: number; ours: number }> {
	const [found] = await database.sql<[{ debts: number; ours: number }]>`
		select (select count(*) from debts) as debts,
			(select count(*) from entries where source = 'fairline' and debt_id is not null) as ours`;
	return found;
}

/** As an officer takes a payment while the file is read. */
async function payHere(database: Database): Promise<void> {
	const [debt] = await database.sql<
		{ id: string }[]
	>`select id from debts order by reference limit 1`;
	if (!debt) throw new Error('There is no debt to pay.');
	await inTransaction(database, (tx) =>
		enter(tx, {
			lines: opposite({ debtId: debt.id, fund: 'bank', amount: pence(-123) }),
			kind: 'payment',
			on: day('2026-11-19'),
			at: instant('2026-11-19T10:00:00.000Z'),
			method: 'cash'
		})
	);
}

test(
	'an import that is killed at any moment leaves yesterday’s figures, and is taken when it is tried again',
	{ timeout: 300_000 },
	async ({ databaseUrl, database }) => {
		const seed = randomInt(1_000_000);
		const said = `the kills were drawn from seed ${seed}`;
		process.stdout.write(`Ten imports are killed: ${said}.\n`);
		const chance = chanceFrom(seed);
		const folder = mkdtempSync(join(tmpdir(), 'fairline-killed-'));
		const fileOf = (round: number) => join(folder, `${round}-${randomUUID()}.csv`);
		try {
			const first = fileOf(0);
			await writeExtract(first, LINES);
			const took = stopwatch();
			expect(await end(start(databaseUrl, first)), said).toBe(0);
			const wholeMs = Math.round(took());
			for (let round = 1; round <= KILLS; round += 1) {
				const file = fileOf(round);
				await writeExtract(file, LINES, round * ACCOUNTS);
				const child = start(databaseUrl, file);
				const killed = pause(chance.whole(Math.round(wholeMs / 5), wholeMs)).then(() =>
					child.kill('SIGKILL')
				);
				await payHere(database);
				await Promise.all([killed, end(child)]);
				const { debts, ours } = await countOf(database);
				expect(ours, said).toBe(round);
				// Finished before it was killed, or nothing of it shows.
				expect([round * ACCOUNTS, (round + 1) * ACCOUNTS], said).toContain(debts);
				const proof = await prove(database.sql);
				expect(isProved(proof), `${said}\n${sayProof(proof).join('\n')}`).toBe(true);
				expect(['published', 'already-in'], said).toContain(await again(databaseUrl, file));
				expect((await countOf(database)).debts, said).toBe((round + 1) * ACCOUNTS);
			}
			await matchPublished({ url: databaseUrl, clock, sql: database.sql });
			const left = await database.sql`
				select from pg_tables where schemaname = 'staging'
				union all select from imports where state = 'published' and matched_at is null`;
			expect(left, said).toHaveLength(0);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
);
