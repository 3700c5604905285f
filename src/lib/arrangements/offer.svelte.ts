/**
 * What the customer offers, on one screen: an amount, when and how, and which debts. The plan it means is worked out
 * here with every move of the slider, by the function that the server commits with; the log hears of a figure once it
 * is settled on.
 */
import { convert } from '#shared/affordability/frequency.ts';
import { usuallyNext, type Next } from '#shared/arrangements/next/usually.ts';
import { readOffered } from '#shared/arrangements/said/entry.ts';
import { nearestThatWorks } from '#shared/arrangements/said/nearest.ts';
import type { Offer } from '#shared/arrangements/said/offer.ts';
import { planFor, type Plan, type Planned } from '#shared/arrangements/plan.ts';
import {
	alternatives,
	firstSuggestion,
	sliderEnds,
	type Alternative,
	type When
} from '#shared/arrangements/suggesting/suggestion.ts';
import type { OfferedBy } from '#shared/contacts/log/money-events.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import { knownFrom, lifeFrom, requestFrom, whenOf } from '#shared/contacts/plan-request.ts';
import type { AgreeingRole } from '#shared/law/policy-rows.ts';
import { least, pence, timesRate, typePounds, type Pence } from '#shared/money/pence.ts';
import type { Day } from '#shared/time/day.ts';
import { SvelteSet } from 'svelte/reactivity';
import type { MoneyParts } from '../affordability/statement.svelte.ts';
import { Limits } from './limits.svelte.ts';
import { TermField } from './term.svelte.ts';
import { isWithin } from './words.ts';

const POUND = 100;
const A_POUNDTH = { numerator: 1, denominator: POUND };

export class Offering {
	/** Where the slider is while it is held; null once it is let go. */
	#sliding = $state<Pence | null>(null);
	/** False while their own figure is being typed: what cannot be read yet is not called wrong. */
	#isLeft = $state(true);
	/** Fields with a day in them that is none. */
	readonly #noDays = new SvelteSet<string>();
	readonly term: TermField;
	readonly limits: Limits;

	readonly #parts: MoneyParts;

	constructor(parts: MoneyParts) {
		this.#parts = parts;
		this.limits = new Limits({
			contact: () => parts.view().contact,
			basis: () => this.basis,
			plan: () => (this.planned?.ok ? this.planned.plan : null),
			when: () => this.when
		});
		this.term = new TermField({
			acts: parts.acts,
			planned: () => this.planned,
			suggested: () => this.suggestion,
			set: () => (this.amount === this.logged?.amount ? parts.view().contact.offer.term : null),
			where: () => this.basis && { when: this.when, request: this.basis.request },
			use: (amount) => this.use(amount, 'trying')
		});
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

	/** Plans by name, each better than the others at something. */
	choices = $derived.by((): readonly Alternative[] =>
		this.basis ? alternatives(this.when, this.basis.request) : []
	);

	/** Why what stands in the field of their own figure is none; null while it is being typed. */
	amountProblem = $derived.by((): string | null => {
		const isUntouched = this.logged === null && this.text.trim() === '';
		const typed = readOffered(this.text);
		return typed.ok || isUntouched || !this.#isLeft ? null : typed.says;
	});

	/** Null while what was typed is no amount. */
	amount = $derived.by((): Pence | null => {
		const typed = readOffered(this.text);
		if (this.#sliding !== null) return this.#sliding;
		if (typed.ok) return typed.amount;
		return this.amountProblem === null ? this.#settled : null;
	});

	offer = $derived.by((): Offer | null => {
		if (this.amount === null) return null;
		const aboveUsableBecause = this.why.trim() === '' ? null : this.why;
		return this.term.on({ ...this.when, amount: this.amount, aboveUsableBecause });
	});

	planned = $derived.by((): Planned | null => {
		if (!this.basis || this.amountProblem !== null) return null;
		if (!this.offer) return this.suggestion;
		return planFor(this.offer, this.basis.request);
	});

	/** Where what they offer is no plan, the nearest that is; null where there is none. */
	nearest = $derived.by((): Offer | null => {
		if (!this.basis || !this.offer || this.planned?.ok !== false) return null;
		return nearestThatWorks(this.offer, this.basis.request);
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

	/** What may be agreed with nobody else, where something else is offered. */
	withinLimit(own: AgreeingRole): Plan | null {
		const plans = this.choices.map(({ plan }) => plan);
		return (
			plans.find(({ role, offer }) => isWithin(role, own) && offer.amount !== this.offer?.amount) ??
			null
		);
	}

	get today(): Day {
		return this.#parts.today();
	}

	get logged(): Offer | null {
		return this.#parts.view().contact.offer.offer;
	}

	get suggested(): Pence | null {
		return this.suggestion?.ok ? this.suggestion.plan.offer.amount : null;
	}

	get #settled(): Pence | null {
		return this.logged?.amount ?? this.suggested;
	}

	/** Where the slider stands: it never moves because something cannot be read. */
	get shown(): Pence | null {
		return this.amount ?? this.#settled;
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
		this.#isLeft = false;
		this.#parts.acts.type(FIELDS.offerAmount, text);
	}

	/** Their own figure is left: it is what they offer. */
	leave(): void {
		this.#isLeft = true;
		const typed = readOffered(this.text);
		if (!typed.ok) return;
		const { logged } = this;
		if (logged && this.text === typePounds(logged.amount)) return;
		const isTheSame = typed.amount === logged?.amount;
		this.#make({ amount: typed.amount }, isTheSame ? this.offeredBy : 'customer');
	}

	use(amount: Pence, offeredBy: OfferedBy = 'suggestion'): void {
		this.#sliding = null;
		this.#make({ amount }, offeredBy);
	}

	/** The nearest that works, whatever of it is another than was asked. */
	take({ amount, rhythm, firstOn, method, nextPayDay }: Offer): void {
		this.#sliding = null;
		this.#make({ amount, rhythm, firstOn, method, nextPayDay }, 'trying');
	}

	/** Paid another way or on another day. The amount stays what it is in a year, and what is no amount as it was typed. */
	change(change: Partial<When>): void {
		const { when, text, amountProblem } = this;
		const amount = this.amount ?? this.#settled;
		if (amount === null) return;
		const { rhythm = when.rhythm } = change;
		const same = convert(amount, { from: when.rhythm, to: rhythm });
		this.#make({ ...change, amount: same }, this.offeredBy);
		if (amountProblem !== null) this.#parts.acts.type(FIELDS.offerAmount, text);
	}

	/** A day was typed that is none; or one that is, or nothing. */
	takeNoDay(field: string, isNone: boolean): void {
		if (isNone) this.#noDays.add(field);
		else this.#noDays.delete(field);
	}

	typeWhy(text: string): void {
		this.#parts.acts.type(FIELDS.offerWhy, text);
	}

	leaveWhy(): void {
		const { amount, why, logged } = this;
		if (amount !== null && why !== (logged?.aboveUsableBecause ?? ''))
			this.#make({ amount }, this.offeredBy);
	}

	place(debtId: string, place: 'in' | 'out'): void {
		this.#parts.acts.act({ type: 'debtPlaced', debtId, place });
	}

	/** Plans of theirs that make room: their debts come into this one. */
	replace(planIds: readonly string[]): void {
		for (const planId of planIds)
			this.#parts.acts.act({ type: 'livePlanPlaced', planId, place: 'replaced' });
	}

	/** The field that keeps this from being offered as it stands; null where none does. */
	get wrongField(): string | null {
		const [day] = this.#noDays;
		if (this.amountProblem !== null) return FIELDS.offerAmount;
		if (day !== undefined) return day;
		if (this.term.refusal) return FIELDS.offerMonths;
		return this.term.needsWhy ? FIELDS.termWhy : null;
	}

	/** False while there is no plan to go on with. What is shown is then what is offered. */
	confirm(): boolean {
		this.settle();
		this.leave();
		this.leaveWhy();
		this.term.leaveWhy();
		const { planned } = this;
		if (this.wrongField !== null || !planned?.ok || planned.plan.lacks !== null) return false;
		if (!this.logged) this.use(planned.plan.offer.amount);
		return true;
	}

	get offeredBy(): OfferedBy {
		return this.#parts.view().contact.offer.offeredBy ?? 'suggestion';
	}

	#make(offer: Partial<When> & { amount: Pence }, offeredBy: OfferedBy): void {
		const { why } = this;
		this.term.forget();
		const body = { type: 'offerMade', ...this.when, ...offer, offeredBy } as const;
		this.#parts.acts.act(body, why.trim() === '' ? undefined : { why });
	}
}

function clamp(amount: Pence, { low, most }: { low: Pence; most: Pence }): Pence {
	return pence(Math.max(low, least(amount, most)));
}
