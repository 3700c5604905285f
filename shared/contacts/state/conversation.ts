/**
 * What has been talked about in a contact, beside its call: who they are, what they told us, what is offered and read
 * back. It is about one customer: when another is chosen it begins again.
 */
import type { LogPlace } from '../log/events.ts';
import { isIncomeEvent, type IncomeEvent } from '../log/income-events.ts';
import { incomeAfter, NO_INCOME, type IncomeState } from './income-state.ts';
import { isMoneyEvent, isOfferEvent, type MoneyEvent } from '../log/money-events.ts';
import { NO_OFFER, offerAfter, type OfferState } from './offer-state.ts';
import { isOutcomeEvent, type OutcomeEvent } from '../log/outcome-events.ts';
import { NO_OUTCOMES, outcomesAfter, type OutcomeState } from './outcome-state.ts';
import { isPersonEvent, type PersonEvent } from '../log/person-events.ts';
import { NO_PERSON, personAfter, personChosen, type PersonState } from './person-state.ts';
import { NOT_READ_BACK, readBackAfter, type ReadBackState } from './read-back-state.ts';
import { isStatementEvent, type CarriedEvent } from '../log/statement-events.ts';
import { isCarried, NO_STATEMENT, statementAfter, type StatementState } from './statement-state.ts';

export type Conversation = {
	customerId: string | null;
	/** Who they are and what they told us. */
	person: PersonState;
	statement: StatementState;
	offer: OfferState;
	readBack: ReadBackState;
	/** What is staged, approved and committed. */
	outcomes: OutcomeState;
	/** Money that waited and was placed. */
	income: IncomeState;
};

export const NO_CONVERSATION: Conversation = {
	customerId: null,
	person: NO_PERSON,
	statement: NO_STATEMENT,
	offer: NO_OFFER,
	readBack: NOT_READ_BACK,
	outcomes: NO_OUTCOMES,
	income: NO_INCOME
};

export type ConversationEvent =
	PersonEvent | MoneyEvent | CarriedEvent | OutcomeEvent | IncomeEvent;

export function isConversationEvent<Event extends { type: string }>(
	event: Event
): event is Extract<Event, { type: ConversationEvent['type'] }> {
	return (
		isPersonEvent(event) || isMoneyEvent(event) || isOutcomeEvent(event) || isIncomeEvent(event)
	);
}

export function conversationAfter(
	{ person, statement, offer, readBack, outcomes, income }: Conversation,
	event: ConversationEvent & LogPlace
): Partial<Conversation> {
	if (isPersonEvent(event))
		return { person: personAfter(person, event), ...heardByAnother(statement, event) };
	if (isStatementEvent(event)) return { statement: statementAfter(statement, event) };
	if (isOfferEvent(event)) return { offer: offerAfter(offer, event) };
	if (isOutcomeEvent(event)) return { outcomes: outcomesAfter(outcomes, event) };
	if (isIncomeEvent(event)) return { income: incomeAfter(income, event) };
	return { readBack: readBackAfter(readBack, event) };
}

/** What was told, offered or read back about one customer is nothing about another. */
export function conversationAbout(
	customerId: string | null,
	conversation: Conversation
): Partial<Conversation> {
	const person = personChosen(conversation.person, customerId);
	if (customerId === conversation.customerId) return { person };
	return { ...NO_CONVERSATION, customerId, person };
}

/** What was carried here from before is the customer's alone: whoever speaks next does not hear it. */
function heardByAnother(statement: StatementState, { type }: PersonEvent): Partial<Conversation> {
	const isAnother = type === 'speakerChanged' || type === 'representativeSpoke';
	return isAnother && isCarried(statement) ? { statement: NO_STATEMENT } : {};
}
