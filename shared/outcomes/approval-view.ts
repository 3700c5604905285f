/**
 * What a team leader sees of what is asked: the figures and why, and that there is a support need, never who. The list
 * says only that something waits; it is opened before it is answered.
 */
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { Pence } from '../money/pence.ts';
import type { Instant } from '../time/day.ts';
import type { ApprovalState, Need } from './approval.ts';

/** On the list and over the socket: whole, with the version that decides which of two is newer. */
export type ApprovalNotice = {
	approvalId: string;
	teamId: string;
	version: number;
	at: Instant;
	state: ApprovalState;
	role: AgreeingRole;
	officer: { id: string; name: string };
	/** Who has it open or answered it. */
	leader: { id: string; name: string } | null;
	askedAt: Instant;
	expiresAt: Instant;
};

/** Opened, to be decided on. */
export type ApprovalCase = {
	notice: ApprovalNotice;
	needs: readonly Need[];
	/** Why the officer asks. */
	reason: string;
	left: Pence | null;
	usable: Pence | null;
	hasSupportNeed: boolean;
};

export type ApprovalDecision =
	| { answer: 'grant'; conditions: readonly string[]; note: string }
	| { answer: 'refuse'; reason: string };
