/**
 * `npm run import -- FILE --as MAPPING` takes an extract of a source system, beside a running product or alone; what
 * could not be taken is written beside the file. `--accept` and `--refuse` answer one that differs from its trailer.
 */
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { clockFor, stopwatch } from '../clock.ts';
import { connect, type Database } from '../db/client.ts';
import type { Env } from '../env.ts';
import { acceptInWriting, publishAccepted, refuseExtract } from '../imports/accept.ts';
import { matchPublished } from '../imports/after.ts';
import { importExtract, type Imported } from '../imports/import.ts';
import { mappingNamed } from '../imports/mapping/mappings.ts';
import { rejectsCsv } from '../imports/rejects-file.ts';
import { sayImported, sayMatched, sayProgress, sayPublished } from '../imports/say-import.ts';
import { withProgress } from '../progress.ts';
import { complain, say } from '../say.ts';
import { sentence } from '../sentence.ts';
import type { AcceptRefusal } from '../../shared/officers/imports.ts';
import { command, onDatabase } from './command.ts';
import { environment } from './environment.ts';

const USAGE = `Usage: npm run import -- FILE --as MAPPING
       npm run import -- --accept IMPORT --by NAME --because WHY
       npm run import -- --refuse IMPORT --by NAME`;

const WORDS: Record<AcceptRefusal, string> = {
	'not-waiting': 'No such import waits for an answer.',
	'too-short': 'Say why it is taken with its difference, in a few words at least.',
	'no-mapping': 'Its mapping cannot be used any more: mend it, and import the file again.',
	gone: 'Its lines are here no more, because the database was stopped in between: import the file again.'
};

const TELL_EVERY_MS = 3_000;

await command(run);

type Options = ReturnType<typeof parsed>;

function parsed() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				as: { type: 'string' },
				accept: { type: 'string' },
				refuse: { type: 'string' },
				by: { type: 'string' },
				because: { type: 'string' }
			}
		});
	} catch (error) {
		throw sentence(USAGE, error);
	}
}

async function run(): Promise<void> {
	const options = parsed();
	const env = environment();
	// Before a database is started: what can be refused at once is.
	const work = workFor(options, env);
	await onDatabase(env, async (url) => {
		process.exitCode = (await work(url)) ? 0 : 1;
	});
}

function workFor({ values, positionals }: Options, env: Env): (url: string) => Promise<boolean> {
	const { as, accept, refuse: refused, by, because } = values;
	const [file, ...others] = positionals;
	if (accept !== undefined && by !== undefined && because !== undefined) {
		return (url) => takeDifference({ url, env }, { importId: accept, by, because });
	}
	if (refused !== undefined && by !== undefined) {
		return (url) => refuse(url, { env, asked: { importId: refused, by, officerId: null } });
	}
	if (as === undefined || file === undefined || others.length > 0) throw sentence(USAGE);
	if (!existsSync(file) || !statSync(file).isFile()) throw sentence(`There is no file ${file}.`);
	const read = mappingNamed(as, env.dataDir);
	if (!read.ok) throw sentence(read.because.join('\n'));
	return (url) => take(file, { url, env, mapping: read.mapping });
}

async function take(
	file: string,
	{
		url,
		env,
		mapping
	}: { url: string; env: Env; mapping: Parameters<typeof importExtract>[0]['mapping'] }
): Promise<boolean> {
	const { size } = statSync(file);
	const imported = await importExtract({
		url,
		clock: clockFor(env),
		mapping,
		file: { name: basename(file), length: size, bytes: createReadStream(file) },
		tell: toldNowAndThen()
	});
	for (const line of sayImported(imported)) say(line);
	await connected(url, (database) => writeRejects(database, { file, imported }));
	// One that is in already may have been stopped before this.
	if (imported.state === 'published' || imported.state === 'already-in') await match(url, env);
	return imported.state === 'published' || imported.state === 'already-in';
}

/** A step is told as it begins, and then every so often. */
function toldNowAndThen(): (progress: Parameters<typeof sayProgress>[0]) => void {
	const took = stopwatch();
	let told: { step: string; at: number } | null = null;
	return (progress) => {
		if (told?.step === progress.step && took() < told.at + TELL_EVERY_MS) return;
		told = { step: progress.step, at: took() };
		say(sayProgress(progress));
	};
}

async function writeRejects(
	{ sql }: Database,
	{ file, imported }: { file: string; imported: Imported }
): Promise<void> {
	const [any] = await sql`select from rejects where import_id = ${imported.importId} limit 1`;
	if (!any) return;
	const beside = `${file}.rejects.csv`;
	const rows = Readable.from(rejectsCsv(sql, imported.importId));
	await pipeline(rows, createWriteStream(beside));
	say(`Each of them with its reason is in ${beside}.`);
}

/** Who came in may be somebody we know: whoever stops here is made good by the next import, or by the running product. */
async function match(url: string, env: Env): Promise<void> {
	await connected(url, async ({ sql }) => {
		const clock = clockFor(env);
		const matched = await withProgress({ say, what: 'Comparing people with those we know' }, () =>
			matchPublished({ url, clock, sql })
		);
		if (matched) say(sayMatched(matched));
	});
}

async function takeDifference(
	{ url, env }: { url: string; env: Env },
	asked: { importId: string; by: string; because: string }
): Promise<boolean> {
	const { dataDir } = env;
	const clock = clockFor(env);
	const accepted = await connected(url, (database) =>
		acceptInWriting({ database, clock, dataDir }, { ...asked, officerId: null })
	);
	if (!accepted.ok) {
		complain(WORDS[accepted.because]);
		return false;
	}
	const tell = toldNowAndThen();
	const done = await publishAccepted({ url, clock, dataDir, tell }, asked.importId);
	if (done.state === 'gone') complain(WORDS.gone);
	else if (done.state === 'published') {
		for (const line of ['Published.', ...sayPublished(done.published)]) say(line);
		await match(url, env);
	} else say('It is written down. The running product publishes it when its source is free.');
	return done.state !== 'gone';
}

async function refuse(
	url: string,
	{ env, asked }: { env: Env; asked: Parameters<typeof refuseExtract>[1] }
): Promise<boolean> {
	const refused = await connected(url, (database) =>
		refuseExtract({ database, clock: clockFor(env) }, asked)
	);
	say(refused.ok ? 'Refused. Nothing of it was taken.' : WORDS['not-waiting']);
	return refused.ok;
}

async function connected<Result>(
	url: string,
	work: (database: Database) => Promise<Result>
): Promise<Result> {
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		return await work(database);
	} finally {
		await database.close();
	}
}
