/**
 * Lines of the log about money: the statement as it is told, what is offered, and each line read back. Amounts are in
 * the line; what is written in words lies beside it.
 */
import type { Frequency } from '../affordability/frequency.ts';
import type { GuidelineArea } from '../affordability/groups.ts';
import type { LineId } from '../affordability/lines.ts';
import type { Form, Household, Provenance } from '../affordability/statement.ts';
import type { Method } from '../arrangements/schedule.ts';
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { Rhythm } from '../time/pay-days.ts';

export type StatementEvent =
	| { type: 'statementFormChosen'; form: Form }
	| { type: 'householdSet'; household: Household }
	/** Without an amount it is off the statement, and how often is kept. Words: `note`, absent where it is as it was. */
	| {
			type: 'statementLineSet';
			line: LineId;
			amount: Pence | null;
			frequency: Frequency;
			provenance: Provenance;
	  }
	/** The three questions; null is not answered yet. Words: `change`, what is about to. */
	| {
			type: 'answersGiven';
			isAffordable: boolean | null;
			isChanging: boolean | null;
			hasOtherArrears: boolean | null;
	  }
	/** Words: `reason`. */
	| { type: 'guidelineReasonWritten'; area: GuidelineArea }
	| { type: 'statementFinished' };

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
	| { type: 'offerCleared' }
	/** Only where policy leaves it to the customer. */
	| { type: 'debtPlaced'; debtId: string; place: (typeof PLACES)[number] }
	/** Of a plan of theirs that still runs: this one takes its place, or it goes on. */
	| { type: 'livePlanPlaced'; planId: string; place: (typeof PLAN_PLACES)[number] };

export const PLAN_PLACES = ['replaced', 'kept'] as const;

export const READ_BACK_ANSWERS = ['agrees', 'wants-a-change', 'wants-time'] as const;

export type ReadBackAnswer = (typeof READ_BACK_ANSWERS)[number];

export type ReadBackEvent =
	/** Words: `text`, exactly as it stood when it was said. */
	{ type: 'readBackSaid'; line: string } | { type: 'readBackAnswered'; answer: ReadBackAnswer };

export type MoneyEvent = StatementEvent | OfferEvent | ReadBackEvent;

const STATEMENT_EVENTS = {
	statementFormChosen: true,
	householdSet: true,
	statementLineSet: true,
	answersGiven: true,
	guidelineReasonWritten: true,
	statementFinished: true
} as const satisfies Record<StatementEvent['type'], true>;

const OFFER_EVENTS = {
	offerMade: true,
	offerCleared: true,
	debtPlaced: true,
	livePlanPlaced: true
} as const satisfies Record<OfferEvent['type'], true>;

const READ_BACK_EVENTS = {
	readBackSaid: true,
	readBackAnswered: true
} as const satisfies Record<ReadBackEvent['type'], true>;

type Typed = { type: string };

export function isMoneyEvent<Event extends Typed>(
	event: Event
): event is Extract<Event, { type: MoneyEvent['type'] }> {
	return isStatementEvent(event) || isOfferEvent(event) || event.type in READ_BACK_EVENTS;
}

export function isStatementEvent<Event extends Typed>(
	event: Event
): event is Extract<Event, { type: StatementEvent['type'] }> {
	return event.type in STATEMENT_EVENTS;
}

export function isOfferEvent<Event extends Typed>(
	event: Event
): event is Extract<Event, { type: OfferEvent['type'] }> {
	return event.type in OFFER_EVENTS;
}
