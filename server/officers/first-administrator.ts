/**
 * The first start of a product that is no demo has nobody who could sign in. It makes one administrator, whose
 * password is said once and kept nowhere; everybody else is that person's to add.
 */
import type { Database } from '../db/client.ts';
import { addOfficer, newPassword } from './accounts.ts';
import type { Auth } from './auth.ts';
import { account, teams } from './tables.ts';

export type FirstAdministrator = { email: string; password: string };

const EMAIL = 'administrator@fairline.example';
const FIRST_TEAM = { id: 'first-team', name: 'First team' };
const FIRST_ADMINISTRATOR_LOCK = 7_710_449;

/** Null when there is somebody who can sign in. Processes that start together make one between them. */
export async function firstAdministrator({
	db,
	auth
}: {
	db: Pick<Database, 'orm' | 'sql'>;
	auth: Pick<Auth, 'identities'>;
}): Promise<FirstAdministrator | null> {
	// The turn is taken on a connection of the other pool, because better-auth writes on one of this.
	return db.sql.begin(async (turn) => {
		await turn`select pg_advisory_xact_lock(${FIRST_ADMINISTRATOR_LOCK})`;
		if ((await db.orm.select({ id: account.id }).from(account).limit(1)).length > 0) return null;
		await db.orm.insert(teams).values(FIRST_TEAM).onConflictDoNothing();
		const officer = {
			name: 'Administrator',
			email: EMAIL,
			role: 'administrator',
			teamId: FIRST_TEAM.id,
			extension: null
		} as const;
		const password = newPassword();
		await addOfficer(auth, { officer, password });
		return { email: EMAIL, password };
	});
}
