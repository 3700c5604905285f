/**
 * What an administrator does about the people who sign in. Whatever changes a person's place or password ends their
 * sessions, so that nothing open goes on with what they were. A password is said once, to whoever asked for it.
 */
import { hashPassword } from 'better-auth/crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { App } from '../app.ts';
import type { Orm } from '../db/client.ts';
import type { NewPerson, Place, StaffRefusal } from '#shared/officers/staff.ts';
import { addOfficer, credential, newPassword } from './accounts.ts';
import { teams, user } from './tables.ts';

type Needs = Pick<App, 'db' | 'auth'>;
type Refused = { ok: false; because: StaffRefusal };
type Done = { ok: true } | Refused;
type WithPassword = { ok: true; password: string } | Refused;
/** Who asks, and about whom. */
type About = { by: string; officerId: string };

export async function addPerson({ db, auth }: Needs, person: NewPerson): Promise<WithPassword> {
	const because = await refusalOf(db.orm, person);
	if (because) return { ok: false, because };
	const password = newPassword();
	await addOfficer(auth, { officer: person, password });
	return { ok: true, password };
}

export async function movePerson(
	{ db, auth }: Needs,
	{ by, officerId, to }: About & { to: Place }
): Promise<Done> {
	const because =
		(await refusalAbout(db.orm, { by, officerId })) ??
		(await refusalOf(db.orm, { ...to, id: officerId }));
	if (because) return { ok: false, because };
	const { internalAdapter } = await auth.identities.$context;
	await internalAdapter.updateUser(officerId, to);
	await auth.endSessionsOf(officerId);
	return { ok: true };
}

/** A new password, for a person who forgot theirs or who comes back. */
export async function resetPassword({ db, auth }: Needs, about: About): Promise<WithPassword> {
	const because = await refusalAbout(db.orm, about);
	if (because) return { ok: false, because };
	const { internalAdapter } = await auth.identities.$context;
	const password = newPassword();
	const hash = await hashPassword(password);
	await internalAdapter.deleteAccounts(about.officerId);
	await internalAdapter.linkAccount(credential(about.officerId, hash));
	await auth.endSessionsOf(about.officerId);
	return { ok: true, password };
}

/** The person stays, because the record of what they did does; they can no longer sign in. */
export async function closeAccount({ db, auth }: Needs, about: About): Promise<Done> {
	const because = await refusalAbout(db.orm, about);
	if (because) return { ok: false, because };
	const { internalAdapter } = await auth.identities.$context;
	await internalAdapter.deleteAccounts(about.officerId);
	await auth.endSessionsOf(about.officerId);
	return { ok: true };
}

async function refusalAbout(orm: Orm, { by, officerId }: About): Promise<StaffRefusal | null> {
	if (by === officerId) return 'yourself';
	const found = await orm.select({ id: user.id }).from(user).where(eq(user.id, officerId));
	return found.length === 0 ? 'no-such-person' : null;
}

/** The constraints say the same a second time. */
async function refusalOf(
	orm: Orm,
	{ id = '', email, extension, teamId }: Place & { id?: string; email?: string }
): Promise<StaffRefusal | null> {
	const team = await orm.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId));
	if (team.length === 0) return 'no-such-team';
	const others = (which: ReturnType<typeof eq>) =>
		orm
			.select({ id: user.id })
			.from(user)
			.where(and(which, ne(user.id, id)));
	if (email && (await others(eq(user.email, email.toLowerCase()))).length > 0) return 'email-taken';
	if (extension && (await others(eq(user.extension, extension))).length > 0) {
		return 'extension-taken';
	}
	return null;
}
