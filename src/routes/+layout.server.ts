/** What every page carries: who is signed in, and the server's time. */
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { council } = locals.pages;
	const at = locals.pages.now();
	return locals.officer ? { at, council, officer: locals.officer } : { at, council };
};
