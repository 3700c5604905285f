/** The customer's own window, from the officer's side: opened beside their screen or on a tablet, and hidden with it. */
import { failureOf, wordsOf, type Api } from '../../api.ts';

const NOBODY_THERE = 'Only somebody at the desk has a window of their own.';

export type WindowParts = { api: Pick<Api, 'contacts'>; contactId: string };

export class OpenedWindow {
	/** For a tablet, once; null until it is asked for. */
	code = $state<string | null>(null);
	problem = $state<string | null>(null);
	readonly #parts: WindowParts;

	constructor(parts: WindowParts) {
		this.#parts = parts;
	}

	/** The window is opened in the press itself, or the browser would not let it; its code follows. */
	async open(): Promise<void> {
		this.problem = null;
		const { api, contactId } = this.#parts;
		const opened = window.open('', 'customer-window', 'popup,width=1280,height=800');
		// What is in the customer's hands has no way back to this page.
		if (opened) opened.opener = null;
		try {
			const answer = await api.contacts.window.open.mutate({ contactId });
			if (!answer.ok) {
				opened?.close();
				this.problem = NOBODY_THERE;
				return;
			}
			this.code = null;
			opened?.location.replace(`/window#${answer.code}`);
		} catch (thrown) {
			opened?.close();
			this.problem = wordsOf(failureOf(thrown));
		}
	}

	/** Typed on the tablet it opens the window there, and the one that is open here closes. */
	async onTablet(): Promise<void> {
		this.problem = null;
		try {
			const answer = await this.#parts.api.contacts.window.open.mutate({
				contactId: this.#parts.contactId
			});
			if (answer.ok) this.code = answer.code;
			else this.problem = NOBODY_THERE;
		} catch (thrown) {
			this.problem = wordsOf(failureOf(thrown));
		}
	}

	async close(): Promise<void> {
		const { api, contactId } = this.#parts;
		try {
			await api.contacts.window.close.mutate({ contactId });
			this.code = null;
		} catch (thrown) {
			this.problem = wordsOf(failureOf(thrown));
		}
	}

	/** Where it cannot be told, the link is gone too, and the window is blank by that. */
	async hide(isHidden: boolean): Promise<void> {
		const { api, contactId } = this.#parts;
		try {
			await api.contacts.window.cover.mutate({ contactId, isHidden });
		} catch (thrown) {
			failureOf(thrown);
		}
	}
}
