/** A leader looks up what a customer is made of by a whole reference, takes a record out and takes that back. */
import type {
	JoinedRecords,
	LinkedRecord,
	SplitAnswer,
	SplitMade,
	SplitReason,
	SplitRefusal
} from '#shared/customers/matching/taking-apart.ts';
import { api } from '../api.ts';
import { OneAtATime } from '../one-at-a-time.svelte.ts';

const REFUSALS: Record<SplitRefusal, string> = {
	'no-such-record': 'That record is not there any more.',
	'only-record': 'It is their only record: there is nothing to take it out of.',
	restricted: 'You cannot open this record.',
	'no-such-change': 'There is nothing to undo.',
	'changed-since': 'Something newer was joined or taken apart there. Undo that first.'
};

export class TakingApart extends OneAtATime {
	typed = $state('');
	/** Null until something was looked up. */
	found = $state.raw<readonly JoinedRecords[] | null>(null);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		super();
		this.#reload = reload;
	}

	look(): Promise<void> {
		return this.do(() => this.#lookUp());
	}

	takeOut({ recordId }: LinkedRecord, because: SplitReason): Promise<void> {
		const ask = () => api.customers.split.mutate({ recordId, because });
		return this.#ask(ask, 'Taken out: it is a customer of its own now');
	}

	undo({ changeId }: SplitMade): Promise<void> {
		const ask = () => api.customers.undoSplit.mutate({ changeId });
		return this.#ask(ask, 'Undone: everything is as it was before');
	}

	async #lookUp(): Promise<void> {
		this.found = await api.customers.joined.mutate({ reference: this.typed });
	}

	#ask(ask: () => Promise<SplitAnswer>, done: string): Promise<void> {
		return this.do(async () => {
			const answer = await ask();
			if (answer.ok) this.done = done;
			else this.problem = REFUSALS[answer.because];
			if (this.found) await this.#lookUp();
			await this.#reload();
		});
	}
}
