/**
 * Which role may do what kind of thing, and which page each begins on. A leader may what an officer may, a manager
 * what a leader may; an administrator has settings and imports and no customers, so is outside that ladder.
 */
import type { Role } from './roles.ts';

/** What a procedure or a page asks of the person. `anyone` still means somebody signed in. */
export const AUTHORITIES = [
	'anyone',
	'officer',
	'leader',
	'manager',
	'administrator',
	'files'
] as const;

export type Authority = (typeof AUTHORITIES)[number];

const ROLES_WITH: Record<Authority, readonly Role[]> = {
	anyone: ['officer', 'leader', 'manager', 'administrator'],
	officer: ['officer', 'leader', 'manager'],
	leader: ['leader', 'manager'],
	manager: ['manager'],
	administrator: ['administrator'],
	/** Files of money: what comes of them is sums and counts, and nobody's name. */
	files: ['leader', 'manager', 'administrator']
};

export function hasAuthority(role: Role, authority: Authority): boolean {
	return ROLES_WITH[authority].includes(role);
}

const HOMES: Record<Role, string> = {
	officer: '/calls',
	leader: '/team',
	manager: '/team',
	administrator: '/admin'
};

/** The page a person begins on. */
export function homeOf(role: Role): string {
	return HOMES[role];
}

/** The first part of a page's path, and what it asks. A page not listed asks only that somebody is signed in. */
const PAGES: Record<string, Authority> = {
	calls: 'officer',
	desk: 'officer',
	work: 'officer',
	money: 'officer',
	team: 'leader',
	cases: 'leader',
	records: 'leader',
	law: 'manager',
	policy: 'leader',
	admin: 'administrator'
};

export function authorityForPage(path: string): Authority {
	const first = path.split('/')[1] ?? '';
	return Object.hasOwn(PAGES, first) ? (PAGES[first] ?? 'anyone') : 'anyone';
}
