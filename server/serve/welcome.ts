/** The few calm lines at the end of a start: where it is, and in a demo who may sign in. */
import type { App } from '../app.ts';
import { ROLE_NAMES } from '#shared/officers/roles.ts';

export function welcome({ env, demo }: Pick<App, 'env' | 'demo'>): string[] {
	const address = `Fairline is ready at ${env.origin}`;
	if (!demo) return [address];
	const widest = Math.max(...demo.officers.map(({ email }) => email.length));
	const signIns = demo.officers.map(
		({ email, name, role }) =>
			`  ${email.padEnd(widest)}  ${name}, ${ROLE_NAMES[role].toLowerCase()}`
	);
	return ['', address, '', `Sign in with the password "${demo.password}" as`, ...signIns, ''];
}
