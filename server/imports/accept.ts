/**
 * An extract that is not what its trailer says waits for a person, who takes it with the difference, by name and in
 * writing, or refuses it. Nothing of it shows before. What was written down is published by whoever comes first, this
 * process or the next one, so that a large one keeps nobody waiting and none is forgotten.
 */
import { and, eq, isNull } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { LEAST_REASON, LONGEST_REASON, type AcceptRefusal } from '../../shared/officers/imports.ts';
import { connect, type Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { record } from '../audit/record.ts';
import { stagedCount } from './checks.ts';
import { mappingNamed } from './mapping/mappings.ts';
import { FILLED, MANY_ROWS, publish, type Published } from './publishing/publish.ts';
import type { Pace } from './publishing/pace.ts';
import { acceptedImport, waitingImport } from './queries.ts';
import { tryToHoldSource } from './source-lock.ts';
import { dropStaging } from './staging.ts';
import { imports } from './tables.ts';
import { endImport, notePace } from './track.ts';

export type Answering = {
	importId: string;
	/** Their name as it is kept with the extract; their id where they are signed in. */
	by: string;
	officerId: string | null;
};

type Books = { database: Pick<Database, 'orm' | 'sql'>; clock: Clock };

export type Accepted = { ok: true } | { ok: false; because: AcceptRefusal };

const isWaiting = (importId: string) =>
	and(eq(imports.id, importId), eq(imports.state, 'differs'), isNull(imports.acceptedBy));

export async function acceptInWriting(
	{ database, clock, dataDir }: Books & { dataDir: string },
	{ importId, by, officerId, because }: Answering & { because: string }
): Promise<Accepted> {
	const reason = because.trim().slice(0, LONGEST_REASON);
	if (reason.length < LEAST_REASON) return { ok: false, because: 'too-short' };
	const waiting = await waitingImport(database.sql, importId);
	if (!waiting) return { ok: false, because: 'not-waiting' };
	if (!mappingNamed(waiting.mapping, dataDir).ok) return { ok: false, because: 'no-mapping' };
	const isThere = (await stagedCount(database.sql, importId)) === waiting.rowCount;
	if (!isThere) return { ok: false, because: 'gone' };
	return inTransaction(database, async (tx) => {
		const taken = await tx
			.update(imports)
			.set({ acceptedBy: by, acceptedBecause: reason, step: 'publishing' })
			.where(isWaiting(importId))
			.returning({ count: imports.rowCount, trailer: imports.trailerCount });
		const [one] = taken;
		if (!one) return { ok: false, because: 'not-waiting' };
		await record(tx, {
			at: clock.now(),
			officerId,
			act: 'imports.accept',
			subjectId: importId,
			detail: { lines: one.count, trailerLines: one.trailer }
		});
		return { ok: true };
	});
}

/** `busy`: another extract of its source is being taken, or somebody publishes this one already. */
export type AcceptedPublished =
	{ state: 'published'; published: Published } | { state: 'busy' | 'done' | 'gone' };

export type Publisher = {
	url: string;
	clock: Clock;
	dataDir: string;
	/** For a person who waits. */
	tell?: (pace: Pace) => void;
};

export async function publishAccepted(
	{ url, clock, dataDir, tell }: Publisher,
	importId: string
): Promise<AcceptedPublished> {
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		const found = await acceptedImport(database.sql, importId);
		if (!found) return { state: 'done' };
		const lock = await tryToHoldSource(url, found.source);
		if (!lock) return { state: 'busy' };
		try {
			const accepted = await acceptedImport(database.sql, importId);
			if (!accepted) return { state: 'done' };
			const read = mappingNamed(accepted.mapping, dataDir);
			const isThere = (await stagedCount(database.sql, importId)) === accepted.rowCount;
			if (!read.ok || !isThere) {
				await endImport(database.sql, { importId, state: 'abandoned', problem: GONE });
				return { state: 'gone' };
			}
			const { mapping } = read;
			const reached = async (pace: Pace) => {
				tell?.(pace);
				await notePace(database.sql, { importId, at: clock.now(), pace });
			};
			const published = await publish(
				{ database, clock, reached },
				{ importId, mapping, on: accepted.on }
			);
			if (accepted.rowCount > MANY_ROWS) await lock.analyze(FILLED);
			return { state: 'published', published };
		} finally {
			await lock.release();
		}
	} finally {
		await database.close();
	}
}

const GONE = 'Its lines were gone before it could be published. Nothing of it was taken.';

export async function refuseExtract(
	{ database, clock }: Books,
	{ importId, by, officerId }: Answering
): Promise<{ ok: true } | { ok: false; because: 'not-waiting' }> {
	const isRefused = await inTransaction(database, async (tx) => {
		const refused = await tx
			.update(imports)
			.set({ state: 'refused', problem: `Refused by ${by}.` })
			.where(isWaiting(importId))
			.returning({ id: imports.id });
		if (refused.length === 0) return false;
		await record(tx, {
			at: clock.now(),
			officerId,
			act: 'imports.refuse',
			subjectId: importId
		});
		return true;
	});
	if (!isRefused) return { ok: false, because: 'not-waiting' };
	await dropStaging((text) => database.sql.unsafe(text), importId);
	return { ok: true };
}
