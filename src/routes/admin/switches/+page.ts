import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const { webhooks } = apiWith(fetch);
	const [switches, officers] = await Promise.all([webhooks.all.query(), webhooks.officers.query()]);
	return { switches, officers };
};
