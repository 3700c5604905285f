/** What is counted, for programs that watch: numbers of messages, and nothing of anybody. */
import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	text(locals.pages.metrics(), {
		headers: { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' }
	});
