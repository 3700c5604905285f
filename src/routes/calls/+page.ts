/** What the officer's page begins with: everything on their screen, inside the page itself. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	const api = apiWith(fetch);
	const [contacts, tile, scenarios] = await Promise.all([
		api.contacts.mine.query(),
		api.monitoring.mine.query(),
		api.telephony.scenarios.query()
	]);
	return { contacts, tile, scenarios };
};
