/**
 * How many months a plan is to last, as an officer types it: the payment that takes so long is then what is offered.
 * What cannot be read or agreed stays as it was typed, with why and the nearest that works. Where it is another term
 * than the suggested one its reason is asked, once, beside it.
 */
import { monthsOf } from '#shared/arrangements/months.ts';
import type { Offer } from '#shared/arrangements/said/offer.ts';
import type { Planned } from '#shared/arrangements/plan.ts';
import type { PlanRequest } from '#shared/arrangements/request.ts';
import type { When } from '#shared/arrangements/suggesting/suggestion.ts';
import {
	paymentOver,
	readMonths,
	type Term,
	type TermFound,
	type TermRefusal
} from '#shared/arrangements/term.ts';
import { isOther, type SetTerm } from '#shared/arrangements/terms/set-term.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import type { Pence } from '#shared/money/pence.ts';
import type { MoneyParts } from '../affordability/statement.svelte.ts';

const THEY_ASKED = 'They asked for it.';

export type TermParts = Pick<MoneyParts, 'acts'> & {
	planned: () => Planned | null;
	suggested: () => Planned | null;
	/** As it was set for what is offered now; null where its length follows from the figure. */
	set: () => SetTerm | null;
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

	#read = $derived.by(() => (this.#asked === null ? null : readMonths(this.#asked)));

	#found = $derived.by((): TermFound | null => {
		const where = this.#parts.where();
		if (this.#read === null || !where) return null;
		return this.#read.ok ? paymentOver(this.#read.months, where) : this.#read;
	});

	get text(): string {
		const planned = this.#parts.planned();
		return this.#asked ?? (planned?.ok ? String(monthsOf(planned.plan)) : '');
	}

	/** Not while it is still being typed. */
	get refusal(): TermRefusal | null {
		return this.#isLeft && this.#found && !this.#found.ok ? this.#found.refusal : null;
	}

	/** The term whose reason is asked, or was given; null where none is needed. */
	explained = $derived.by((): SetTerm | null => {
		const [set, planned, suggested] = [
			this.#parts.set(),
			this.#parts.planned(),
			this.#parts.suggested()
		];
		if (!set || !planned) return null;
		if (!planned.ok) return planned.refusal.because === 'outside-policy' ? set : null;
		return suggested && isOther(planned.plan, set, suggested) ? set : null;
	});

	get isOutsidePolicy(): boolean {
		const planned = this.#parts.planned();
		if (!planned?.ok) return planned?.refusal.because === 'outside-policy';
		return planned.plan.reasons.some(({ kind }) => kind === 'outside-policy');
	}

	get needsWhy(): boolean {
		return this.explained !== null && this.why.trim() === '';
	}

	get why(): string {
		return this.#parts.acts.textOf(FIELDS.termWhy, this.#parts.set()?.why ?? '');
	}

	type(text: string): void {
		this.#isLeft = false;
		this.#typed = text;
		this.#parts.acts.type(FIELDS.offerMonths, text);
	}

	leave(): void {
		this.#isLeft = true;
		const [read, found] = [this.#read, this.#found];
		if (read?.ok && found?.ok) this.take({ months: read.months, amount: found.amount });
	}

	/** It is what is offered, and that it was set is kept. */
	take({ months, amount }: Term): void {
		this.#parts.use(amount);
		this.#parts.acts.act({ type: 'termSet', months });
	}

	typeWhy(text: string): void {
		this.#parts.acts.type(FIELDS.termWhy, text);
	}

	leaveWhy(): void {
		this.#explain(this.why.trim());
	}

	/** It is the customer's own wish, which is reason enough. */
	theyAsked(): void {
		this.#explain(THEY_ASKED);
	}

	/** With why it lasts so long, where that was set. */
	on(offer: Offer): Offer {
		return this.#parts.set() === null ? offer : { ...offer, outsidePolicyBecause: this.why };
	}

	/** Something else says now how long it lasts. */
	forget(): void {
		this.#typed = null;
	}

	#explain(why: string): void {
		const { explained } = this;
		if (explained === null || why === '' || why === explained.why) return;
		this.#parts.acts.act({ type: 'termSet', months: explained.months }, { why });
	}
}
