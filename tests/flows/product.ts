/**
 * `test` for flows with people in them: the product put together as the server does, listening on a port of its own,
 * and one person of each role who can sign in to it, with a second officer for what is somebody else's.
 */
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '#server/app.ts';
import { fixedClock } from '#server/clock.ts';
import { readEnv } from '#server/env.ts';
import { openLog } from '#server/log.ts';
import { startApp } from '#server/main.ts';
import { addOfficer } from '#server/officers/accounts.ts';
import { teams } from '#server/officers/tables.ts';
import type { Pages } from '#server/pages.ts';
import type { Settings } from '#server/running.ts';
import type { Officer, Role } from '#shared/officers/roles.ts';
import { instant } from '#shared/time/day.ts';
import { northmere, test as plain } from './flow.ts';

export const PASSWORD = 'a password for tests';
export const AT = instant('2026-11-19T10:00:00.000Z');

const TEAM = { id: 'revenues', name: 'Revenues' };
const SOMEBODY: Record<string, { name: string; role: Role; extension: string | null }> = {
	priya: { name: 'Priya Shah', role: 'officer', extension: '1001' },
	daniel: { name: 'Daniel Okafor', role: 'officer', extension: '1002' },
	ruth: { name: 'Ruth Ellison', role: 'leader', extension: '1003' },
	marcus: { name: 'Marcus Webb', role: 'manager', extension: null },
	alice: { name: 'Alice Tan', role: 'administrator', extension: null }
};

export type Product = {
	app: App;
	pages: Pages;
	origin: string;
	/** By first name: priya, daniel (officers), ruth (leader), marcus (manager), alice (administrator). */
	people: Readonly<Record<string, Officer>>;
	/** Every line of the log so far. */
	lines: readonly string[];
	/** The cookie header of a new session. */
	signIn(name: string): Promise<string>;
	close(): Promise<void>;
};

export const test = withProduct(plain);
/** The same with Northmere's named people and their debts. */
export const northmereProduct = withProduct(northmere);

function withProduct(flow: typeof plain) {
	return flow.extend(
		'product',
		{ scope: 'file' },
		async ({ databaseUrl, owner }, { onCleanup }) => {
			// Of the seed's own staff some have the same names.
			await owner`delete from tiles`;
			await owner`delete from auth_user`;
			const product = await openProduct(databaseUrl);
			onCleanup(() => product.close());
			return product;
		}
	);
}

/** `environment` has what is not as usual in a test. */
export async function openProduct(
	databaseUrl: string,
	environment: Readonly<Record<string, string>> = {}
): Promise<Product> {
	const http = createServer();
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
	const lines: string[] = [];
	const { app, pages, dispose } = await startApp(
		settingsFor({ databaseUrl, origin, http, lines, environment })
	);
	const people = await addPeople(app);
	return {
		app,
		pages,
		origin,
		people,
		lines,
		signIn: (name) => cookieOf(app, name),
		async close() {
			await dispose();
			await new Promise((resolve) => http.close(resolve));
		}
	};
}

export function settingsFor({
	databaseUrl,
	origin,
	http,
	lines,
	environment = {}
}: {
	databaseUrl: string;
	origin: string;
	http: Server;
	lines: string[];
	environment?: Readonly<Record<string, string>>;
}): Settings {
	const authSecret = 's'.repeat(32);
	const usual = {
		ORIGIN: origin,
		AUTH_SECRET: authSecret,
		DATABASE_URL: databaseUrl,
		OUTBOX_DIR: mkdtempSync(join(tmpdir(), 'fairline-outbox-'))
	};
	const read = readEnv({ ...usual, ...environment });
	if (!read.ok) throw new Error(read.because.join(' '));
	return {
		env: { ...read.env, databaseUrl, authSecret },
		clock: fixedClock(AT),
		log: openLog((line) => lines.push(line)),
		say: () => undefined,
		build: 'test',
		http
	};
}

async function addPeople(app: App): Promise<Record<string, Officer>> {
	await app.db.orm.insert(teams).values(TEAM);
	const people: Record<string, Officer> = {};
	for (const [first, person] of Object.entries(SOMEBODY)) {
		const officer = { ...person, email: emailOf(first), teamId: TEAM.id };
		const id = await addOfficer(app.auth, { officer, password: PASSWORD });
		people[first] = { id, teamId: TEAM.id, ...person };
	}
	return people;
}

export const emailOf = (first: string) => `${first}@northmere.example`;

async function cookieOf(app: App, first: string): Promise<string> {
	const attempt = { email: emailOf(first), address: '192.0.2.1', userAgent: null };
	const result = await app.auth.signIn({ ...attempt, password: PASSWORD });
	if (!result.ok) throw new Error(`${first} could not sign in: ${result.because}`);
	return result.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
