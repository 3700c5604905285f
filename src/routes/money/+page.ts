/** What was typed at the counter lately. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	kept: await apiWith(fetch).income.byHand.lately.query()
});
