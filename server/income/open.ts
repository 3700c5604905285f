/**
 * The income room, put together: money typed by hand, money that waits, what is given back and what banks said. What
 * changed is told after the commit, to every screen it is on.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReceiptPart } from '../../shared/contacts/income-events.ts';
import type { KeptByHand, Look, Shown, Typed } from '../../shared/income/by-hand.ts';
import type { SentFile } from '../../shared/income/sent-files.ts';
import type { Pence } from '../../shared/money/pence.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import type { Log } from '../log.ts';
import type { Auth } from '../officers/auth.ts';
import {
	cancelTyped,
	lookByHand,
	takeTyped,
	type CancelAnswer,
	type TakeAnswer
} from './by-hand.ts';
import { placeReceipt, undoReceipt, type MoneyMoved, type MoneyRefusal } from './place.ts';
import { keptLately } from './see-by-hand.ts';
import { filesSent } from './see-files.ts';
import { receiptRoute } from './receive-route.ts';
import { theirMoney, type TheirMoney } from './their-money.ts';

export type IncomeParts = {
	database: Database;
	clock: Clock;
	log: Log;
	auth: Auth;
	origin: string;
	dataDir: string;
	/** Tells every screen a contact is on. */
	show: (contactId: string) => Promise<void>;
	failed: (cause: unknown) => void;
};

export type MoneyAnswer = { ok: true } | { ok: false; because: MoneyRefusal };

type InContact = { contactId: string; receiptId: string; key: string; officer: Officer };

type By = { officer: Officer };

export type Income = {
	/** What waits and looks like the customer's of this contact. */
	theirs(contactId: string): Promise<TheirMoney>;
	place(asked: InContact & { parts: readonly ReceiptPart[] }): Promise<MoneyAnswer>;
	undo(asked: InContact): Promise<MoneyAnswer>;
	byHand: {
		look(asked: { amount: Pence; reference: string }): Promise<Look>;
		take(
			asked: By & { key: string; typed: Typed; shown: Shown; isAnother: boolean }
		): Promise<Told<TakeAnswer>>;
		cancel(asked: By & { receiptId: string; key: string }): Promise<Told<CancelAnswer>>;
		lately(asked: By): Promise<readonly KeptByHand[]>;
	};
	/** The files of money that were sent last. */
	files(): Promise<readonly SentFile[]>;
	/** Answers a request of the route that files come by; false where it is for somebody else. */
	answer(request: IncomingMessage, response: ServerResponse): boolean;
};

/** Without the contacts that had to be told. */
type Told<Answer> = Answer extends { changed: readonly string[] }
	? Omit<Answer, 'changed'>
	: Answer;

export function openIncome(parts: IncomeParts): Income {
	const { database, clock, show, failed } = parts;
	const now = () => ({ at: clock.now(), today: clock.today() });
	const byOf = ({ id, role }: Officer) => ({
		officerId: id,
		isLeader: hasAuthority(role, 'leader')
	});
	const tell = (contactIds: readonly string[]) => {
		for (const contactId of contactIds) void show(contactId).catch(failed);
	};
	async function thenShown<Answer extends { ok: boolean }>(
		work: (tx: Transaction) => Promise<Answer>
	): Promise<Told<Answer>> {
		return inTransaction(database, async (tx) => {
			const { changed, ...answer } = (await work(tx)) as Answer & { changed?: readonly string[] };
			tx.afterCommit(() => tell(changed ?? []));
			return answer as unknown as Told<Answer>;
		});
	}
	return {
		theirs: (contactId) =>
			inTransaction(database, (tx) => theirMoney(tx, { contactId, today: clock.today() })),
		place: ({ officer, ...asked }) =>
			thenShown<MoneyMoved>((tx) =>
				placeReceipt(tx, { ...asked, officerId: officer.id, ...now() })
			),
		undo: ({ officer, ...asked }) =>
			thenShown<MoneyMoved>((tx) => undoReceipt(tx, { ...asked, officerId: officer.id, ...now() })),
		byHand: {
			look: (asked) =>
				inTransaction(database, (tx) => lookByHand(tx, { ...asked, today: clock.today() })),
			take: ({ officer, ...asked }) =>
				thenShown<TakeAnswer>((tx) => takeTyped(tx, { ...asked, officerId: officer.id, ...now() })),
			cancel: ({ officer, ...asked }) =>
				thenShown<CancelAnswer>((tx) => cancelTyped(tx, { ...asked, ...byOf(officer), ...now() })),
			lately: ({ officer }) => keptLately(database.orm, { ...byOf(officer), today: clock.today() })
		},
		files: () => filesSent(database.orm),
		answer: receiptRoute({ ...parts, tell })
	};
}
