/** Where a person goes once they are signed in: the page they asked for, if it is one of ours and theirs to open. */
import { authorityForPage, hasAuthority, homeOf } from '#shared/officers/authority.ts';
import type { Role } from '#shared/officers/roles.ts';

/** A path of our own: not another site's address in any of the ways browsers read one. */
const OUR_PATH = /^\/(?![/\\])[\w\-./]*$/;

export function pageAfterSignIn(role: Role, asked: string | null): string {
	if (!asked || asked === '/' || asked.startsWith('/sign-in') || !OUR_PATH.test(asked)) {
		return homeOf(role);
	}
	return hasAuthority(role, authorityForPage(asked)) ? asked : homeOf(role);
}
