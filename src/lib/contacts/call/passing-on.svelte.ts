/**
 * Passing the customer on: who there is, whom the officer chose and how, and the note that goes with them. The note, and
 * whatever else was done, is with the server first: from the moment the call moves nothing more is taken from here.
 */
import { TRANSFER_KINDS, type PassingOn } from '#shared/calls/transfer.ts';
import type { TransferTargets } from '#shared/monitoring/colleague.ts';
import { failureOf, type Api } from '../../api.ts';
import { queueName } from '#shared/calls/queues.ts';
import type { OfficerScreen } from '../officer-screen.svelte.ts';

type Parts = {
	api: Pick<Api, 'telephony'>;
	screen: Pick<OfficerScreen, 'passOn'>;
	contactId: () => string;
	/** For whoever takes over; an empty one is none. False where the server would not have it. */
	handOver: (note: string) => Promise<boolean>;
};

export class PassingCallOn {
	open = $state(false);
	targets = $state.raw<TransferTargets | null>(null);
	/** `officer:<id>` or `queue:<name>`; empty until one is chosen. */
	chosen = $state('');
	kind = $state<PassingOn['kind']>(TRANSFER_KINDS[0]);
	note = $state('');
	problem = $state<string | undefined>();
	isSending = $state(false);
	/** To whom it was passed last, as the list named them. */
	to = $state<string | null>(null);
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	async begin(): Promise<void> {
		this.open = true;
		this.chosen = '';
		this.problem = undefined;
		this.targets = null;
		try {
			this.targets = await this.#parts.api.telephony.transferTargets.query({
				contactId: this.#parts.contactId()
			});
		} catch (thrown) {
			this.targets = { colleagues: [], queues: [] };
			this.problem = failureOf(thrown).words;
		}
	}

	/** Where it was not done the dialog stays; the note is in the contact's notes by then. */
	async send(): Promise<void> {
		const to = this.#to;
		if (!to) {
			this.problem = 'Choose who takes over.';
			return;
		}
		this.isSending = true;
		if (!(await this.#parts.handOver(this.note.trim()))) {
			this.isSending = false;
			this.problem = 'Not everything is saved yet. Look at the note and try again.';
			return;
		}
		this.note = '';
		this.to = this.#name;
		const isDone = await this.#parts.screen.passOn(this.#parts.contactId(), {
			to,
			kind: this.kind
		});
		this.isSending = false;
		if (isDone) this.open = false;
		else this.problem = 'It was not done. Look at the phone before you try again.';
	}

	get #name(): string | null {
		const to = this.#to;
		if (!to) return null;
		if ('queue' in to) return queueName(to.queue);
		const { officerId } = to;
		return this.targets?.colleagues.find((each) => each.officerId === officerId)?.name ?? null;
	}

	get #to(): PassingOn['to'] | null {
		const [what, ...rest] = this.chosen.split(':');
		const name = rest.join(':');
		if (name === '') return null;
		return what === 'queue' ? { queue: name } : { officerId: name };
	}
}
