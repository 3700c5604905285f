/**
 * The income room, put together: money typed by hand, money that waits, what is given back and what banks said. What
 * changed is told after the commit, to every screen it is on.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReceiptPart } from '../../shared/contacts/log/income-events.ts';
import type { Did } from '../../shared/income/advices/advice-closing.ts';
import type { AdvicesSeen, AfterAdvice } from '../../shared/income/advices/advices.ts';
import type { KeptByHand, Look, Shown, Typed } from '../../shared/income/by-hand.ts';
import type { CreditSeen } from '../../shared/income/refunds/refunds.ts';
import type { SentFile } from '../../shared/income/sent-files.ts';
import type {
	AccountSeen,
	After,
	HomeSeen,
	SuspenseSeen
} from '../../shared/income/waiting/suspense.ts';
import type { Pence } from '../../shared/money/pence.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Log } from '../log.ts';
import type { Auth } from '../officers/auth.ts';
import {
	cancelTyped,
	lookByHand,
	takeTyped,
	type CancelAnswer,
	type TakeAnswer
} from './counter/by-hand.ts';
import { closeAdvice, type CloseAnswer } from './advices/close-advice.ts';
import { doingFor, type Doing, type Told } from './doing.ts';
import { placeWaiting, undoPlaced, type SuspenseAnswer } from './waiting/place-waiting.ts';
import { placeReceipt, undoReceipt, type MoneyMoved, type MoneyRefusal } from './place.ts';
import { receiptRoute } from './receiving/receive-route.ts';
import {
	approveRefund,
	askRefund,
	refuseRefund,
	type AskAnswer,
	type DecideAnswer,
	type RefundOf
} from './refunds/refund.ts';
import { sayCameBack, sayPaid, type SaidAnswer } from './refunds/refund-paid.ts';
import { advicesSeen } from './advices/see-advices.ts';
import { keptLately } from './counter/see-by-hand.ts';
import { filesSent } from './receiving/see-files.ts';
import { creditsSeen, refundsSeen, type RefundLists } from './refunds/see-refunds.ts';
import { accountsOf, homesOf, suspense } from './waiting/see-waiting.ts';
import { theirMoney, type TheirMoney } from './refunds/their-money.ts';

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

type By = { officer: Officer };
type OnReceipt = By & { receiptId: string; key: string };
type InContact = OnReceipt & { contactId: string };

export type Income = {
	/** What waits and looks like the customer's of this contact. */
	theirs(contactId: string): Promise<TheirMoney>;
	place(asked: InContact & { parts: readonly ReceiptPart[] }): Promise<MoneyAnswer>;
	undo(asked: InContact): Promise<MoneyAnswer>;
	byHand: {
		look(asked: By & { amount: Pence; reference: string }): Promise<Look>;
		take(
			asked: By & { key: string; typed: Typed; shown: Shown; isAnother: boolean }
		): Promise<Told<TakeAnswer>>;
		cancel(asked: OnReceipt): Promise<Told<CancelAnswer>>;
		lately(asked: By): Promise<readonly KeptByHand[]>;
	};
	/** All that waits, for whoever works through it. */
	suspense: {
		list(asked: By & { after: After | null }): Promise<SuspenseSeen>;
		/** Null where it does not wait any more. */
		homes(asked: By & { receiptId: string }): Promise<readonly HomeSeen[] | null>;
		accounts(asked: By & { reference: string }): Promise<readonly AccountSeen[]>;
		place(asked: OnReceipt & { parts: readonly ReceiptPart[] }): Promise<Told<SuspenseAnswer>>;
		undo(asked: OnReceipt & { placedBy: string }): Promise<Told<SuspenseAnswer>>;
	};
	refunds: {
		list(asked: By): Promise<RefundLists & { credits: readonly CreditSeen[] }>;
		ask(
			asked: By & { of: RefundOf; amount: Pence; because: string; key: string }
		): Promise<Told<AskAnswer>>;
		approve(asked: By & { refundId: string }): Promise<Told<DecideAnswer>>;
		refuse(asked: By & { refundId: string }): Promise<Told<DecideAnswer>>;
		/** Somebody looked it up: it was paid that day, or it came back. */
		paid(asked: By & { refundId: string; on: Day }): Promise<Told<SaidAnswer>>;
		cameBack(asked: By & { refundId: string }): Promise<Told<SaidAnswer>>;
	};
	advices: {
		list(asked: By & { after: AfterAdvice | null }): Promise<AdvicesSeen>;
		close(asked: By & { adviceId: string; did: Did }): Promise<Told<CloseAnswer>>;
	};
	/** The files of money that were sent last. */
	files(): Promise<readonly SentFile[]>;
	/** Answers a request of the route that files come by; false where it is for somebody else. */
	answer(request: IncomingMessage, response: ServerResponse): boolean;
};

export function openIncome(parts: IncomeParts): Income {
	const { database, clock } = parts;
	const doing = doingFor(parts);
	const { now, thenShown } = doing;
	return {
		theirs: (contactId) =>
			inTransaction(database, (tx) => theirMoney(tx, { contactId, today: clock.today() })),
		place: ({ officer, ...asked }) =>
			thenShown<MoneyMoved>((tx) =>
				placeReceipt(tx, { ...asked, officerId: officer.id, ...now() })
			),
		undo: ({ officer, ...asked }) =>
			thenShown<MoneyMoved>((tx) => undoReceipt(tx, { ...asked, officerId: officer.id, ...now() })),
		byHand: byHandOf(doing),
		suspense: suspenseOf(doing),
		refunds: refundsOf(doing),
		advices: {
			list: ({ officer, after }) => advicesSeen(database.orm, { after, ...doing.byOf(officer) }),
			close: ({ officer, ...asked }) =>
				thenShown<CloseAnswer>((tx) =>
					closeAdvice(tx, { ...asked, officerId: officer.id, ...now() })
				)
		},
		files: () => filesSent(database.orm),
		answer: receiptRoute({ ...parts, tell: doing.tell })
	};
}

function byHandOf({ database, now, byOf, thenShown }: Doing): Income['byHand'] {
	return {
		look: ({ officer, ...asked }) =>
			inTransaction(database, (tx) => lookByHand(tx, { ...asked, ...byOf(officer), ...now() })),
		take: ({ officer, ...asked }) =>
			thenShown<TakeAnswer>((tx) => takeTyped(tx, { ...asked, ...byOf(officer), ...now() })),
		cancel: ({ officer, ...asked }) =>
			thenShown<CancelAnswer>((tx) => cancelTyped(tx, { ...asked, ...byOf(officer), ...now() })),
		lately: ({ officer }) => keptLately(database.orm, { ...byOf(officer), ...now() })
	};
}

function suspenseOf({ database, now, byOf, thenShown }: Doing): Income['suspense'] {
	return {
		list: ({ officer, after }) => suspense(database.orm, { after, ...byOf(officer), ...now() }),
		homes: ({ officer, ...asked }) =>
			inTransaction(database, (tx) => homesOf(tx, { ...asked, ...byOf(officer), ...now() })),
		accounts: ({ officer, ...asked }) =>
			inTransaction(database, (tx) => accountsOf(tx, { ...asked, ...byOf(officer), ...now() })),
		place: ({ officer, ...asked }) =>
			thenShown<SuspenseAnswer>((tx) => placeWaiting(tx, { ...asked, ...byOf(officer), ...now() })),
		undo: ({ officer, ...asked }) =>
			thenShown<SuspenseAnswer>((tx) => undoPlaced(tx, { ...asked, ...byOf(officer), ...now() }))
	};
}

function refundsOf({ database, now, byOf, thenShown }: Doing): Income['refunds'] {
	return {
		list: async ({ officer }) => {
			const looking = { ...byOf(officer), role: officer.role, ...now() };
			const credits = await creditsSeen(database.orm, looking);
			return { ...(await refundsSeen(database.orm, looking)), credits };
		},
		ask: ({ officer, ...asked }) =>
			thenShown<AskAnswer>((tx) => askRefund(tx, { ...asked, ...byOf(officer), ...now() })),
		approve: ({ officer, ...asked }) =>
			thenShown<DecideAnswer>((tx) =>
				approveRefund(tx, { ...asked, ...byOf(officer), role: officer.role, ...now() })
			),
		refuse: ({ officer, ...asked }) =>
			thenShown<DecideAnswer>((tx) =>
				refuseRefund(tx, { ...asked, ...byOf(officer), role: officer.role, ...now() })
			),
		paid: ({ officer, ...asked }) =>
			thenShown<SaidAnswer>((tx) => sayPaid(tx, { ...asked, officerId: officer.id, ...now() })),
		cameBack: ({ officer, ...asked }) =>
			thenShown<SaidAnswer>((tx) => sayCameBack(tx, { ...asked, officerId: officer.id, ...now() }))
	};
}
