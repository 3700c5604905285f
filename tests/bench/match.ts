/**
 * How well and how fast what the sources have of one person is found to be one person: on a city's records with the
 * slips that real ones have, whose truth is known. Precision and recall are of pairs of records.
 */
import { join } from 'node:path';
import postgres from 'postgres';
import { fixedClock, stopwatch } from '#server/clock.ts';
import { matchRecords } from '#server/customers/match-records.ts';
import { connect } from '#server/db/client.ts';
import { dataFolder } from '#server/db/embedded/folder.ts';
import { startPostgres } from '#server/db/embedded.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { instantInLondon } from '#shared/time/day.ts';
import type { Asked, Say } from './bench.ts';
import { CITY_DAY } from './city.ts';
import { scoreOf, writeNoisyCity, type Score } from './match-truth.ts';

const KEPT = join(import.meta.dirname, '../../.data/bench/match');
const SHORT = 3_000;
const CITY = 250_000;
const SEED = 7;
const NEEDED = { precision: 99.5, recall: 95 };

export async function benchMatch({ isShort, say }: Asked): Promise<void> {
	const households = isShort ? SHORT : CITY;
	const { folder } = dataFolder({ wanted: KEPT, given: false });
	const server = await startPostgres({ dataDir: folder, say });
	try {
		await migrateDatabase(server.url);
		const owner = postgres(server.url, { max: 1, onnotice: () => undefined });
		try {
			await measure({ url: server.url, owner, households, say });
		} finally {
			await owner.unsafe('truncate customers, records, debts cascade');
			await owner.end();
		}
	} finally {
		await server.stop();
	}
}

async function measure({
	url,
	owner,
	households,
	say
}: {
	url: string;
	owner: postgres.Sql;
	households: number;
	say: Say;
}): Promise<void> {
	await owner.unsafe('truncate customers, records, debts cascade');
	const truth = await writeNoisyCity(owner, { today: CITY_DAY, households, seed: SEED });
	say(`${number(truth.size)} records of ${number(households)} households, with slips in them.`);
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		const memory = watchMemory();
		const took = stopwatch();
		const clock = fixedClock(instantInLondon(CITY_DAY, '10:00'));
		const { pairs, joined, reviews } = await matchRecords({ database, clock });
		const seconds = took() / 1000;
		say(
			`${number(pairs)} pairs compared, ${number(joined)} joined and ${number(reviews)} for a person in ${Math.round(seconds)} s: ${number(Math.round(truth.size / seconds))} customers a second.`
		);
		const { before, most } = memory.end();
		say(`Memory was ${before} MB before it and ${most} MB at most.`);
		sayScore(await scoreOf(owner, truth), say);
	} finally {
		await database.close();
	}
}

const LOOKS_EVERY = 500;

/** What the process has of memory, looked at twice a second. */
function watchMemory(): { end: () => { before: number; most: number } } {
	const now = () => Math.round(process.memoryUsage().rss / 1_000_000);
	const before = now();
	let most = before;
	const look = () => (most = Math.max(most, now()));
	const looking = setInterval(look, LOOKS_EVERY);
	return {
		end() {
			clearInterval(looking);
			look();
			return { before, most };
		}
	};
}

function sayScore({ made, right, true: real }: Score, say: Say): void {
	const [precision, recall] = [(right / made) * 100, (right / real) * 100];
	say(`Precision ${percent(precision)} (at least ${percent(NEEDED.precision)}).`);
	say(`Recall ${percent(recall)} (at least ${percent(NEEDED.recall)}).`);
	const isEnough = precision >= NEEDED.precision && recall >= NEEDED.recall;
	say(isEnough ? 'Both are met.' : 'They are not both met.');
}

const PERCENT = new Intl.NumberFormat('en-GB', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2
});

function percent(of100: number): string {
	return `${PERCENT.format(of100)}%`;
}

function number(count: number): string {
	return count.toLocaleString('en-GB');
}
