/** One arrangement, for whoever may see it. */
import { apiWith } from '$lib/api.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends, parent }) => {
	depends('app:plan');
	const seen = await apiWith(fetch).arrangements.see.mutate({ id: params.id });
	if (!seen.ok) error(403, 'You cannot open this plan. Open it from its customer’s contact.');
	const { officer } = await parent();
	const isLeader = officer != null && hasAuthority(officer.role, 'leader');
	const isBroken = seen.page.state === 'broken' && isLeader;
	const proposed = isBroken
		? await apiWith(fetch).arrangements.proposed.mutate({ id: params.id })
		: [];
	return { plan: seen.page, proposed };
};
