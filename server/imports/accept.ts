/**
 * An extract that is not what its trailer says waits for a person, who takes it with the difference, by name and in
 * writing, or refuses it. Nothing of it shows before.
 */
import type { Clock } from '../clock.ts';
import { LEAST_REASON, LONGEST_REASON, type AcceptRefusal } from '../../shared/officers/imports.ts';
import { connect } from '../db/client.ts';
import { mappingNamed } from './mapping/mappings.ts';
import { publish, type Published } from './publishing/publish.ts';
import { waitingImport } from './queries.ts';
import { holdSource } from './source-lock.ts';
import { stagedCount } from './checks.ts';
import { dropStaging } from './staging.ts';
import { endImport } from './track.ts';

export type Accepted = { ok: true; published: Published } | { ok: false; because: AcceptRefusal };

type Parts = { url: string; clock: Clock; dataDir: string };

export async function acceptDifference(
	{ url, clock, dataDir }: Parts,
	{ importId, by, because }: { importId: string; by: string; because: string }
): Promise<Accepted> {
	if (because.trim().length < LEAST_REASON) return { ok: false, because: 'too-short' };
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		const waiting = await waitingImport(database.sql, importId);
		if (!waiting) return { ok: false, because: 'not-waiting' };
		const read = mappingNamed(waiting.mapping, dataDir);
		if (!read.ok) return { ok: false, because: 'no-mapping' };
		const lock = await holdSource(url, read.mapping.source);
		try {
			const isThere = (await stagedCount(database.sql, importId)) === waiting.rowCount;
			if (!isThere) return { ok: false, because: 'gone' };
			const accepted = { by, because: because.trim().slice(0, LONGEST_REASON) };
			const { mapping } = read;
			const publishing = { importId, mapping, on: waiting.on, accepted };
			return { ok: true, published: await publish({ database, clock }, publishing) };
		} finally {
			await lock.release();
		}
	} finally {
		await database.close();
	}
}

export async function refuseExtract(
	{ url }: Pick<Parts, 'url'>,
	{ importId, by }: { importId: string; by: string }
): Promise<{ ok: true } | { ok: false; because: 'not-waiting' }> {
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		if (!(await waitingImport(database.sql, importId)))
			return { ok: false, because: 'not-waiting' };
		await endImport(database.sql, { importId, state: 'refused', problem: `Refused by ${by}.` });
		await dropStaging((text) => database.sql.unsafe(text), importId);
		return { ok: true };
	} finally {
		await database.close();
	}
}
