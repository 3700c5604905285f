/**
 * Ringing somebody back: the officer's own telephone rings first, and the call shows itself when it does. Whether it may
 * be is the server's to say, and the words of its refusal are shown as they are.
 */
import { failureOf, type Api } from '../../api.ts';
import type { CallBack, Ringing } from './lists.ts';

/** Where it is rung and let go by one key. */
export const RING_BACK = { chord: 'Shift+F2', keys: 'Shift F2' } as const;

type Answer = { ok: true } | { ok: false; because: string; says: string; cites: readonly string[] };

export class RingBack implements Ringing {
	asked = $state<string | null>(null);
	problem = $state.raw<Ringing['problem']>(null);
	readonly #api: Pick<Api, 'telephony'>;
	readonly #done: () => void;

	/** `done` is called when something of the lists may have moved. */
	constructor(api: Pick<Api, 'telephony'>, done: () => void) {
		this.#api = api;
		this.#done = done;
	}

	ring({ id, kind }: Pick<CallBack, 'id' | 'kind'>): Promise<void> {
		const { telephony } = this.#api;
		return this.#ask(id, () =>
			kind === 'left'
				? telephony.ringLeft.mutate({ leftCallId: id })
				: telephony.ringBack.mutate({ callbackId: id })
		);
	}

	letGo(id: string): Promise<void> {
		return this.#ask(id, () => this.#api.telephony.releaseLeft.mutate({ leftCallId: id }));
	}

	async #ask(id: string, send: () => Promise<Answer>): Promise<void> {
		if (this.asked !== null) return;
		this.asked = id;
		this.problem = null;
		try {
			const answer = await send();
			if (!answer.ok) this.problem = answer;
		} catch (thrown) {
			this.problem = { says: failureOf(thrown).words, cites: [] };
		} finally {
			this.asked = null;
			this.#done();
		}
	}
}
