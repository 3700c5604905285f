/**
 * Whom an administrator may add and change, and what is refused. Nobody administers themselves, so that there is
 * always an administrator left who can sign in.
 */
import { z } from 'zod';
import { ROLES, type Role } from './roles.ts';

export type StaffRefusal =
	'email-taken' | 'extension-taken' | 'no-such-team' | 'no-such-person' | 'yourself';

/** What a person's place in the council is: all of it is an administrator's to give. */
export const place = z.object({
	role: z.enum(ROLES, 'Choose a role.'),
	teamId: z.string().min(1, 'Choose a team.').max(60),
	extension: z
		.string()
		.trim()
		.regex(/^\d{2,8}$/, 'Enter the extension as 2 to 8 digits, or leave it empty.')
		.nullable()
});

export const newPerson = place.extend({
	name: z.string().trim().min(1, 'Enter their name.').max(80, 'Enter a shorter name.'),
	email: z.email('Enter their email address in full.').max(120, 'Enter a shorter email address.')
});

export type Place = z.infer<typeof place>;
export type NewPerson = z.infer<typeof newPerson>;

/** One line of the list of staff. */
export type StaffMember = {
	id: string;
	name: string;
	email: string;
	role: Role;
	teamId: string;
	extension: string | null;
	canSignIn: boolean;
};

export type Team = { id: string; name: string };
