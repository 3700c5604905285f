/** What stands beside an offer: what an officer may agree, by when it must begin, and what is kept up all the while. */
import { perMonth } from '#shared/affordability/frequency.ts';
import { leastAtAnyAuthority } from '#shared/arrangements/filling/afford.ts';
import { keptUpBeside, type KeptUp } from '#shared/arrangements/paying/kept-up.ts';
import { latestFirstPayment } from '#shared/arrangements/said/offer.ts';
import type { Plan } from '#shared/arrangements/plan.ts';
import { recommendationOf } from '#shared/arrangements/suggesting/recommending.ts';
import { sayMonths } from '#shared/arrangements/term.ts';
import type { When } from '#shared/arrangements/suggesting/suggestion.ts';
import type { Contact } from '#shared/contacts/state/fold.ts';
import type { Basis } from '#shared/contacts/plan-request.ts';
import { statementFrom } from '#shared/contacts/state/statement-state.ts';
import { formatPounds, minus, type Pence } from '#shared/money/pence.ts';
import type { Day } from '#shared/time/day.ts';

export type LimitsParts = {
	contact: () => Contact;
	/** Null until identity has passed. */
	basis: () => Basis | null;
	when: () => When;
	/** Null while there is none. */
	plan: () => Plan | null;
};

export class Limits {
	readonly #parts: LimitsParts;

	constructor(parts: LimitsParts) {
		this.#parts = parts;
	}

	/** The least that an officer may agree; null where nothing would be. */
	leastOfOfficer = $derived.by((): Pence | null => {
		const request = this.#parts.basis()?.request;
		return request && request.debts.length > 0
			? leastAtAnyAuthority(request, this.#parts.when(), 'officer')
			: null;
	});

	latestFirst = $derived.by((): Day | null => {
		const request = this.#parts.basis()?.request;
		if (!request) return null;
		const { today, policy } = request;
		return latestFirstPayment(this.#parts.when().nextPayDay, { today, policy: policy.P8.value });
	});

	/** What the request to a team leader says of itself: why the term was set, or that it should be approved. */
	recommendation = $derived.by((): string | null => {
		const [plan, basis] = [this.#parts.plan(), this.#parts.basis()];
		const { term } = this.#parts.contact().offer;
		if (term !== null && term.why !== '') return `${sayMonths(term.months)}: ${term.why}`;
		return plan && basis && recommendationOf(plan, basis.request);
	});

	/** What is left each month once it is paid; null where no statement says, or nothing is offered. */
	leaves = $derived.by((): string | null => {
		const means = this.#parts.basis()?.means;
		const { offer } = this.#parts.contact().offer;
		if (!means || !offer) return null;
		const paid = perMonth(offer.amount, offer.rhythm);
		return paid > means.left ? null : formatPounds(minus(means.left, paid));
	});

	/** Already off what is left. */
	keptUp = $derived.by((): readonly KeptUp[] => {
		const basis = this.#parts.basis();
		const statement = statementFrom(this.#parts.contact().statement);
		if (!basis || !statement) return [];
		return keptUpBeside(statement, {
			means: basis.request.means,
			streams: basis.debts.map(({ stream }) => stream)
		});
	});
}
