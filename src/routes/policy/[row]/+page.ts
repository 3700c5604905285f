/** One row of council policy with all its versions. */
import { error } from '@sveltejs/kit';
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
	const { officer } = await parent();
	const { today, rows } = await apiWith(fetch).law.policy.see.query();
	const row = rows.find(({ rowId }) => rowId === params.row);
	if (!row || !officer) error(404, 'Policy has no such row.');
	return { today, row, officer };
};
