/** Claims whose decision nobody has recorded yet: an officer's own, a leader's all. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
	depends('app:claims');
	return { claims: await apiWith(fetch).claims.open.query() };
};
