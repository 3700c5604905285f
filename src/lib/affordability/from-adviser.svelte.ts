/** A statement that a debt adviser drew up: who, where from and when, typed in and then told as one. */
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import type { StatementState } from '#shared/contacts/state/statement-state.ts';
import type { Day } from '#shared/time/day.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';

type Typed = 'name' | 'organisation' | 'on';

const FIELD_OF = {
	name: FIELDS.adviserName,
	organisation: FIELDS.adviserOrganisation
} as const;

export class FromAdviser {
	/** The form stands open before anything of it is told. */
	isOpen = $state(false);
	on = $state<Day | null>(null);
	problems = $state.raw<Readonly<Partial<Record<Typed, string>>>>({});
	readonly #acts: ContactActs;
	readonly #state: () => StatementState;

	constructor({ acts, state }: { acts: ContactActs; state: () => StatementState }) {
		this.#acts = acts;
		this.#state = state;
	}

	get told(): StatementState['adviser'] {
		return this.#state().adviser;
	}

	textOf(field: 'name' | 'organisation'): string {
		return this.#acts.textOf(FIELD_OF[field], this.told?.[field] ?? '');
	}

	type(field: 'name' | 'organisation', text: string): void {
		this.#acts.type(FIELD_OF[field], text);
	}

	open(): void {
		this.on = this.told?.on ?? null;
		this.problems = {};
		this.isOpen = true;
	}

	save(): void {
		const name = this.textOf('name').trim();
		const organisation = this.textOf('organisation').trim();
		this.problems = {
			...(name === '' ? { name: 'Enter the adviser’s name' } : {}),
			...(organisation === '' ? { organisation: 'Enter whom they advise for' } : {}),
			...(this.on === null ? { on: 'Enter the day on the statement' } : {})
		};
		if (this.on === null || Object.keys(this.problems).length > 0) return;
		const body = { type: 'statementFromAdviser', on: this.on } as const;
		this.#acts.act(body, { name, organisation });
		this.isOpen = false;
	}

	/** It was told by the customer after all. */
	takeBack(): void {
		this.#acts.act({ type: 'statementFromAdviser', on: null });
		this.isOpen = false;
	}
}
