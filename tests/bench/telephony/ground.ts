/**
 * Where the load is: a product as `npm start` runs it with a Postgres of its own, the switch, the least pipeline on the
 * same database, and the officers' screens of both, each a process of its own. All of it ends with the bench.
 */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { sentence } from '#server/sentence.ts';
import { startProduct } from '../../journeys/product.ts';
import type { Say } from '../bench.ts';
import { groundFor } from '../ground.ts';
import { nextFrom } from '../protocol.ts';
import { childOf, endOf } from '../side.ts';
import type {
	HostileSaid,
	LeastSaid,
	OfficersSaid,
	Person,
	Pop,
	Ring,
	SideName,
	SwitchSaid
} from './said.ts';
import { addStaff, extensions, signedIn } from './staff.ts';

export type Load = {
	sql: Sql;
	line: ChildProcess;
	/** The second switch of the product, which goes wrong when asked. */
	hostile: ChildProcess;
	/** Calls at an even pace, and what came of them once all is quiet. */
	play(asked: { side: SideName; ms: number; perSecond: number }): Promise<Played>;
	/** Until the officers have finished with every contact. */
	settle(): Promise<void>;
	/** Resident memory of the product's server. */
	memory(): number;
};

export type Played = { rings: readonly Ring[]; pops: readonly Pop[] };

/** Whoever stops the bench stops all of it. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const CALLERS = 200;
/** After the last call has ended: its officer finishes with it. */
const QUIET_MS = 500;
const PATIENCE_MS = 120_000;

export async function onLoad(
	{ isAlone, say }: { isAlone: boolean; say: Say },
	work: (load: Load) => Promise<void>
): Promise<void> {
	const ends: (() => Promise<unknown>)[] = [];
	const { promise: told, reject } = Promise.withResolvers<never>();
	const stop = () => reject(sentence('Stopped before its end.'));
	for (const signal of SIGNALS) process.once(signal, stop);
	const child = (file: string, asked: object) => {
		const started = childOf(file, asked);
		ends.push(() => endOf(started));
		return started;
	};
	let working: Promise<void> = Promise.resolve();
	try {
		const ground = await groundFor({ isAlone, say });
		ends.push(() => ground.clear());
		working = begun({ ground, child, say, ends }).then(work);
		await Promise.race([working, told]);
	} finally {
		await endAll(ends);
		// What was still being started when it was stopped.
		await Promise.allSettled([working]);
		await endAll(ends);
		for (const signal of SIGNALS) process.off(signal, stop);
	}
}

async function endAll(ends: (() => Promise<unknown>)[]): Promise<void> {
	for (let end = ends.pop(); end; end = ends.pop()) await end();
}

async function begun({
	ground,
	child,
	say,
	ends
}: {
	ground: Awaited<ReturnType<typeof groundFor>>;
	child: (file: string, asked: object) => ChildProcess;
	say: Say;
	ends: (() => Promise<unknown>)[];
}): Promise<Load> {
	const line = child('telephony/switch.ts', { extensions });
	const { ports } = await nextFrom<SwitchSaid, 'listening'>(line, 'listening');
	const hostile = child('telephony/hostile.ts', {});
	const wrong = await nextFrom<HostileSaid, 'listening'>(hostile, 'listening');
	say('Starting the product ...');
	const product = await startProduct({
		...ground.settings,
		TELEPHONY: 'asterisk,asterisk:2',
		ASTERISK_PORT: String(ports.ours),
		ASTERISK_2_PORT: String(wrong.port)
	});
	ends.push(() => product.stop());
	const pid = serverOf(product.printed());
	const databaseUrl = await ground.urlFor(product);
	const sql = postgres(databaseUrl, { max: 1 });
	ends.push(() => sql.end());
	await addStaff(databaseUrl);
	line.send({ kind: 'numbers', numbers: await callersIn(sql) });
	const joined = nextFrom<SwitchSaid, 'joined'>(line, 'joined');
	const least = child('telephony/least.ts', { databaseUrl, amiPort: ports.least });
	const { origin } = await nextFrom<LeastSaid, 'listening'>(least, 'listening');
	say(`Signing ${extensions.length} officers in ...`);
	const people = await signedIn(product.origin);
	await joined;
	const officers = {
		ours: child('telephony/officers.ts', { origin: product.origin, people }),
		least: child('telephony/officers.ts', { origin, people: people.map(withoutCookie) })
	};
	await Promise.all(
		Object.values(officers).map((each) => nextFrom<OfficersSaid, 'ready'>(each, 'ready'))
	);
	return {
		sql,
		line,
		hostile,
		memory: () => residentOf(pid),
		settle: async () => void (await taken(officers.ours)),
		play: (asked) => played(asked, { line, officers: officers[asked.side] })
	};
}

const withoutCookie = (person: Person): Person => ({ ...person, cookie: null });

async function played(
	asked: { side: SideName; ms: number; perSecond: number },
	{ line, officers }: { line: ChildProcess; officers: ChildProcess }
): Promise<Played> {
	line.send({ kind: 'play', ...asked });
	const patienceMs = asked.ms + 15_000;
	const { rings } = await nextFrom<SwitchSaid, 'played'>(line, 'played', patienceMs);
	return { rings, pops: await taken(officers) };
}

/** What came to their screens since it was last asked, once they have finished with everything. */
async function taken(officers: ChildProcess): Promise<readonly Pop[]> {
	await pause(QUIET_MS);
	officers.send('take');
	const { pops, refused } = await nextFrom<OfficersSaid, 'taken'>(officers, 'taken', PATIENCE_MS);
	if (refused > 0) throw new Error(`${refused} contacts could not be finished with.`);
	return pops;
}

/** Callers of the demo, some of whom share a number. */
async function callersIn(sql: Sql): Promise<string[]> {
	const rows = await sql<{ e164: string }[]>`
		select e164 from customer_phones where to_on is null
		group by e164 order by md5(e164) limit ${CALLERS}`;
	return rows.map(({ e164 }) => e164);
}

function serverOf(printed: string): number {
	const line = printed.split('\n').findLast((each) => each.includes('"event":"listening"')) ?? '';
	const pid = Number(/"process":(\d+)/.exec(line)?.[1]);
	if (!pid) throw new Error('The product did not say which process serves.');
	return pid;
}

/** In megabytes. */
function residentOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
