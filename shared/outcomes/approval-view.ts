/**
 * What a team leader sees of what is asked: the figures and why, and that there is a support need, never who. The board
 * says in short that something waits; it is opened before it is answered.
 */
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { Pence } from '../money/pence.ts';
import type { Instant } from '../time/day.ts';
import type { Rhythm } from '../time/pay-days.ts';
import type { ApprovalState, InShort, Need } from './approval.ts';

/** On the board: whole, with the version that decides which of two is newer. */
export type ApprovalNotice = {
	approvalId: string;
	contactId: string;
	teamId: string;
	version: number;
	state: ApprovalState;
	role: AgreeingRole;
	officer: { id: string; name: string };
	/** Who has it open or answered it. */
	leader: { id: string; name: string } | null;
	asks: readonly InShort[];
	askedAt: Instant;
	expiresAt: Instant;
	decidedAt: Instant | null;
	/** Of its contact: when it has moved on, what is asked may be no longer what would be agreed. */
	contactVersion: number;
};

/** Opened, to be decided on. */
export type ApprovalCase = {
	needs: readonly Need[];
	/** Why the officer asks. */
	reason: string;
	/** Null where no statement says. */
	means: {
		left: Pence;
		usable: Pence;
		/** Each month, once the plan is paid; null where none is asked for, or another is offered by now. */
		leaves: Pence | null;
	} | null;
	/** The least that the officer could agree alone; null where there is no such plan. */
	within: { amount: Pence; rhythm: Rhythm; paymentCount: number } | null;
	hasSupportNeed: boolean;
	/** What is asked is no longer what would be agreed. */
	isChanged: boolean;
};

/** `asked` is null once it is over, and for whom it is not to answer. */
export type ApprovalSeen = { notice: ApprovalNotice; asked: ApprovalCase | null };

export type ApprovalDecision =
	| { answer: 'grant'; conditions: readonly string[]; note: string }
	| { answer: 'refuse'; reason: string };
