/** What is asked of a leader, inside the page itself. To another team's leader there is no such page. */
import { error } from '@sveltejs/kit';
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const load: PageLoad = async ({ fetch, parent, params }) => {
	const { officer, council } = await parent();
	if (!officer) error(401, 'You are signed out. Sign in again.');
	const approvalId = params.id;
	const api = apiWith(fetch);
	const seen = ID.test(approvalId) && (await api.approvals.view.query({ approvalId }));
	if (!seen || !seen.ok) error(404, 'There is no such request in your team.');
	const [tiles, teams] = await Promise.all([
		api.monitoring.tiles.query(),
		api.monitoring.teams.query()
	]);
	return { officer, council, seen, tiles, teams };
};
