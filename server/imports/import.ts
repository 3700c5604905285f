/**
 * One file of one source, from its first byte to what everybody sees: read into staging, looked at as a whole, compared
 * with its trailer, and published in one transaction, or kept back until somebody accepts the difference. Two of one
 * source never run at once, and one that was killed is cleared away by the next.
 */
import { randomUUID } from 'node:crypto';
import { pence } from '../../shared/money/pence.ts';
import { millisecondsLeft } from '../../shared/officers/imports.ts';
import { formatDay, type Day } from '../../shared/time/day.ts';
import type { Clock } from '../clock.ts';
import { stopwatch } from '../clock.ts';
import { connect, copyingClient, type Database } from '../db/client.ts';
import { sentenceOf } from '../sentence.ts';
import { stagedTotals, takeOutFaulty } from './checks.ts';
import type { Mapping } from './mapping/mapping.ts';
import { inTransaction } from '../db/transaction.ts';
import { record } from '../audit/record.ts';
import { FILLED, MANY_ROWS, publish, type Published } from './publishing/publish.ts';
import { latestOf, publishedWith } from './queries.ts';
import { differencesOf } from './reconcile.ts';
import { holdSource } from './source-lock.ts';
import { stageExtract, type Reached, type Staged, type ToStage } from './stage.ts';
import { dropStaging, makeStaging } from './staging.ts';
import type { ImportStep } from './tables.ts';
import { beginImport, clearAway, endImport, keepBack, notePace, noteStep } from './track.ts';

export type ExtractFile = {
	name: string;
	/** Null where nobody said. */
	length: number | null;
	bytes: AsyncIterable<Uint8Array>;
};

export type Importing = {
	url: string;
	clock: Clock;
	mapping: Mapping;
	file: ExtractFile;
	/** Who sent it; null from the command line. */
	officerId?: string | null;
	/** At most once a second, for a person who waits. */
	tell?: (progress: Progress) => void;
};

export type Progress = Reached & {
	step: ImportStep;
	/** Null while nobody has read to its end. */
	rowsInAll: number | null;
	/** Since the reading or the publishing began, and to its end; null before anything can be said. */
	ms: number;
	msLeft: number | null;
};

export type Imported =
	| {
			state: 'published';
			importId: string;
			on: Day;
			rows: number;
			rejected: number;
			published: Published;
	  }
	| {
			state: 'differs';
			importId: string;
			on: Day;
			rejected: number;
			differences: readonly string[];
	  }
	| { state: 'refused'; importId: string; because: string }
	| { state: 'already-in'; importId: string; because: string };

const STOPPED = 'Something stopped it before its end. Nothing of it was taken: send it again.';

export async function importExtract(importing: Importing): Promise<Imported> {
	const { url, mapping } = importing;
	const lock = await holdSource(url, mapping.source);
	const database = connect(url, { orm: 1, sql: 2, hot: 1 });
	try {
		await clearAway(database.sql, mapping.source);
		const imported = await run(database, importing);
		if (imported.state === 'published' && imported.rows > MANY_ROWS) await lock.analyze(FILLED);
		return imported;
	} finally {
		await database.close();
		await lock.release();
	}
}

async function run(database: Database, importing: Importing): Promise<Imported> {
	const { clock, mapping, file } = importing;
	const importId = randomUUID();
	const { sql } = database;
	await beginImport(sql, { importId, mapping, file, at: clock.now() });
	await onRecord(database, { importing, importId, act: 'imports.receive' });
	try {
		await makeStaging(sql, importId);
		const staged = await stage(database, { importing, importId });
		const before = await publishedWith(sql, { digest: staged.digest, mapping: mapping.name });
		if (before) {
			const because = `This file is in already, since ${formatDay(before.on)}: nothing was changed.`;
			await giveUp(database, { importing, importId, state: 'refused', problem: because });
			return { state: 'already-in', importId, because };
		}
		return await settle(database, { importing, importId, staged });
	} catch (error) {
		const because = sentenceOf(error);
		const state = because === null ? 'abandoned' : 'refused';
		await giveUp(database, { importing, importId, state, problem: because ?? STOPPED });
		if (because === null) throw error;
		return { state: 'refused', importId, because };
	}
}

type Running = { importing: Importing; importId: string };

async function stage(database: Database, { importing, importId }: Running): Promise<Staged> {
	const { url, clock, mapping, file, tell } = importing;
	const { sql } = database;
	const took = stopwatch();
	let told = 0;
	const given: ToStage = {
		importId,
		mapping,
		bytes: file.bytes,
		today: clock.today(),
		latestOn: await latestOf(sql, mapping.name),
		begun: (on) => noteStep(sql, { importId, on }),
		async reached(at) {
			if (took() < told + 1000) return;
			told = took();
			const read = { bytesRead: at.bytes, bytesInAll: file.length };
			const msLeft = millisecondsLeft(read, told);
			tell?.({ ...at, step: 'reading', rowsInAll: null, ms: told, msLeft });
			await noteStep(sql, { importId, ...at });
		}
	};
	const copying = copyingClient(url);
	try {
		return await stageExtract({ sql, copying }, given);
	} finally {
		await copying.end({ timeout: 5 });
	}
}

async function settle(
	database: Database,
	{ importing, importId, staged }: Running & { staged: Staged }
): Promise<Imported> {
	const { clock, mapping, file, tell } = importing;
	const { sql } = database;
	const { on, trailer } = staged;
	const { rows } = staged;
	const bytes = file.length ?? 0;
	tell?.({ step: 'checking', rows, rowsInAll: rows, bytes, ms: 0, msLeft: null });
	await noteStep(sql, { importId, step: 'checking', rows, bytes });
	await takeOutFaulty(sql, { importId, source: mapping.source, streams: mapping.streams });
	const totals = await stagedTotals(sql, { importId, adds: mapping.trailerAdds });
	const taken = { count: totals.count, total: pence(totals.pence) };
	const differences = differencesOf(taken, trailer);
	const { digest } = staged;
	const rejected = await keepBack(sql, { importId, mapping, on, digest, taken, trailer });
	if (differences.length > 0) return { state: 'differs', importId, on, rejected, differences };
	const published = await publish(
		{
			database,
			clock,
			async reached(pace) {
				tell?.({ ...pace, bytes });
				await notePace(sql, { importId, at: clock.now(), pace });
			}
		},
		{ importId, mapping, on }
	);
	return { state: 'published', importId, on, rows: taken.count, rejected, published };
}

async function giveUp(
	database: Database,
	given: Running & { state: 'refused' | 'abandoned'; problem: string }
): Promise<void> {
	await dropStaging((text) => database.sql.unsafe(text), given.importId);
	await endImport(database.sql, given);
	if (given.state === 'refused') await onRecord(database, { ...given, act: 'imports.refuse' });
}

async function onRecord(
	database: Pick<Database, 'orm'>,
	{ importing, importId, act }: Running & { act: 'imports.receive' | 'imports.refuse' }
): Promise<void> {
	const { clock, mapping, officerId = null } = importing;
	await inTransaction(database, (tx) =>
		record(tx, {
			at: clock.now(),
			officerId: act === 'imports.receive' ? officerId : null,
			act,
			subjectId: importId,
			detail: { mapping: mapping.name }
		})
	);
}
