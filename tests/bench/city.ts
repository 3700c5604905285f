/**
 * A whole city's database for the benches: made once and kept in a folder of the bench's own, brought to the schema of
 * this build whenever it is opened. What a bench writes into it, it takes out again.
 */
import { join } from 'node:path';
import { startPostgres, type Postgres } from '#server/db/embedded.ts';
import { dataFolder } from '#server/db/embedded/folder.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { seedDemo } from '#server/db/seed/seed-demo.ts';
import { sentence } from '#server/sentence.ts';
import { day } from '#shared/time/day.ts';
import type { Say } from './bench.ts';

/** The day of the demo: a kept city does not grow old. */
export const CITY_DAY = day('2026-11-19');

const WHOLE = 250_000;
const SHORT = 3_000;
const SEED = 7;
const KEPT = join(import.meta.dirname, '../../.data/bench');

export async function openCity({
	isShort,
	say
}: {
	isShort: boolean;
	say: Say;
}): Promise<Postgres> {
	const households = isShort ? SHORT : WHOLE;
	const wanted = join(KEPT, `city-${households}`);
	const { folder } = dataFolder({ wanted, given: false });
	say(`The city of ${households.toLocaleString('en-GB')} households is kept in ${folder}.`);
	const server = await startPostgres({ dataDir: folder, say });
	try {
		await migrateDatabase(server.url);
		const seeded = await seedDemo({
			url: server.url,
			today: CITY_DAY,
			say,
			households,
			seed: SEED
		});
		// It stands there from before: that is what it is kept for.
		if (!seeded.ok && seeded.because !== 'not-empty') throw sentence('The city was not made.');
		return server;
	} catch (error) {
		await server.stop();
		throw error;
	}
}
