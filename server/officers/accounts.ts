/**
 * Making the accounts people sign in with. The person and the password are written together by better-auth, so that
 * there is never one without the other.
 */
import { hashPassword } from 'better-auth/crypto';
import { randomInt } from 'node:crypto';
import type { Role } from '#shared/officers/roles.ts';
import type { Auth } from './auth.ts';

export type NewOfficer = {
	name: string;
	email: string;
	role: Role;
	teamId: string;
	extension: string | null;
};

export async function addOfficer(
	{ identities }: Pick<Auth, 'identities'>,
	{ officer, password }: { officer: NewOfficer; password: string }
): Promise<string> {
	const { adapter } = await identities.$context;
	const hash = await hashPassword(password);
	return adapter.transaction(async (tx) => {
		const email = officer.email.toLowerCase();
		const added = await tx.create<Record<string, unknown>, { id: string }>({
			model: 'user',
			data: { ...officer, email, emailVerified: true }
		});
		await tx.create({ model: 'account', data: credential(added.id, hash) });
		return added.id;
	});
}

/** The row that lets a person sign in with a password. */
export function credential(userId: string, hash: string) {
	return { userId, accountId: userId, providerId: 'credential', password: hash };
}

/** `k7mq-x2vh-9rtd-4wnz-c8pf`: as strong as a key, and short enough to copy by eye once. */
export function newPassword(): string {
	const letters = '23456789bcdfghjkmnpqrtvwxz';
	const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
	return Array.from({ length: 5 }, four).join('-');
}
