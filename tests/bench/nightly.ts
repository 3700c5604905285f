/**
 * How long a night's look at 60,000 arrangements takes, of which one in twenty has missed a payment: found, each decided
 * by the rule in `shared`, and written with history, letters, calls and what the sources are told; beside the one set
 * statement that only finds them. By turns on the same rows, and every night is taken back.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { CANDIDATES_ONLY } from '#server/arrangements/candidates.ts';
import { checkAll, type Checked } from '#server/arrangements/check.ts';
import { connect, type Database } from '#server/db/client.ts';
import { startPostgres } from '#server/db/embedded.ts';
import { dataFolder } from '#server/db/embedded/folder.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { dueUpTo } from '#shared/arrangements/life/judging.ts';
import { samplePolicy } from '#shared/law/northmere/policy.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import type { Asked, Say } from './bench.ts';
import { asRatio, inMilliseconds, middle } from './figures.ts';
import { fillArrangements } from './nightly-ground.ts';
import { nowUs } from './protocol.ts';

const LONG = { arrangements: 60_000, pairs: 5 };
const SHORT = { arrangements: 1_000, pairs: 2 };
const KEPT = join(import.meta.dirname, '../../.data/bench/nightly');
const TODAY = day('2026-11-20');
const AT = instantInLondon(TODAY, '02:00');
const POLICY = samplePolicy(TODAY);
const DUE_UP_TO = dueUpTo(TODAY, POLICY);

export async function benchNightly({ isShort, say }: Asked): Promise<void> {
	const { arrangements, pairs } = isShort ? SHORT : LONG;
	const { folder } = dataFolder({ wanted: KEPT, given: false });
	// Of a bench that was killed.
	await rm(folder, { recursive: true, force: true });
	const server = await startPostgres({ dataDir: folder, say });
	try {
		await migrateDatabase(server.url);
		say(`Making ${arrangements.toLocaleString('en-GB')} arrangements of twelve payments.`);
		await fillArrangements(server.url, arrangements);
		const database = connect(server.url, { orm: 1, sql: 1, hot: 1 });
		const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
		try {
			await compare({ database, sql, pairs, arrangements, say });
		} finally {
			await Promise.all([database.close(), sql.end()]);
		}
	} finally {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

type Sides = {
	database: Database;
	sql: postgres.Sql;
	pairs: number;
	arrangements: number;
	say: Say;
};

async function compare({ database, sql, pairs, arrangements, say }: Sides): Promise<void> {
	const [ours, found]: [number[], number[]] = [[], []];
	const changing = Math.round(arrangements / 20);
	// The first of each is not counted: nothing is warm.
	for (let turn = 0; turn <= pairs; turn += 1) {
		const only = await findOnce(sql);
		const night = await nightOnce(database);
		if (only.count !== changing || night.checked.moved !== changing)
			throw new Error(`${only.count} were found and ${night.checked.moved} moved, of ${changing}.`);
		if (turn === 0) continue;
		found.push(only.us);
		ours.push(night.us);
	}
	const ratio = middle(ours) / middle(found);
	say(
		`A night over ${arrangements.toLocaleString('en-GB')} arrangements, ${changing.toLocaleString('en-GB')} of them changing state: ${inMilliseconds(middle(ours))} ms.`
	);
	say(`One set statement that only finds those: ${inMilliseconds(middle(found))} ms.`);
	say(`Ratio ${asRatio(ratio)}, at most 3: ${ratio <= 3 ? 'kept' : 'MISSED'}.`);
	if (ratio > 3) process.exitCode = 1;
}

async function findOnce(sql: postgres.Sql): Promise<{ us: number; count: number }> {
	const from = nowUs();
	const rows = await sql.unsafe(CANDIDATES_ONLY, [TODAY, DUE_UP_TO]);
	return { us: nowUs() - from, count: rows.length };
}

const TAKEN_BACK = 'taken back';

async function nightOnce(database: Database): Promise<{ us: number; checked: Checked }> {
	let night: { us: number; checked: Checked } | null = null;
	const doing = inTransaction(database, async (tx) => {
		const from = nowUs();
		const checked = await checkAll(tx, { today: TODAY, at: AT, policy: POLICY });
		await tx.execute('set constraints all immediate');
		night = { us: nowUs() - from, checked };
		throw new Error(TAKEN_BACK);
	});
	await doing.catch((error: unknown) => {
		if (!(error instanceof Error) || error.message !== TAKEN_BACK) throw error;
	});
	if (!night) throw new Error('Nothing was looked at.');
	return night;
}
