/** The guideline figures that are in force and those to come. */
import { error } from '@sveltejs/kit';
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer } = await parent();
	if (!officer) error(404, 'There is no such page.');
	return { ...(await apiWith(fetch).affordability.guidelines.query()), officer };
};
