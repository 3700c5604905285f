/** The income room, put together: money that waits, placed and undone during a contact. What changed is told after. */
import type { Officer } from '../../shared/officers/roles.ts';
import type { ReceiptPart } from '../../shared/contacts/income-events.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { placeReceipt, undoReceipt, type MoneyMoved, type MoneyRefusal } from './place.ts';
import { theirMoney, type TheirMoney } from './their-money.ts';

export type IncomeParts = {
	database: Database;
	clock: Clock;
	/** Tells every screen a contact is on. */
	show: (contactId: string) => Promise<void>;
	failed: (cause: unknown) => void;
};

export type MoneyAnswer = { ok: true } | { ok: false; because: MoneyRefusal };

type InContact = { contactId: string; receiptId: string; key: string; officer: Officer };

export type Income = {
	/** What waits and looks like the customer's of this contact. */
	theirs(contactId: string): Promise<TheirMoney>;
	place(asked: InContact & { parts: readonly ReceiptPart[] }): Promise<MoneyAnswer>;
	undo(asked: InContact): Promise<MoneyAnswer>;
};

export function openIncome({ database, clock, show, failed }: IncomeParts): Income {
	const now = () => ({ at: clock.now(), today: clock.today() });
	const thenShown = (work: (tx: Transaction) => Promise<MoneyMoved>): Promise<MoneyAnswer> =>
		inTransaction(database, async (tx) => {
			const moved = await work(tx);
			if (!moved.ok) return moved;
			for (const contactId of moved.changed)
				tx.afterCommit(() => void show(contactId).catch(failed));
			return { ok: true };
		});
	return {
		theirs: (contactId) =>
			inTransaction(database, (tx) => theirMoney(tx, { contactId, today: clock.today() })),
		place: ({ officer, ...asked }) =>
			thenShown((tx) => placeReceipt(tx, { ...asked, officerId: officer.id, ...now() })),
		undo: ({ officer, ...asked }) =>
			thenShown((tx) => undoReceipt(tx, { ...asked, officerId: officer.id, ...now() }))
	};
}
