/** What other rooms ask about officers: whose screens a contact is on, and who is in the office at all. */
import { and, arrayContains, asc, eq } from 'drizzle-orm';
import { contacts } from '../contacts/tables.ts';
import type { Orm } from '../db/client.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { user } from './tables.ts';

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

export async function officersIn(orm: Orm, teamId: string): Promise<Officer[]> {
	const { id, name, role, extension } = user;
	return orm
		.select({ id, name, role, extension, teamId: user.teamId })
		.from(user)
		.where(eq(user.teamId, teamId))
		.orderBy(asc(user.name), asc(user.id));
}
