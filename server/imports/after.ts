/**
 * What is still to be done for extracts when a person or a file has done its part: one that was taken in writing is
 * published, and the people of one that is in are compared with everybody's and their debts held where it says that they
 * died. Each is a row that says so until it is done, so that whatever ended a process in between is made good by the next.
 */
import { connect } from '../db/client.ts';
import type { Clock } from '../clock.ts';
import { heedDeaths } from '../changes/heed-deaths.ts';
import { matchRecords, type Matched } from '../customers/match-records.ts';
import type { RawSql } from '../db/client.ts';
import { publishAccepted } from './accept.ts';
import type { Published } from './publishing/publish.ts';
import { acceptedImports, unmatchedImports } from './queries.ts';
import { endImport, noteMatched } from './track.ts';

type Parts = { url: string; clock: Clock; dataDir: string; sql: RawSql };

const NOT_PUBLISHED =
	'It was taken in writing and could not be published: something went wrong on our side. Nothing of it was taken.';

/** What each brought. One whose source is busy waits for the next time. */
export async function publishWritten(parts: Parts): Promise<readonly Published[]> {
	const done: Published[] = [];
	for (const importId of await acceptedImports(parts.sql)) {
		try {
			const one = await publishAccepted(parts, importId);
			if (one.state === 'published') done.push(one.published);
		} catch (error) {
			await endImport(parts.sql, { importId, state: 'abandoned', problem: NOT_PUBLISHED });
			throw error;
		}
	}
	return done;
}

/** Null where nobody came in since the last time. All extracts that are in by then are done with together. */
export async function matchPublished({
	url,
	clock,
	sql
}: Omit<Parts, 'dataDir'>): Promise<Matched | null> {
	const importIds = await unmatchedImports(sql);
	if (importIds.length === 0) return null;
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		const matched = await matchRecords({ database, clock });
		await heedDeaths({ database, clock });
		await noteMatched(sql, { importIds, at: clock.now() });
		return matched;
	} finally {
		await database.close();
	}
}
