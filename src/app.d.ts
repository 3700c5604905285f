import type { Pages } from '#server/pages.ts';
import type { Officer } from '#shared/officers/roles.ts';

declare global {
	/** The running product. The server puts it here before it serves anything. */
	var fairline: Pages | undefined;

	namespace App {
		/** What a page hands to the next, and no address says. */
		interface PageState {
			/** A debt's case to be opened. */
			reference?: string;
		}

		interface Locals {
			pages: Pages;
			officer: Officer | null;
			/** Short enough to be read out; the same in every log line of the request. */
			requestId: string;
		}
	}
}

export {};
