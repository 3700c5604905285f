/**
 * How many months a plan is to last, as an officer types it: the payment that takes so long is then what is offered.
 * What cannot be read or agreed stays as it was typed, with why and the nearest that works.
 */
import {
	monthsOf,
	paymentOver,
	readMonths,
	type TermFound,
	type TermRefusal
} from '#shared/arrangements/term.ts';
import type { Plan } from '#shared/arrangements/plan.ts';
import type { PlanRequest } from '#shared/arrangements/request.ts';
import type { When } from '#shared/arrangements/suggestion.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import type { Pence } from '#shared/money/pence.ts';
import type { MoneyParts } from '../affordability/statement.svelte.ts';

export type TermParts = Pick<MoneyParts, 'acts'> & {
	plan: () => Plan | null;
	where: () => { when: When; request: PlanRequest } | null;
	use: (amount: Pence) => void;
};

export class TermField {
	/** Null while what stands there is the plan's own length. */
	#typed = $state<string | null>(null);
	#isLeft = $state(true);
	readonly #parts: TermParts;

	constructor(parts: TermParts) {
		this.#parts = parts;
	}

	#asked = $derived.by((): string | null => {
		const kept = this.#parts.acts.textOf(FIELDS.offerMonths, '');
		return this.#typed ?? (kept === '' ? null : kept);
	});

	#found = $derived.by((): TermFound | null => {
		const where = this.#parts.where();
		if (this.#asked === null || !where) return null;
		const read = readMonths(this.#asked);
		return read.ok ? paymentOver(read.months, where) : read;
	});

	get text(): string {
		const plan = this.#parts.plan();
		return this.#asked ?? (plan ? String(monthsOf(plan)) : '');
	}

	/** Not while it is still being typed. */
	get refusal(): TermRefusal | null {
		return this.#isLeft && this.#found && !this.#found.ok ? this.#found.refusal : null;
	}

	type(text: string): void {
		this.#isLeft = false;
		this.#typed = text;
		this.#parts.acts.type(FIELDS.offerMonths, text);
	}

	leave(): void {
		this.#isLeft = true;
		if (this.#found?.ok) this.#parts.use(this.#found.amount);
	}

	/** Something else says now how long it lasts. */
	forget(): void {
		this.#typed = null;
	}
}
