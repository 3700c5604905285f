/** What must be looked into first, and for a leader the files that the sources were told by. */
import { apiWith } from '$lib/api.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer } = await parent();
	const api = apiWith(fetch);
	const isLeader = officer ? hasAuthority(officer.role, 'leader') : false;
	const [urgent, files] = await Promise.all([
		api.outbox.urgent.query(),
		isLeader ? api.outbox.files.query() : null
	]);
	return { urgent, files, isLeader };
};
