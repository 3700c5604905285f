/** The process answers. Whether it can do its work is `/health/ready`'s question. */
import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	text('live\n', { headers: { 'cache-control': 'no-store' } });
