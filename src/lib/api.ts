/**
 * How pages ask questions and give commands: typed by the server's own router. `api` is for the browser; a `load`
 * takes `apiWith(fetch)`, whose answers come inside the page.
 */
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#server/router.ts';

export type Api = ReturnType<typeof apiWith>;

/** The server takes no more in one request. */
const MOST_CALLS_IN_A_REQUEST = 20;

export function apiWith(fetch: typeof globalThis.fetch) {
	return createTRPCClient<AppRouter>({
		links: [
			httpBatchLink({
				url: '/trpc',
				fetch: (input, init) => fetch(input, init as RequestInit),
				// What is asked may name a customer, and addresses are kept in logs and histories.
				methodOverride: 'POST',
				maxItems: MOST_CALLS_IN_A_REQUEST
			})
		]
	});
}

/** What is not answered by then went into a connection that is gone; it may be sent again over another. */
const PATIENCE_MS = 15_000;

export const api: Api = apiWith((input, init) => {
	const signals = [AbortSignal.timeout(PATIENCE_MS), ...(init?.signal ? [init.signal] : [])];
	return globalThis.fetch(input, { ...init, signal: AbortSignal.any(signals) });
});

/** What went wrong, for a person. `unanswered`: it may or may not have happened, and may be sent again. */
export type Failure = {
	kind: 'signed-out' | 'not-yours' | 'input' | 'ours' | 'unanswered';
	words: string;
	/** What is wrong with each field, by its path. */
	fields: Readonly<Record<string, string>>;
	/** In the log under the same id. */
	errorId: string | null;
};

const KINDS: Record<string, Failure['kind']> = {
	UNAUTHORIZED: 'signed-out',
	FORBIDDEN: 'not-yours',
	BAD_REQUEST: 'input'
};

/** Puts what a call threw into words. What did not come from a call is thrown on. */
export function failureOf(thrown: unknown): Failure {
	if (!isFromApi(thrown)) throw thrown;
	const { data } = thrown;
	if (!data) {
		const words = 'The server did not answer. Check your connection and try again.';
		return { kind: 'unanswered', words, fields: {}, errorId: null };
	}
	return {
		kind: KINDS[data.code] ?? 'ours',
		words: thrown.message,
		fields: data.fields ?? {},
		errorId: data.errorId
	};
}

/** The same in one sentence: the first field's own, where one is wrong. */
export function wordsOf({ words, fields }: Failure): string {
	return Object.values(fields)[0] ?? words;
}

function isFromApi(thrown: unknown): thrown is TRPCClientError<AppRouter> {
	return thrown instanceof TRPCClientError;
}
