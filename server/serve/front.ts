/**
 * What is answered before SvelteKit sees a request: another name of this machine is sent to the one address, because
 * a session's cookie belongs to one name and would not be found under the other. Health is answered under any name.
 * Files are the same for everybody and carry their headers from here; a page adds its own.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isLoopback } from '../env.ts';
import { headersForFiles } from '../headers.ts';

export type Front = Readonly<{
	handle: RequestListener;
	/** Resolves when no request is being answered, or after three seconds. */
	quiet: () => Promise<void>;
}>;

const PATIENCE_MS = 3_000;

export function frontOf(origin: string, answer: RequestListener): Front {
	const headers = Object.entries(headersForFiles(origin));
	let open = 0;
	let onQuiet = () => {};
	return {
		handle(request, response) {
			open += 1;
			response.once('close', () => {
				open -= 1;
				if (open === 0) onQuiet();
			});
			for (const [name, value] of headers) response.setHeader(name, value);
			if (!redirected(request, { response, origin })) answer(request, response);
		},
		quiet: () =>
			new Promise((resolve) => {
				onQuiet = resolve;
				if (open === 0) resolve();
				setTimeout(resolve, PATIENCE_MS).unref();
			})
	};
}

export function redirected(
	{ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
	{ response, origin }: { response: ServerResponse; origin: string }
): boolean {
	const location = rightPlace({ host: headers.host ?? '', path: url, origin });
	if (location === null) return false;
	response.writeHead(308, { location, 'cache-control': 'no-store' }).end();
	return true;
}

/** Where a request for another name of this machine belongs; null when it is where it belongs. */
export function rightPlace({
	host,
	path,
	origin
}: {
	host: string;
	path: string;
	origin: string;
}): string | null {
	const right = new URL(origin);
	const isPath = path.startsWith('/') && !path.startsWith('//');
	if (host === right.host || !isPath || path.startsWith('/health/')) return null;
	if (!URL.canParse(`http://${host}`)) return null;
	const { hostname } = new URL(`http://${host}`);
	const isOtherName = isLoopback(hostname.replace(/^\[|\]$/g, '')) && isLoopback(right.hostname);
	return isOtherName ? `${right.origin}${path}` : null;
}
