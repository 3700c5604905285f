/** What must be looked into first, the changes that no system shows yet, and for a leader the files that the sources were told by. */
import { apiWith } from '$lib/api.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer } = await parent();
	const api = apiWith(fetch);
	const isLeader = officer ? hasAuthority(officer.role, 'leader') : false;
	const [urgent, changes, files] = await Promise.all([
		api.outbox.urgent.query(),
		api.changes.open.query(),
		isLeader ? api.outbox.files.query() : null
	]);
	return { urgent, changes, files, isLeader };
};
