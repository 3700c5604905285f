/** Questions and commands. Always posted: what is asked stands in no address. */
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, locals }) => {
	const { officer, requestId } = locals;
	return locals.pages.answer(request, { officer, requestId });
};
