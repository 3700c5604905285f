/** What was done on debts in a moratorium and must be taken back. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	debts: await apiWith(fetch).debts.toPutRight.query()
});
