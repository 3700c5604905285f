/**
 * Lines of the log about money: the statement (`statement-events.ts`), what is offered, and each line read back. Amounts
 * are in the line; what is written in words lies beside it.
 */
import type { Method } from '../../arrangements/schedule.ts';
import type { CollectingAnswer } from '../../arrangements/terms/collector.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { Rhythm } from '../../time/pay-days.ts';
import { isStatementEvent, type CarriedEvent, type StatementEvent } from './statement-events.ts';

/** Whose figure it is: the customer's own, the first suggestion, or one tried with them. */
export const OFFERED_BY = ['customer', 'suggestion', 'trying'] as const;

export type OfferedBy = (typeof OFFERED_BY)[number];

export const PLACES = ['in', 'out'] as const;

export type OfferEvent =
	/** Words: `why`, where they ask to pay more than is usable. */
	| {
			type: 'offerMade';
			amount: Pence;
			rhythm: Rhythm;
			firstOn: Day;
			method: Method;
			nextPayDay: Day | null;
			offeredBy: OfferedBy;
	  }
	/** Of the offer that stands, by an officer and not the customer. Words: `why`, once it is written. */
	| { type: 'termSet'; months: number }
	| { type: 'offerCleared' }
	/** Only where policy leaves it to the customer. */
	| { type: 'debtPlaced'; debtId: string; place: (typeof PLACES)[number] }
	/** Of a plan of theirs that still runs: this one takes its place or varies it, or it goes on. */
	| { type: 'livePlanPlaced'; planId: string; place: (typeof PLAN_PLACES)[number] }
	/** What becomes of whatever collects a debt already. */
	| { type: 'collectingAnswered'; debtId: string; answer: CollectingAnswer };

export const PLAN_PLACES = ['replaced', 'varied', 'kept'] as const;

export const READ_BACK_ANSWERS = ['agrees', 'wants-a-change', 'wants-time'] as const;

export type ReadBackAnswer = (typeof READ_BACK_ANSWERS)[number];

export type ReadBackEvent =
	/** Words: `text`, exactly as it stood when it was said. */
	{ type: 'readBackSaid'; line: string } | { type: 'readBackAnswered'; answer: ReadBackAnswer };

export type MoneyEvent = StatementEvent | OfferEvent | ReadBackEvent;

const OFFER_EVENTS = {
	offerMade: true,
	termSet: true,
	offerCleared: true,
	debtPlaced: true,
	livePlanPlaced: true,
	collectingAnswered: true
} as const satisfies Record<OfferEvent['type'], true>;

const READ_BACK_EVENTS = {
	readBackSaid: true,
	readBackAnswered: true
} as const satisfies Record<ReadBackEvent['type'], true>;

type Typed = { type: string };

export function isMoneyEvent<Event extends Typed>(
	event: Event
): event is Extract<Event, { type: (MoneyEvent | CarriedEvent)['type'] }> {
	return isStatementEvent(event) || isOfferEvent(event) || event.type in READ_BACK_EVENTS;
}

export function isOfferEvent<Event extends Typed>(
	event: Event
): event is Extract<Event, { type: OfferEvent['type'] }> {
	return event.type in OFFER_EVENTS;
}
