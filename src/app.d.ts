import type { Pages } from '#server/pages.ts';
import type { Officer } from '#shared/officers/roles.ts';

declare global {
	/** The running product. The server puts it here before it serves anything. */
	var fairline: Pages | undefined;

	namespace App {
		interface Locals {
			pages: Pages;
			officer: Officer | null;
			/** Short enough to be read out; the same in every log line of the request. */
			requestId: string;
		}
	}
}

export {};
