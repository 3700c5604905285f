/** The gallery is for whoever builds and shows the product: there while developing and in a demo, nowhere else. */
import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	if (!dev && !locals.pages.demo) error(404, 'There is no such page.');
};
