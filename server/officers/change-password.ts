/**
 * A person changes their own password. The old one is asked for and guesses at it are counted like guesses at signing
 * in; afterwards every session of theirs has ended, this one too.
 */
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { App } from '../app.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { checkPassword, type PasswordRefusal } from '#shared/officers/password.ts';
import { givePlaceBack, takePlace } from './attempts.ts';

export type PasswordChanged =
	{ ok: true } | { ok: false; because: PasswordRefusal | 'wrong' | 'too-many' };

export async function changePassword(
	{ auth, clock }: Pick<App, 'auth' | 'clock'>,
	{ officer, current, next }: { officer: Officer; current: string; next: string }
): Promise<PasswordChanged> {
	const { adapter, internalAdapter } = await auth.identities.$context;
	const person = await internalAdapter.findUserById(officer.id);
	const account = await internalAdapter.findCredentialAccount(officer.id);
	if (!person || !account?.password) return { ok: false, because: 'wrong' };

	const attempt = { email: person.email, address: `of ${officer.id}` };
	const place = await takePlace(adapter, attempt, Date.parse(clock.now()));
	if (!place.ok) return { ok: false, because: 'too-many' };
	const isRight = await verifyPassword({ hash: account.password, password: current });
	if (!isRight) return { ok: false, because: 'wrong' };
	await givePlaceBack(adapter, attempt);

	const checked = checkPassword(next, person);
	if (!checked.ok) return checked;
	await internalAdapter.updatePassword(officer.id, await hashPassword(next));
	await auth.endSessionsOf(officer.id);
	return { ok: true };
}
