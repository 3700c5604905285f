/** The bare address leads each person to the page they begin on. */
import { redirect } from '@sveltejs/kit';
import { homeOf } from '#shared/officers/authority.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	redirect(303, locals.officer ? homeOf(locals.officer.role) : '/sign-in');
};
