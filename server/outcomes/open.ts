/**
 * The outcomes room, put together: commits, approvals and their timer. What changed is told after the commit, to every
 * screen that shows it.
 */
import type { PersonIn } from '../../shared/monitoring/leaders-in.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { ApprovalDecision } from '../../shared/outcomes/approval-view.ts';
import type { Committed } from '../../shared/outcomes/committed.ts';
import type { ReadBackLine } from '../../shared/outcomes/read-back.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { raiseTile } from '../monitoring/raise-tile.ts';
import type { Announcer } from '../realtime/announce.ts';
import { answerApproval, openApproval, type Answered, type Opened } from './answer-approval.ts';
import { askApproval, lapsed, withdrawApproval, type ApprovalAsked } from './ask-approval.ts';
import { askAnother, whomElse, type AnotherAsked } from './ask-another.ts';
import { commit } from './commit.ts';
import { previewAgreement, type Previewed } from './preview.ts';
import { seeApproval, type Seen } from './see-approval.ts';

export type OutcomesParts = {
	database: Database;
	clock: Clock;
	announcer: Announcer;
	council: string;
	/** Whoever has a screen open, at any process. */
	isIn: () => Promise<readonly PersonIn[]>;
	/** Tells every screen a contact is on. */
	show: (contactId: string) => Promise<void>;
	failed: (cause: unknown) => void;
};

export type Outcomes = {
	commit(asked: {
		contactId: string;
		key: string;
		shown: readonly ReadBackLine[];
		officer: Officer;
	}): Promise<Committed>;
	askApproval(asked: {
		contactId: string;
		reason: string;
		officer: Officer;
	}): Promise<ApprovalAsked>;
	/** Who else is in and may be asked when nobody answers. */
	whomElse(asked: { contactId: string }): Promise<readonly PersonIn[]>;
	askAnother(asked: {
		contactId: string;
		leaderId: string;
		reason: string;
		officer: Officer;
	}): Promise<AnotherAsked>;
	withdrawApproval(asked: { contactId: string; officer: Officer }): Promise<{ ok: boolean }>;
	/** The agreement as it would be printed, marked as not agreed. */
	preview(asked: { contactId: string }): Promise<Previewed>;
	/** Where it stands, and the case while it is theirs to answer. Changes nothing. */
	seeApproval(asked: { approvalId: string; leader: Officer }): Promise<Seen>;
	openApproval(asked: { approvalId: string; leader: Officer }): Promise<Opened>;
	answerApproval(asked: {
		approvalId: string;
		leader: Officer;
		decision: ApprovalDecision;
	}): Promise<Answered>;
	/** Lets what nobody answered in time lapse. */
	sweep(): Promise<void>;
};

export function openOutcomes(parts: OutcomesParts): Outcomes {
	const { database, clock } = parts;
	const now = () => ({ at: clock.now(), today: clock.today() });
	const telling = tellingFor(parts);
	return {
		commit: (asked) =>
			inTransaction(database, async (tx) => {
				const { committed, changed } = await commit(tx, {
					...asked,
					...now(),
					council: parts.council
				});
				// What was asked and not answered is not waited for any more.
				if (committed.ok && changed.length > 0) await withdrawApproval(tx, { ...asked, ...now() });
				for (const contactId of changed) telling.contact(tx, contactId);
				if (changed.length > 0) await telling.tile(tx, asked.officer.id);
				return committed;
			}),
		askApproval: (asked) =>
			telling.whatCameOf(asked, (tx) => askApproval(tx, { ...asked, ...now() })),
		async whomElse(asked) {
			const isIn = await parts.isIn();
			return inTransaction(database, (tx) => whomElse(tx, { ...asked, isIn }));
		},
		async askAnother(asked) {
			const isIn = await parts.isIn();
			return telling.whatCameOf(asked, (tx) => askAnother(tx, { ...asked, ...now(), isIn }));
		},
		preview: (asked) =>
			inTransaction(database, (tx) =>
				previewAgreement(tx, { ...asked, council: parts.council, today: clock.today() })
			),
		withdrawApproval: (asked) =>
			inTransaction(database, async (tx) => {
				const approvalId = await withdrawApproval(tx, { ...asked, ...now() });
				if (approvalId) telling.contact(tx, asked.contactId);
				return { ok: approvalId !== undefined };
			}),
		seeApproval: (asked) =>
			inTransaction(database, (tx) => seeApproval(tx, { ...asked, ...now() })),
		openApproval: (asked) =>
			inTransaction(database, async (tx) => {
				const opened = await openApproval(tx, { ...asked, ...now() });
				if (opened.ok) telling.contact(tx, opened.contactId);
				return opened;
			}),
		answerApproval: (asked) =>
			inTransaction(database, async (tx) => {
				const answered = await answerApproval(tx, { ...asked, ...now() });
				if (answered.ok) telling.contact(tx, answered.contactId);
				return answered;
			}),
		sweep: () =>
			inTransaction(database, async (tx) => {
				for (const { contactId } of await lapsed(tx, clock.now())) telling.contact(tx, contactId);
			})
	};
}

function tellingFor({ database, announcer, clock, show, failed }: OutcomesParts) {
	const contact = (tx: Transaction, contactId: string) =>
		tx.afterCommit(() => void show(contactId).catch(failed));
	return {
		contact,
		/** Every screen the contact is on, where it was done. */
		whatCameOf: <Answer extends { ok: boolean }>(
			{ contactId }: { contactId: string },
			work: (tx: Transaction) => Promise<Answer>
		): Promise<Answer> =>
			inTransaction(database, async (tx) => {
				const answer = await work(tx);
				if (answer.ok) contact(tx, contactId);
				return answer;
			}),
		tile: async (tx: Transaction, officerId: string): Promise<void> => {
			const tile = await raiseTile(tx, { officerId, at: clock.now() });
			if (tile) tx.afterCommit(() => announcer.tile(tile));
		}
	};
}
