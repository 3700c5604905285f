/** The files of money that were sent last. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	files: await apiWith(fetch).income.files.query()
});
