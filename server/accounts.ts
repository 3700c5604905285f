/**
 * Who can sign in when the product starts. A demo has its council and that council's staff with one known password;
 * anything else has none of them, not even where a demo ran before, and begins with one administrator.
 */
import type { Settings } from './running.ts';
import type { App } from './app.ts';
import { OFFICERS } from './db/seed/officers.ts';
import { seedDemo } from './db/seed/seed-demo.ts';
import { closeDemoAccounts, openDemoAccounts, type Demo } from './officers/demo.ts';
import { firstAdministrator } from './officers/first-administrator.ts';

/** Null where it is no demo. */
export async function openAccounts(
	{ env, clock, say }: Pick<Settings, 'env' | 'clock' | 'say'>,
	{ db, auth }: Pick<App, 'db' | 'auth'>
): Promise<Demo | null> {
	const needs = { db, auth, officers: OFFICERS };
	if (env.demo) {
		// Only an empty database is filled: a second start keeps what was done in the first.
		await seedDemo({ url: env.databaseUrl, today: clock.today(), say });
		return openDemoAccounts(needs);
	}
	await closeDemoAccounts(needs);
	const made = await firstAdministrator(needs);
	if (made) {
		say(`The first administrator is ${made.email} with the password ${made.password}`);
		say('It is said this once and kept nowhere.');
	}
	return null;
}
