/** What the log says of money received that was placed in this contact, the last first; undone it is gone from here. */
import { plus, type Pence } from '../../money/pence.ts';
import type { Day, Instant } from '../../time/day.ts';
import type { LogPlace } from '../log/events.ts';
import type { IncomeEvent, ReceiptPart } from '../log/income-events.ts';

export type PlacedReceipt = {
	receiptId: string;
	/** The day it was received. */
	on: Day;
	amount: Pence;
	parts: readonly ReceiptPart[];
	at: Instant;
};

export type IncomeState = { placed: readonly PlacedReceipt[] };

export const NO_INCOME: IncomeState = { placed: [] };

export function incomeAfter({ placed }: IncomeState, event: IncomeEvent & LogPlace): IncomeState {
	const others = placed.filter(({ receiptId }) => receiptId !== event.receiptId);
	if (event.type === 'receiptUndone') return { placed: others };
	const before = placed.find(({ receiptId }) => receiptId === event.receiptId);
	const parts = [...(before?.parts ?? []), ...event.parts];
	const amount = plus(...parts.map((part) => part.amount));
	const { receiptId, on, at } = event;
	return { placed: [{ receiptId, on, amount, parts, at }, ...others] };
}
