/**
 * The front door. Every request has a short id, comes from our own pages if it changes anything, is of a reasonable
 * size, and belongs to somebody signed in whose role may open the page; every answer carries the headers that keep it
 * ours. What a procedure asks of a person is the procedure's own business.
 */
import {
	error,
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent
} from '@sveltejs/kit';
import { authorityForPage, hasAuthority } from '#shared/officers/authority.ts';

/** Paths that look after themselves, or that nobody need be signed in for. */
const OPEN = new Set(['sign-in', 'health', 'trpc', 'window']);
/** Nobody's session counts there: the customer's own window is nobody's page, whatever browser it is opened in. */
const NOBODYS = new Set(['health', 'window']);
const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LARGEST_BODY_BYTES = 128 * 1024;

export const handle: Handle = async ({ event, resolve }) => {
	const pages = globalThis.fairline;
	if (!pages) error(503, 'Fairline is starting. Try again in a moment.');
	const { locals, request } = event;
	const first = event.url.pathname.split('/')[1] ?? '';
	Object.assign(locals, { pages, requestId: pages.newRequestId(), officer: null });
	if (first !== 'health') refuseStrangers(request, pages.origin);
	if (!NOBODYS.has(first)) {
		const signedIn = await pages.auth.sessionOf(request.headers.get('cookie'));
		locals.officer = signedIn?.officer ?? null;
	}
	if (!OPEN.has(first)) admit(event);
	const response = await resolve(event);
	for (const [name, value] of Object.entries(pages.headers)) response.headers.set(name, value);
	return response;
};

/** A browser names the page's own origin with every change, and another site cannot make it name ours. */
function refuseStrangers(request: Request, origin: string): void {
	if (CHANGES_NOTHING.has(request.method)) return;
	if (request.headers.get('origin') !== origin) error(403, 'This did not come from our own page.');
	if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY_BYTES) {
		error(413, 'That is more than we can take at once.');
	}
}

function admit({ locals, url, request }: RequestEvent): void {
	if (!locals.officer) {
		const next = request.method === 'GET' && url.pathname !== '/' ? url.pathname : '';
		redirect(303, next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
	}
	if (!hasAuthority(locals.officer.role, authorityForPage(url.pathname))) {
		error(403, 'Your role cannot open this page.');
	}
}

export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	if (status === 404) return { message: 'There is no such page.' };
	const { pages, officer, requestId } = event.locals;
	pages?.failed(event.route.id ?? 'unknown', { officer, requestId }, cause);
	// In the message, because the plainest page of all shows nothing else.
	return { message: `Something went wrong on our side. If you ask for help, say ${requestId}.` };
};
