/**
 * What the customer offers, on one screen: an amount, when and how, and which debts. The plan it means is worked out
 * here with every move of the slider, by the function that the server commits with; the log hears of a figure once it
 * is settled on.
 */
import { readAmount } from '#shared/affordability/entry.ts';
import { convert } from '#shared/affordability/frequency.ts';
import { usuallyNext, type Next } from '#shared/arrangements/consequences.ts';
import { leastAtAnyAuthority } from '#shared/arrangements/filling/afford.ts';
import { latestFirstPayment, type Offer } from '#shared/arrangements/offer.ts';
import { planFor, type Planned } from '#shared/arrangements/plan.ts';
import { firstSuggestion, sliderEnds, type When } from '#shared/arrangements/suggestion.ts';
import type { OfferedBy } from '#shared/contacts/money-events.ts';
import { FIELDS } from '#shared/contacts/drafts.ts';
import { knownFrom, lifeFrom, requestFrom, whenOf } from '#shared/contacts/plan-request.ts';
import { least, pence, timesRate, typePounds, type Pence } from '#shared/money/pence.ts';
import type { Day } from '#shared/time/day.ts';
import type { MoneyParts } from '../affordability/statement.svelte.ts';

const POUND = 100;
const A_POUNDTH = { numerator: 1, denominator: POUND };

export class Offering {
	/** Where the slider is while it is held; null once it is let go. */
	#sliding = $state<Pence | null>(null);

	readonly #parts: MoneyParts;

	constructor(parts: MoneyParts) {
		this.#parts = parts;
	}

	/** Null until identity has passed. */
	basis = $derived.by(() => {
		const { contact, people } = this.#parts.view();
		const known = knownFrom(people, this.#parts.today());
		return known && requestFrom(contact, known);
	});

	when = $derived.by((): When => whenOf(this.#parts.view().contact, this.#parts.today()));

	/** What it is before anything is offered. */
	suggestion = $derived.by(
		(): Planned | null => this.basis && firstSuggestion(this.when, this.basis.request)
	);

	/** From the least that works to what is usable; null where the statement says neither. */
	ends = $derived.by(() => this.basis && sliderEnds(this.when, this.basis.request));

	/** The least that this officer may agree; null where nothing would be. */
	leastOfOfficer = $derived.by(() =>
		this.basis && this.basis.request.debts.length > 0
			? leastAtAnyAuthority(this.basis.request, this.when, 'officer')
			: null
	);

	latestFirst = $derived.by((): Day | null => {
		if (!this.basis) return null;
		const { today, policy } = this.basis.request;
		return latestFirstPayment(this.when.nextPayDay, { today, policy: policy.P8.value });
	});

	amount = $derived.by((): Pence | null => {
		const typed = readAmount(this.text);
		return this.#sliding ?? (typed.ok ? typed.amount : (this.logged?.amount ?? this.suggested));
	});

	offer = $derived.by((): Offer | null => {
		if (this.amount === null) return null;
		const aboveUsableBecause = this.why.trim() === '' ? null : this.why;
		return { ...this.when, amount: this.amount, aboveUsableBecause };
	});

	planned = $derived.by((): Planned | null => {
		if (!this.basis) return null;
		if (!this.offer) return this.suggestion;
		return planFor(this.offer, this.basis.request);
	});

	next = $derived.by((): readonly Next[] => {
		const { contact, people } = this.#parts.view();
		if (!this.basis || people.kind !== 'known') return [];
		const life = lifeFrom(contact, this.basis, people.person.bornOn);
		return usuallyNext(this.basis.debts, {
			...life,
			confirmed: { has: (id) => people.confirmed.includes(id) }
		});
	});

	get today(): Day {
		return this.#parts.today();
	}

	get logged(): Offer | null {
		return this.#parts.view().contact.offer.offer;
	}

	get suggested(): Pence | null {
		return this.suggestion?.ok ? this.suggestion.plan.offer.amount : null;
	}

	/** What stands in the field of their own figure. */
	get text(): string {
		if (this.#sliding !== null) return typePounds(this.#sliding);
		const { logged } = this;
		return this.#parts.acts.textOf(FIELDS.offerAmount, logged ? typePounds(logged.amount) : '');
	}

	get why(): string {
		return this.#parts.acts.textOf(FIELDS.offerWhy, this.logged?.aboveUsableBecause ?? '');
	}

	/** Held by hand it is whole pounds, but for the two ends. */
	slide(to: number): void {
		if (!this.ends) return;
		const { least: low, most } = this.ends;
		const whole = pence(timesRate(pence(to), A_POUNDTH, 'half-up') * POUND);
		this.#sliding = to <= low ? low : to >= most ? most : clamp(whole, { low, most });
	}

	step(by: number): void {
		const from = this.#sliding ?? this.amount ?? this.ends?.least;
		if (from !== undefined) this.slide(from + by);
	}

	/** The slider is let go. */
	settle(): void {
		const amount = this.#sliding;
		this.#sliding = null;
		if (amount !== null && amount !== this.logged?.amount) this.#make({ amount }, 'trying');
	}

	type(text: string): void {
		this.#sliding = null;
		this.#parts.acts.type(FIELDS.offerAmount, text);
	}

	/** Their own figure is left: it is what they offer. */
	leave(): void {
		const typed = readAmount(this.text);
		if (!typed.ok) return;
		const { logged } = this;
		if (logged && this.text === typePounds(logged.amount)) return;
		const isTheSame = typed.amount === logged?.amount;
		this.#make({ amount: typed.amount }, isTheSame ? this.#offeredBy : 'customer');
	}

	use(amount: Pence, offeredBy: OfferedBy = 'suggestion'): void {
		this.#sliding = null;
		this.#make({ amount }, offeredBy);
	}

	/** Paid another way or on another day. The amount stays what it is in a year. */
	change(change: Partial<When>): void {
		const { when, amount } = this;
		if (amount === null) return;
		const { rhythm = when.rhythm } = change;
		const same = convert(amount, { from: when.rhythm, to: rhythm });
		this.#make({ ...change, amount: same }, this.#offeredBy);
	}

	typeWhy(text: string): void {
		this.#parts.acts.type(FIELDS.offerWhy, text);
	}

	leaveWhy(): void {
		const { amount, why, logged } = this;
		if (amount !== null && why !== (logged?.aboveUsableBecause ?? ''))
			this.#make({ amount }, this.#offeredBy);
	}

	place(debtId: string, place: 'in' | 'out'): void {
		this.#parts.acts.act({ type: 'debtPlaced', debtId, place });
	}

	/** False while there is no plan to go on with. What is shown is then what is offered. */
	confirm(): boolean {
		this.settle();
		this.leave();
		this.leaveWhy();
		const { planned } = this;
		if (!planned?.ok || planned.plan.lacks !== null) return false;
		if (!this.logged) this.use(planned.plan.offer.amount);
		return true;
	}

	get #offeredBy(): OfferedBy {
		return this.#parts.view().contact.offer.offeredBy ?? 'suggestion';
	}

	#make(offer: Partial<When> & { amount: Pence }, offeredBy: OfferedBy): void {
		const { why } = this;
		const body = { type: 'offerMade', ...this.when, ...offer, offeredBy } as const;
		this.#parts.acts.act(body, why.trim() === '' ? undefined : { why });
	}
}

function clamp(amount: Pence, { low, most }: { low: Pence; most: Pence }): Pence {
	return pence(Math.max(low, least(amount, most)));
}
