/** One arrangement, for whoever may see it. */
import { apiWith } from '$lib/api.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
	depends('app:plan');
	const seen = await apiWith(fetch).arrangements.see.mutate({ id: params.id });
	if (!seen.ok) error(403, 'You cannot open this plan. Open it from its customer’s contact.');
	return { plan: seen.page };
};
