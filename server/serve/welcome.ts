/** The few calm lines at the end of a start: where it is, and in a demo who may sign in. */
import type { App } from '../app.ts';
import { ROLE_NAMES, type Role } from '#shared/officers/roles.ts';

/** Enough to begin with; the sign-in page lists everybody. */
const SHOWN: Record<Role, number> = { officer: 2, leader: 1, manager: 1, administrator: 1 };

export function welcome({ env, demo }: Pick<App, 'env' | 'demo'>): string[] {
	const address = `Fairline is ready at ${env.origin}`;
	if (!demo) return [address];
	const shown = demo.officers.filter(
		({ role }, at, all) =>
			all.slice(0, at).filter((other) => other.role === role).length < SHOWN[role]
	);
	const widest = Math.max(...shown.map(({ email }) => email.length));
	const signIns = shown.map(
		({ email, name, role }) =>
			`  ${email.padEnd(widest)}  ${name}, ${ROLE_NAMES[role].toLowerCase()}`
	);
	return ['', address, '', `Sign in with the password "${demo.password}" as`, ...signIns, ''];
}
