/**
 * Lines of the log about the statement. Amounts are in the line; what is written in words lies beside it. A statement of
 * before is carried into a contact by the server alone, once identity has passed.
 */
import type { FigureId, Side } from '../../affordability/business/cash-flow.ts';
import type { Frequency } from '../../affordability/frequency.ts';
import type { GuidelineArea } from '../../affordability/groups.ts';
import type { Home } from '../../affordability/home.ts';
import type { KeptStatement } from '../../affordability/kept.ts';
import type { LineId } from '../../affordability/lines.ts';
import type { Provenance } from '../../affordability/provenance.ts';
import type { Form, Household, Statement } from '../../affordability/statement.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { Channel } from './channel.ts';

export type StatementEvent =
	| { type: 'statementFormChosen'; form: Form }
	| { type: 'householdSet'; household: Household }
	| { type: 'homeDescribed'; home: Home }
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
	/** As it was told before figures had a provenance: what is in the bank as the first week begins. */
	| { type: 'cashFlowOpened'; amount: Pence | null }
	/** Week 1 to 13. */
	| { type: 'cashFlowWeekSet'; week: number; side: Side; amount: Pence | null }
	/** One figure of the thirteen weeks and where it is from. Words: `note`, absent where it is as it was. */
	| { type: 'cashFlowFigureSet'; figure: FigureId; amount: Pence | null; provenance: Provenance }
	/** A debt adviser drew it up on a day; null takes that back. Words: `name`, `organisation`. */
	| { type: 'statementFromAdviser'; on: Day | null }
	| { type: 'statementFinished' };

/** The last that was kept, and one that was begun in another contact since and not finished. Words as they are split off. */
export type CarriedEvent = {
	type: 'statementCarried';
	kept: KeptStatement | null;
	resumed: { channel: Channel; statement: Statement } | null;
};

const STATEMENT_EVENTS = {
	statementFormChosen: true,
	householdSet: true,
	homeDescribed: true,
	statementLineSet: true,
	answersGiven: true,
	guidelineReasonWritten: true,
	cashFlowOpened: true,
	cashFlowWeekSet: true,
	cashFlowFigureSet: true,
	statementFromAdviser: true,
	statementFinished: true,
	statementCarried: true
} as const satisfies Record<(StatementEvent | CarriedEvent)['type'], true>;

export function isStatementEvent<Event extends { type: string }>(
	event: Event
): event is Extract<Event, { type: (StatementEvent | CarriedEvent)['type'] }> {
	return event.type in STATEMENT_EVENTS;
}
