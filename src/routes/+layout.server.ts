/** What every page carries: who is signed in, and the server's time. */
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	if (locals.isBarred) error(403, 'Your role cannot open this page.');
	const at = locals.pages.now();
	return locals.officer ? { at, officer: locals.officer } : { at };
};
