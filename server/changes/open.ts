/** The changes room, put together: what a customer tells of their record in a contact. Every screen the contact is on is told after. */
import type { Officer } from '../../shared/officers/roles.ts';
import type { TypedChange } from '../../shared/customers/changes/read.ts';
import type { Clock } from '../clock.ts';
import {
	againOf,
	answerAgain,
	type AgainAnswer,
	type AgainAsked
} from '../contacts/acts/identify-again.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import type { Question } from '../../shared/customers/check/questions.ts';
import { tellChange, type TellAnswer } from './tell.ts';
import { confirmSeen, undoTold, type Seen, type Undone } from './undo.ts';

export type ChangesParts = {
	database: Database;
	clock: Clock;
	/** Tells every screen a contact is on. */
	show: (contactId: string) => Promise<void>;
	failed: (cause: unknown) => void;
};

type Again = Omit<AgainAsked, 'at' | 'today'>;
type OnChange = { changeId: string; officer: Officer };

export type Changes = {
	/** What more is asked before such a change, and where that stands. */
	again(asked: Again): Promise<AgainAnswer>;
	answer(
		asked: Again & { key: string; question: Question; said: string | null }
	): Promise<AgainAnswer>;
	tell(asked: {
		contactId: string;
		key: string;
		officer: Officer;
		typed: TypedChange;
	}): Promise<TellAnswer>;
	undo(asked: OnChange): Promise<Undone>;
	seen(asked: OnChange): Promise<Seen>;
};

export function openChanges({ database, clock, show, failed }: ChangesParts): Changes {
	const now = () => ({ at: clock.now(), today: clock.today() });
	/** `contactOf` an answer that was yes: the contact to show again. */
	const thenShown = <Answer extends { ok: boolean }>(
		contactOf: (answer: Answer & { ok: true }) => string,
		work: (tx: Transaction) => Promise<Answer>
	) =>
		inTransaction(database, async (tx) => {
			const answer = await work(tx);
			if (isYes(answer)) {
				const contactId = contactOf(answer);
				tx.afterCommit(() => void show(contactId).catch(failed));
			}
			return answer;
		});
	return {
		again: (asked) => inTransaction(database, (tx) => againOf(tx, { ...asked, ...now() })),
		answer: (asked) =>
			thenShown(
				() => asked.contactId,
				(tx) => answerAgain(tx, { ...asked, ...now() })
			),
		tell: ({ officer, ...asked }) =>
			thenShown(
				() => asked.contactId,
				(tx) => tellChange(tx, { ...asked, officerId: officer.id, ...now() })
			),
		undo: (asked) =>
			thenShown(
				({ contactId }) => contactId,
				(tx) => undoTold(tx, { ...asked, ...now() })
			),
		seen: (asked) =>
			thenShown(
				({ contactId }) => contactId,
				(tx) => confirmSeen(tx, { ...asked, ...now() })
			)
	};
}

function isYes<Answer extends { ok: boolean }>(answer: Answer): answer is Answer & { ok: true } {
	return answer.ok;
}
