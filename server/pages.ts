/**
 * What SvelteKit's side may reach of the running product, and nothing else: it runs from its own bundle, where a
 * value imported from here would be a second copy with a second database.
 */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Officer } from '#shared/officers/roles.ts';
import type { Instant } from '#shared/time/day.ts';
import type { App } from './app.ts';
import { headersForPages } from './headers.ts';
import { newErrorId } from './log.ts';
import type { Auth } from './officers/auth.ts';
import type { Demo } from './officers/demo.ts';
import { appRouter } from './router.ts';

export type Asker = { officer: Officer | null; requestId: string };

export type Pages = {
	origin: string;
	council: string;
	/** What every answer carries. */
	headers: Readonly<Record<string, string>>;
	auth: Pick<Auth, 'signIn' | 'signOut' | 'sessionOf'>;
	now(): Instant;
	newRequestId(): string;
	/** Answers a request to /trpc. */
	answer(request: Request, asker: Asker): Promise<Response>;
	/** What `/health/ready` names. */
	notReady(): Promise<readonly string[]>;
	/** What `/health/metrics` says, in the form that monitoring programs read. */
	metrics(): string;
	/** What the sign-in page offers in a demo; null anywhere else. */
	demo: Demo | null;
	/** A page failed: the log gets the place, the person gets the request's id. */
	failed(name: string, asker: Asker, cause: unknown): void;
};

/** Enough for any page; a batch is one round trip, not a way to ask for everything. */
const MOST_CALLS_IN_A_REQUEST = 20;

export function pagesOf(app: App): Pages {
	return {
		origin: app.env.origin,
		council: app.env.council,
		headers: headersForPages(app.env.origin),
		auth: app.auth,
		now: app.clock.now,
		newRequestId: newErrorId,
		answer: (request, asker) =>
			fetchRequestHandler({
				endpoint: '/trpc',
				req: request,
				router: appRouter,
				createContext: () => ({ ...asker, app }),
				// Questions are posted too, so that what was asked is in no address and no log of addresses.
				allowMethodOverride: true,
				maxBatchSize: MOST_CALLS_IN_A_REQUEST
			}),
		notReady: () => app.notReady(),
		metrics: () => app.webhooks.metrics() + app.log.refusals(),
		demo: app.demo,
		failed(name, { officer, requestId }, cause) {
			const whose = officer ? { officerId: officer.id, role: officer.role } : {};
			const line = { event: 'page', name, outcome: 'failed', requestId, errorId: requestId };
			app.log.failure({ ...line, ...whose }, cause);
		}
	};
}
