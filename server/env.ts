/**
 * The one reader of the environment. A name that is wrong is refused with a sentence that says what it must be and
 * never repeats the value, because a value may be a password. The names are relied on by other programs: `.env.example`
 * explains each. The parent process hands its child one complete environment, so both read the same.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isDay, type Day, type Instant } from '#shared/time/day.ts';
import { isHost, isPort, readSwitches, type Source, type SwitchSettings } from './env-switches.ts';

export type Env = Readonly<{
	host: string;
	port: number;
	/** The one address people use, `http://localhost:3000`: cookies and the origin check hang on it. */
	origin: string;
	/** The council's own name, as screens and sentences say it. */
	council: string;
	/** An absolute folder; `dataDirGiven` is false when nobody chose it. */
	dataDir: string;
	dataDirGiven: boolean;
	/** An absolute folder: the files that source systems are told by. */
	outboxDir: string;
	/** Null asks for the embedded database. */
	databaseUrl: string | null;
	/** Null only with the embedded database: the parent makes one and keeps it in the data folder. */
	authSecret: string | null;
	demo: boolean;
	/** The day the demo's clock starts on, at 10:00 in London, and the real moment it was started. */
	demoDay: Day | null;
	demoStartedAt: Instant | null;
	redisUrl: string | null;
	switches: readonly SwitchSettings[];
}>;

export type EnvRead = { ok: true; env: Env } | { ok: false; because: readonly string[] };

export const ROOT = resolve(import.meta.dirname, '..');

/** The environment of this process, with what `.env` adds to it. What is set outside wins over the file. */
export function envOfProcess(instead: Source = {}): EnvRead {
	const file = join(ROOT, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
	return readEnv({ ...process.env, ...instead });
}

/** What a child process is started with: everything here, and on top of it what the parent decided. */
export function environmentWith(decided: Record<string, string>): NodeJS.ProcessEnv {
	return { ...process.env, ...decided };
}

/** SvelteKit's built server reads two names of its own when it is imported. */
export function tellAdapter(origin: string): void {
	process.env['ORIGIN'] = origin;
	process.env['BODY_SIZE_LIMIT'] = '128K';
}

export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

export function readEnv(source: Source): EnvRead {
	const given = withoutBlanks(source);
	const read = fields.safeParse(given);
	const because = read.success ? [] : read.error.issues.map((issue) => issue.message);
	const isEmbedded = given['DATABASE_URL'] === undefined;
	const demo = given['DEMO'] ? given['DEMO'] === '1' : isEmbedded && isLoopback(hostOf(given));
	const switches = readSwitches({ source: given, demo });

	if (!isEmbedded && given['AUTH_SECRET'] === undefined) {
		because.push('AUTH_SECRET is needed with DATABASE_URL: 32 or more random characters.');
	}
	if (given['DEMO_DAY'] && !demo) because.push('DEMO_DAY works only with DEMO=1: leave it out.');
	if (!switches.ok) because.push(...switches.because);
	if (!read.success || !switches.ok || because.length > 0) return { ok: false, because };

	const { data } = read;
	const env: Env = {
		host: data.HOST,
		port: data.PORT,
		origin: data.ORIGIN ?? `http://localhost:${data.PORT}`,
		council: data.COUNCIL,
		dataDir: resolve(ROOT, data.DATA_DIR ?? '.data'),
		dataDirGiven: data.DATA_DIR !== undefined,
		outboxDir: resolve(ROOT, data.OUTBOX_DIR ?? join(data.DATA_DIR ?? '.data', 'outbox')),
		databaseUrl: data.DATABASE_URL ?? null,
		authSecret: data.AUTH_SECRET ?? null,
		demo,
		demoDay: data.DEMO_DAY ?? null,
		demoStartedAt: data.DEMO_STARTED_AT ?? null,
		redisUrl: data.REDIS_URL ?? null,
		switches: switches.switches
	};
	return { ok: true, env: Object.freeze(env) };
}

/** A name set to nothing is a name not set: that is how people empty a line of `.env`. */
function withoutBlanks(source: Source): Source {
	const filled = Object.entries(source).map(([name, value]) => [name, value?.trim()] as const);
	return Object.fromEntries(filled.filter(([, value]) => value !== undefined && value !== ''));
}

const hostOf = (given: Source) => given['HOST'] ?? '127.0.0.1';

const text = (matches: (value: string) => boolean, sentence: string) =>
	z.string().refine(matches, sentence);

const fields = z.object({
	HOST: text(
		isHost,
		'HOST must be an address or a name of this machine, such as 127.0.0.1.'
	).default('127.0.0.1'),
	PORT: text(isPort, 'PORT must be a whole number from 1 to 65535.')
		.default('3000')
		.transform(Number),
	ORIGIN: text(
		isOrigin,
		'ORIGIN must be the address people open and nothing after it, such as https://fairline.example.gov.uk.'
	)
		.transform((value) => new URL(value).origin)
		.optional(),
	COUNCIL: z
		.string()
		.max(60, 'COUNCIL must be the name of the council in sixty letters or fewer.')
		.default('Northmere City Council'),
	DATA_DIR: text((value) => !value.includes('\0'), 'DATA_DIR must be a folder.').optional(),
	OUTBOX_DIR: text((value) => !value.includes('\0'), 'OUTBOX_DIR must be a folder.').optional(),
	DATABASE_URL: text(
		(value) => isUrlOf(value, ['postgres:', 'postgresql:']) && new URL(value).pathname.length > 1,
		'DATABASE_URL must be like postgres://user:password@host:5432/database.'
	).optional(),
	AUTH_SECRET: text(
		(value) => value.length >= 32,
		'AUTH_SECRET must be 32 or more random characters.'
	).optional(),
	DEMO: text((value) => value === '0' || value === '1', 'DEMO must be 1 or 0.').optional(),
	DEMO_DAY: z.string().refine(isDay, 'DEMO_DAY must be a day written as YYYY-MM-DD.').optional(),
	DEMO_STARTED_AT: z
		.string()
		.refine(
			isInstant,
			'DEMO_STARTED_AT must be a moment such as 2026-11-21T09:30:00.000Z, or left out.'
		)
		.optional(),
	REDIS_URL: text(
		(value) => isUrlOf(value, ['redis:', 'rediss:']),
		'REDIS_URL must be like redis://host:6379.'
	).optional()
});

function isUrlOf(value: string, protocols: readonly string[]): boolean {
	if (!URL.canParse(value)) return false;
	const url = new URL(value);
	return protocols.includes(url.protocol) && url.hostname !== '';
}

function isOrigin(value: string): boolean {
	if (!isUrlOf(value, ['http:', 'https:'])) return false;
	const { pathname, search, hash, username, password } = new URL(value);
	return pathname === '/' && `${search}${hash}${username}${password}` === '';
}

function isInstant(value: string): value is Instant {
	const at = new Date(value);
	return !Number.isNaN(at.getTime()) && at.toISOString() === value;
}
