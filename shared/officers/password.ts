/**
 * What a password must be: long, and not what everybody would try first. No rules about kinds of character, which
 * make passwords worse (National Cyber Security Centre, Password policy, 2018).
 */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-simple' | 'names-you';

export type PasswordCheck = { ok: true } | { ok: false; because: PasswordRefusal };

const FEWEST_DIFFERENT = 5;

export function checkPassword(
	password: string,
	whose: { name: string; email: string }
): PasswordCheck {
	const length = [...password].length;
	if (length < SHORTEST_PASSWORD) return { ok: false, because: 'too-short' };
	if (password.length > LONGEST_PASSWORD) return { ok: false, because: 'too-long' };
	const lower = password.toLowerCase();
	if (new Set(lower).size < FEWEST_DIFFERENT) return { ok: false, because: 'too-simple' };
	const names = [whose.email.split('@')[0] ?? '', ...whose.name.split(/\s+/)];
	const isNamed = names.some((name) => name.length > 3 && lower.includes(name.toLowerCase()));
	return isNamed ? { ok: false, because: 'names-you' } : { ok: true };
}
