/**
 * What the log says is offered: an amount and when, which debts the customer
 * wants dealt with separately, and which plans of theirs it takes the place of.
 */
import type { Offer } from '../../arrangements/said/offer.ts';
import type { SetTerm } from '../../arrangements/terms/set-term.ts';
import type { CollectingAnswer } from '../../arrangements/terms/collector.ts';
import type { LogPlace } from '../log/events.ts';
import type { OfferedBy, OfferEvent } from '../log/money-events.ts';

export type OfferState = {
	/** Null until a figure is put. */
	offer: Offer | null;
	offeredBy: OfferedBy | null;
	/** Where an officer set how long it lasts; null where its length follows from the figure. */
	term: SetTerm | null;
	leftOut: readonly string[];
	/** Plans of theirs that still run and whose place this one takes. */
	replacing: readonly string[];
	/** Plans of theirs that are kept to, and whose payment, rhythm or end this one changes. */
	varying: readonly string[];
	/** What becomes of whatever collects a debt already, by the debt. */
	collecting: Readonly<Record<string, CollectingAnswer>>;
};

export const NO_OFFER: OfferState = {
	offer: null,
	offeredBy: null,
	term: null,
	leftOut: [],
	replacing: [],
	varying: [],
	collecting: {}
};

export function offerAfter(state: OfferState, event: OfferEvent & LogPlace): OfferState {
	switch (event.type) {
		case 'offerMade': {
			const { amount, rhythm, firstOn, method, nextPayDay, offeredBy } = event;
			const aboveUsableBecause = event.words?.['why'] ?? null;
			const offer = { amount, rhythm, firstOn, method, nextPayDay, aboveUsableBecause };
			const term = isAsLong(state.offer, offer) ? state.term : null;
			return { ...state, offer: withTerm(offer, term), offeredBy, term };
		}
		case 'termSet': {
			const term = { months: event.months, why: event.words?.['why'] ?? '' };
			return { ...state, term, offer: state.offer && withTerm(state.offer, term) };
		}
		case 'offerCleared':
			return { ...state, offer: null, offeredBy: null, term: null };
		case 'debtPlaced': {
			const others = state.leftOut.filter((debtId) => debtId !== event.debtId);
			return { ...state, leftOut: event.place === 'out' ? [...others, event.debtId] : others };
		}
		case 'collectingAnswered':
			return { ...state, collecting: { ...state.collecting, [event.debtId]: event.answer } };
		case 'livePlanPlaced': {
			const without = (ids: readonly string[]) => ids.filter((id) => id !== event.planId);
			const [replacing, varying] = [without(state.replacing), without(state.varying)];
			if (event.place === 'replaced') replacing.push(event.planId);
			if (event.place === 'varied') varying.push(event.planId);
			return { ...state, replacing, varying };
		}
	}
}

/** Another figure, rhythm or first day lasts as long as it lasts, whatever was set before. */
function isAsLong(before: Offer | null, now: Offer): boolean {
	return (
		before !== null &&
		before.amount === now.amount &&
		before.rhythm === now.rhythm &&
		before.firstOn === now.firstOn
	);
}

function withTerm(offer: Offer, term: SetTerm | null): Offer {
	return term === null ? offer : { ...offer, outsidePolicyBecause: term.why };
}
