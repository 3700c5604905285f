/** Late payment plans: those an officer agreed, and for a leader those whose time to be put right is over. */
import { apiWith } from '$lib/api.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer } = await parent();
	const { arrangements } = apiWith(fetch);
	const isLeader = officer != null && hasAuthority(officer.role, 'leader');
	const [own, toLookAt] = await Promise.all([
		arrangements.ownLate.query(),
		isLeader ? arrangements.toLookAt.query() : null
	]);
	return { own, toLookAt };
};
