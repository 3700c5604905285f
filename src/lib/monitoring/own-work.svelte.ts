/** What this officer left open, asked again when something of theirs has moved and once a minute. */
import type { MyWork } from '#shared/monitoring/my-work.ts';
import { failureOf, type Api } from '../api.ts';

const ASK_EVERY_MS = 60_000;

export class OwnWork {
	work = $state.raw<MyWork>() as MyWork;
	readonly #api: Pick<Api, 'monitoring'>;
	#seen: string;

	/** `seen` is what it was asked at: nothing has moved while it stays the same. */
	constructor(api: Pick<Api, 'monitoring'>, { work, seen }: { work: MyWork; seen: string }) {
		this.#api = api;
		this.work = work;
		this.#seen = seen;
	}

	/** Asked again once a minute; answers how to stop. */
	watch(): () => void {
		const timer = setInterval(() => void this.#ask(), ASK_EVERY_MS);
		return () => clearInterval(timer);
	}

	/** Asked again where `seen` is not what it was. */
	follow(seen: string): void {
		if (seen === this.#seen) return;
		this.#seen = seen;
		void this.#ask();
	}

	/** Something of the lists may have moved without the tile. */
	again(): void {
		void this.#ask();
	}

	async #ask(): Promise<void> {
		try {
			this.work = await this.#api.monitoring.work.query();
		} catch (thrown) {
			// What is shown is what was last known; the link's own state says that the server is away.
			failureOf(thrown);
		}
	}
}
