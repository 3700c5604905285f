/** What an officer's own work begins with, inside the page itself. */
import { error } from '@sveltejs/kit';
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { officer, council } = await parent();
	if (!officer) error(401, 'You are signed out. Sign in again.');
	const api = apiWith(fetch);
	const [contacts, tile, work, queues, urgent, canRing] = await Promise.all([
		api.contacts.mine.query(),
		api.monitoring.mine.query(),
		api.monitoring.work.query(),
		api.monitoring.queues.query(),
		api.outbox.urgent.query(),
		api.telephony.canRing.query()
	]);
	return { officer, council, contacts, tile, work, queues, urgent, canRing };
};
