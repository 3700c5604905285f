/**
 * How fast an extract becomes what everybody sees, beside COPY of the very rows it made, already clean, into the same
 * tables with their indexes, constraints and triggers in place; and how much memory the command needs, short and long.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#server/db/embedded.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { asRatio } from './figures.ts';
import { copiesOf } from './floor/copies.ts';
import { writeExtract } from './import-file.ts';
import { importInChild } from './import-child.ts';

type Size = { lines: number; rounds: number };

const LONG: readonly Size[] = [
	{ lines: 100_000, rounds: 3 },
	{ lines: 2_000_000, rounds: 1 }
];
const SHORT: readonly Size[] = [{ lines: 25_000, rounds: 1 }];
/** Enough that every name and street of the larger ones is a word the council has. */
const FIRST_LINES = 10_000;

type Say = (line: string) => void;

/** Prints the figures. Its Postgres, files and folder are its own, and are gone afterwards. */
export async function benchImport({ isShort, say }: { isShort: boolean; say: Say }): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'fairline-bench-import-'));
	// Run by root, PostgreSQL is another user, who must be able to enter.
	chmodSync(folder, 0o755);
	const server = await startPostgres({ dataDir: folder, say: () => undefined });
	try {
		await migrateDatabase(server.url);
		const first = await becomeUsed({ url: server.url, folder });
		const peaks = isShort ? [first] : [];
		for (const size of isShort ? SHORT : LONG) {
			peaks.push(await benchOf(size, { url: server.url, folder, say }));
		}
		const [least = 0, most = 0] = peaks;
		say(`memory: peak ${peaks.map(inMegabytes).join(' and ')}, ${asRatio(most / least)} times`);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Of a council that has searched before: whoever is new has names and streets that somebody had, as on any night. */
async function becomeUsed({ url, folder }: { url: string; folder: string }): Promise<number> {
	const file = join(folder, 'extract-first.csv');
	await writeExtract(file, FIRST_LINES);
	const { peakBytes } = await importInChild({ url, file });
	await copiesOf(url, join(folder, 'rows-first')).empty();
	return peakBytes;
}

/** The import's peak of memory in bytes. */
async function benchOf(
	{ lines, rounds }: Size,
	{ url, folder, say }: { url: string; folder: string; say: Say }
): Promise<number> {
	const file = join(folder, `extract-${lines}.csv`);
	const copies = copiesOf(url, join(folder, `rows-${lines}`));
	say(`Writing an extract of ${count(lines)} lines ...`);
	await writeExtract(file, lines);
	const times: { ours: number; least: number }[] = [];
	let peak = 0;
	for (let round = 0; round < rounds; round += 1) {
		await copies.empty();
		const imported = await importInChild({ url, file });
		peak = Math.max(peak, imported.peakBytes);
		// The rows are kept once, and are the same each round but for their ids.
		if (round === 0) await copies.keep();
		await copies.empty();
		const least = await copies.putBack();
		times.push({ ours: imported.ms, least });
	}
	const rows = await copies.rowCount();
	const ours = middle(times.map((time) => time.ours));
	const least = middle(times.map((time) => time.least));
	await copies.empty();
	say(`import of ${count(lines)} lines into ${count(rows)} rows`);
	say(`  import ${rate(rows, ours)}, COPY ${rate(rows, least)}`);
	say(`  ratio: ${asRatio(least / ours)} of the rate of COPY (at least 0.50)`);
	say(`  peak memory of the command: ${inMegabytes(peak)}`);
	return peak;
}

function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rate(rows: number, ms: number): string {
	return `${count(Math.round((rows * 1000) / ms))} rows a second (${count(Math.round(ms))} ms)`;
}

const count = (number: number) => number.toLocaleString('en-GB');

function inMegabytes(bytes: number): string {
	return `${Math.round(bytes / 1024 / 1024)} MB`;
}
