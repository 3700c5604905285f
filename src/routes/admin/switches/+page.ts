import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	switches: await apiWith(fetch).webhooks.all.query()
});
