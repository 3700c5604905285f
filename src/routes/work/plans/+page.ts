/** Payment plans that wait for somebody: late, to be reviewed, and for a leader those to look at and those broken. */
import { apiWith } from '$lib/api.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer } = await parent();
	const { arrangements } = apiWith(fetch);
	const isLeader = officer != null && hasAuthority(officer.role, 'leader');
	const [own, toReview, toLookAt, broken] = await Promise.all([
		arrangements.ownLate.query(),
		arrangements.toReview.query(),
		isLeader ? arrangements.toLookAt.query() : null,
		isLeader ? arrangements.broken.query() : null
	]);
	return { own, toReview, toLookAt, broken };
};
