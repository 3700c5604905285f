/**
 * The demo's accounts. Their one password is known to everybody, so they can be signed in to only while the product
 * runs as a demo, and only those on the list that is handed in: opening gives a listed officer the password, closing
 * takes it and their sessions away again, and nobody else is touched by either.
 */
import { hashPassword } from 'better-auth/crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import type { Role } from '#shared/officers/roles.ts';
import { credential } from './accounts.ts';
import type { Auth } from './auth.ts';
import { account, user } from './tables.ts';

export const DEMO_PASSWORD = 'northmere demo';

export type DemoOfficer = { id: string; name: string; email: string; role: Role };

export type Demo = { password: string; officers: readonly DemoOfficer[] };

type Needs = {
	db: Pick<Database, 'orm'>;
	auth: Pick<Auth, 'identities' | 'endSessionsOf'>;
	/** The list: whoever is on it and in the database. */
	officers: readonly { id: string }[];
};

/** Gives every listed officer the demo's password, unless they have one already. Call it only in a demo. */
export async function openDemoAccounts({ db, auth, officers }: Needs): Promise<Demo> {
	const listed = await listedIn(db, officers);
	const { adapter } = await auth.identities.$context;
	const having = new Set((await passwordsOf(db, listed)).map((row) => row.userId));
	const without = listed.filter((officer) => !having.has(officer.id));
	if (without.length > 0) {
		// One digest for all: it is one password, and working it out is slow on purpose.
		const hash = await hashPassword(DEMO_PASSWORD);
		for (const { id } of without) {
			await adapter.create({ model: 'account', data: credential(id, hash) });
		}
	}
	return { password: DEMO_PASSWORD, officers: listed };
}

/** Takes the password and the sessions of every listed officer away. Call it at every start that is no demo. */
export async function closeDemoAccounts({ db, auth, officers }: Needs): Promise<void> {
	const listed = await listedIn(db, officers);
	const { internalAdapter } = await auth.identities.$context;
	for (const { id, userId } of await passwordsOf(db, listed)) {
		await internalAdapter.deleteAccount(id);
		await auth.endSessionsOf(userId);
	}
}

async function listedIn(
	db: Pick<Database, 'orm'>,
	officers: readonly { id: string }[]
): Promise<DemoOfficer[]> {
	const ids = officers.map((officer) => officer.id);
	const { id, name, email, role } = user;
	const rows = await db.orm.select({ id, name, email, role }).from(user).where(inArray(id, ids));
	return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

function passwordsOf(db: Pick<Database, 'orm'>, officers: readonly { id: string }[]) {
	const ids = officers.map((officer) => officer.id);
	return db.orm
		.select({ id: account.id, userId: account.userId })
		.from(account)
		.where(and(inArray(account.userId, ids), eq(account.providerId, 'credential')));
}
