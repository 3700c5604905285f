/** Whether calls can be taken now, and by name what is not ready: the database, its migrations, a switch, the build. */
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const notReady = await locals.pages.notReady();
	const ready = notReady.length === 0;
	return json(
		{ ready, notReady },
		{ status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
