/** What is asked about officers: whose screens a contact is on, and who there is at all. */
import { and, arrayContains, asc, eq, exists, inArray, sql } from 'drizzle-orm';
import { contacts } from '../contacts/tables.ts';
import type { Orm } from '../db/client.ts';
import type { StaffMember, Team } from '#shared/officers/staff.ts';
import { account, teams, user } from './tables.ts';

/** Whether a contact is, or was until it closed, on this officer's screens. */
export async function isOnScreenOf(
	orm: Orm,
	{ officerId, contactId }: { officerId: string; contactId: string }
): Promise<boolean> {
	const rows = await orm
		.select({ id: contacts.id })
		.from(contacts)
		.where(and(eq(contacts.id, contactId), arrayContains(contacts.officerIds, [officerId])));
	return rows.length > 0;
}

export async function teamOf(
	orm: Pick<Orm, 'select'>,
	officerId: string
): Promise<string | undefined> {
	const [row] = await orm.select({ teamId: user.teamId }).from(user).where(eq(user.id, officerId));
	return row?.teamId;
}

/** Those of them that there still are. */
export async function officersOf(
	orm: Pick<Orm, 'select'>,
	officerIds: readonly string[]
): Promise<Pick<StaffMember, 'id' | 'name' | 'role' | 'teamId'>[]> {
	const { id, name, role, teamId } = user;
	return orm
		.select({ id, name, role, teamId })
		.from(user)
		.where(inArray(id, [...officerIds]));
}

/** Everybody who ever could sign in, by name. */
export async function staffIn(orm: Pick<Orm, 'select'>): Promise<StaffMember[]> {
	const { id, name, email, role, teamId, extension } = user;
	const canSignIn = exists(
		orm.select({ id: account.id }).from(account).where(eq(account.userId, id))
	).mapWith(Boolean);
	return orm
		.select({ id, name, email, role, teamId, extension, canSignIn: sql<boolean>`${canSignIn}` })
		.from(user)
		.orderBy(asc(name), asc(id));
}

export async function teamsIn(orm: Orm): Promise<Team[]> {
	return orm.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name));
}
