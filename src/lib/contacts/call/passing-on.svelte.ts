/**
 * Passing the customer on: who there is, whom the officer chose and how, and the note that goes with them. The note is
 * written into the contact's own notes first, so that whoever takes over reads it in the pop.
 */
import { TRANSFER_KINDS, type PassingOn } from '#shared/calls/transfer.ts';
import type { TransferTargets } from '#shared/monitoring/colleague.ts';
import { failureOf, type Api } from '../../api.ts';
import type { OfficerScreen } from '../officer-screen.svelte.ts';

type Parts = {
	api: Pick<Api, 'telephony'>;
	screen: Pick<OfficerScreen, 'passOn'>;
	contactId: () => string;
	/** Adds to the contact's notes. */
	note: (text: string) => void;
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
		const note = this.note.trim();
		if (note !== '') this.#parts.note(note);
		this.note = '';
		this.isSending = true;
		const isDone = await this.#parts.screen.passOn(this.#parts.contactId(), {
			to,
			kind: this.kind
		});
		this.isSending = false;
		if (isDone) this.open = false;
		else this.problem = 'It was not done. Look at the phone before you try again.';
	}

	get #to(): PassingOn['to'] | null {
		const [what, ...rest] = this.chosen.split(':');
		const name = rest.join(':');
		if (name === '') return null;
		return what === 'queue' ? { queue: name } : { officerId: name };
	}
}
