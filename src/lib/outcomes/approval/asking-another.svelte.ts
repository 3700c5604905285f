/** Nobody answers: who else is in, looked for when the officer wants to know, and asked at one press. */
import { failureOf, type Api } from '../../api.ts';

export type AskingAnotherParts = {
	api: Pick<Api, 'approvals'>;
	contactId: () => string;
	/** Why the officer asks. */
	reason: () => string;
};

type Other = Awaited<ReturnType<Api['approvals']['others']['query']>>[number];

export class AskingAnother {
	/** Null until somebody looks. */
	others = $state.raw<readonly Other[] | null>(null);
	problem = $state<string | null>(null);
	isBusy = $state(false);
	readonly #parts: AskingAnotherParts;

	constructor(parts: AskingAnotherParts) {
		this.#parts = parts;
	}

	look(): Promise<void> {
		const { api, contactId } = this.#parts;
		return this.#try(async () => {
			this.others = await api.approvals.others.query({ contactId: contactId() });
		});
	}

	ask({ id: leaderId, name }: Pick<Other, 'id' | 'name'>): Promise<void> {
		const { api, contactId, reason } = this.#parts;
		return this.#try(async () => {
			const asking = { contactId: contactId(), leaderId, reason: reason() };
			const answer = await api.approvals.askAnother.mutate(asking);
			if (answer.ok) this.close();
			else if (answer.because === 'not-in') {
				this.problem = `${name} is not in any more.`;
				this.others = await api.approvals.others.query({ contactId: contactId() });
			} else this.problem = 'It could not be asked. Go back to the plan, and ask again.';
		});
	}

	close(): void {
		this.others = null;
	}

	async #try(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.problem = null;
		try {
			await work();
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		} finally {
			this.isBusy = false;
		}
	}
}
