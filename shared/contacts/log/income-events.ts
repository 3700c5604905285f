/** Lines of the log about money that was received and waited: where an officer placed it in this contact, and undid it. */
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';

export type ReceiptPart = { debtId: string; amount: Pence };

/** What the server decides, where the money is. A screen asks for these by commands of their own. */
export type IncomeEvent =
	| { type: 'receiptPlaced'; receiptId: string; on: Day; parts: readonly ReceiptPart[] }
	| { type: 'receiptUndone'; receiptId: string };

const INCOME_EVENTS = {
	receiptPlaced: true,
	receiptUndone: true
} as const satisfies Record<IncomeEvent['type'], true>;

export function isIncomeEvent<Event extends { type: string }>(
	event: Event
): event is Extract<Event, { type: IncomeEvent['type'] }> {
	return event.type in INCOME_EVENTS;
}
