/** The pages in the top bar, by what a role may open, and where each begins. */
import { authorityForPage, hasAuthority } from '#shared/officers/authority.ts';
import type { Role } from '#shared/officers/roles.ts';

export type Place = { href: string; name: string };

const PLACES: readonly Place[] = [
	{ href: '/calls', name: 'Calls' },
	{ href: '/desk', name: 'Desk' },
	{ href: '/work', name: 'My work' },
	{ href: '/money', name: 'Money' },
	{ href: '/team', name: 'Team' },
	{ href: '/cases', name: 'Cases' },
	{ href: '/records', name: 'Records' },
	{ href: '/law', name: 'Law' },
	{ href: '/policy', name: 'Policy' },
	{ href: '/admin', name: 'Settings' }
];

export function placesFor(role: Role): readonly Place[] {
	return PLACES.filter((place) => hasAuthority(role, authorityForPage(place.href)));
}

export function isAt(place: Place, path: string): boolean {
	return path === place.href || path.startsWith(`${place.href}/`);
}
