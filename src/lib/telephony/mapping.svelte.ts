/**
 * A mapping as its administrator writes it: what it would make of the last messages comes a moment after every
 * keystroke, the newest answer wins, and what was saved is told.
 */
import type { MappingRefusal, Previewed } from '#shared/calls/mapping.ts';
import { api, failureOf } from '../api.ts';

const SETTLED_MS = 400;

const REFUSALS: Record<MappingRefusal, string> = {
	'no-such-switch': 'This switch is not mapped here any more. Reload the page.',
	'does-not-fit':
		'Not saved: it does not run, or makes something of a message below that is no call event.'
};

export class Mapping {
	previewed = $state<readonly Previewed[]>([]);
	done = $state('');
	problem = $state('');
	readonly #reload: () => Promise<void>;
	#asked = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	typed(source: string, expression: string): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.preview(source, expression), SETTLED_MS);
	}

	async preview(source: string, expression: string): Promise<void> {
		const asked = ++this.#asked;
		if (!expression.trim()) return;
		try {
			const previewed = await api.webhooks.preview.query({ source, expression });
			if (asked === this.#asked) this.previewed = previewed;
		} catch (error) {
			this.problem = failureOf(error).words;
		}
	}

	save(source: string, expression: string): Promise<void> {
		return this.#ask('Saved. What the switch posts from now on is read by it.', () =>
			api.webhooks.save.mutate({ source, expression })
		);
	}

	switchOn(source: string): Promise<void> {
		return this.#ask('The mapping is on again.', () => api.webhooks.switchOn.mutate({ source }));
	}

	async #ask(
		done: string,
		ask: () => Promise<{ ok: true } | { ok: false; because: MappingRefusal }>
	): Promise<void> {
		this.done = '';
		this.problem = '';
		try {
			const answer = await ask();
			if (answer.ok) this.done = done;
			else this.problem = REFUSALS[answer.because];
		} catch (error) {
			this.problem = failureOf(error).words;
		}
		await this.#reload();
	}
}
