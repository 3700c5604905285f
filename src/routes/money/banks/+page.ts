/** What banks told of Direct Debits, from the oldest or from where the last page ended. */
import { apiWith } from '$lib/api.ts';
import { isDay } from '#shared/time/day.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const [on, id] = [url.searchParams.get('on'), url.searchParams.get('after')];
	const after = on !== null && isDay(on) && id !== null ? { on, id } : null;
	return { after, seen: await apiWith(fetch).income.advices.list.query({ after }) };
};
