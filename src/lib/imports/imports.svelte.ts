/**
 * Extracts as their administrator works on them: one file is being sent at a time, how far each is comes every second
 * while any is read, and what became of the last stays until the next thing is done.
 */
import type { AcceptRefusal, ImportSeen } from '#shared/officers/imports.ts';
import { api, failureOf } from '../api.ts';
import { sendFile } from './sending.ts';
import { ACCEPT_REFUSALS } from './words.ts';

export type Told = { isGood: boolean; lines: readonly string[] };

type Answer = { ok: true } | { ok: false; because: AcceptRefusal };

const LOOK_AGAIN_MS = 1_000;

export class Imports {
	told = $state<Told | null>(null);
	isSending = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	/** While anything is being done, here or by another. Gives back how to stop. */
	watch(isGoingOn: boolean): (() => void) | undefined {
		if (!isGoingOn && !this.isSending) return undefined;
		const timer = setInterval(() => void this.#reload(), LOOK_AGAIN_MS);
		return () => clearInterval(timer);
	}

	async send(file: File, mapping: string): Promise<void> {
		this.isSending = true;
		this.told = null;
		try {
			const { ok, says } = await sendFile(file, mapping);
			this.told = says.length > 0 ? { isGood: ok, lines: says } : null;
		} catch {
			this.told = {
				isGood: false,
				lines: [
					'The file did not reach the server whole. Nothing was changed. Choose the same file again: a long one goes on where it stopped.'
				]
			};
		} finally {
			this.isSending = false;
			await this.#reload();
		}
	}

	accept({ id, title }: ImportSeen, because: string): Promise<void> {
		return this.#ask(`${title} is being published with its difference, in your name.`, () =>
			api.imports.accept.mutate({ importId: id, because })
		);
	}

	refuse({ id, title }: ImportSeen): Promise<void> {
		return this.#ask(`${title} is refused. Nothing of it was taken.`, () =>
			api.imports.refuse.mutate({ importId: id })
		);
	}

	async #ask(done: string, ask: () => Promise<Answer>): Promise<void> {
		try {
			const answer = await ask();
			this.told = answer.ok
				? { isGood: true, lines: [done] }
				: { isGood: false, lines: [ACCEPT_REFUSALS[answer.because]] };
		} catch (error) {
			this.told = { isGood: false, lines: [failureOf(error).words] };
		}
		await this.#reload();
	}
}
