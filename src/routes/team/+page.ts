/** What a team's board begins with: its tiles and what stands beside them, inside the page itself. */
import { error } from '@sveltejs/kit';
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer, council } = await parent();
	if (!officer) error(401, 'You are signed out. Sign in again.');
	const api = apiWith(fetch);
	const [tiles, teams, urgent] = await Promise.all([
		api.monitoring.tiles.query(),
		api.monitoring.teams.query(),
		api.outbox.urgent.query()
	]);
	return { officer, council, tiles, teams, urgent, wall: true };
};
