/**
 * Lines of the log about what is agreed: what the officer stages and takes back, what a team leader is asked and
 * answers, and the commit. What somebody owes or is told in words lies beside the line, never in it.
 */
import type { OutcomeKind, StagedOutcome } from '../../outcomes/outcome.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import type { Instant } from '../../time/day.ts';

/** What the officer does; nothing is in the books until all of it is committed. */
export type StagingEvent =
	/** Words: `note`. Staged again with the same id it is changed. */
	{ type: 'outcomeStaged'; outcome: StagedOutcome } | { type: 'outcomeDropped'; outcomeId: string };

/** What the server decides. A screen asks for these by commands of their own. */
export type SettledEvent =
	/** Words: `needs`, the figures asked for; `reason`, why the officer asks; `asked`, the one leader who was chosen. */
	| { type: 'approvalAsked'; approvalId: string; role: AgreeingRole; expiresAt: Instant }
	| { type: 'approvalOpened'; approvalId: string; leaderId: string; leaderName: string }
	/** Words: `conditions`, one a line, and `note` to the officer. */
	| { type: 'approvalGranted'; approvalId: string; leaderId: string; leaderName: string }
	/** Words: `reason`. */
	| { type: 'approvalRefused'; approvalId: string; leaderId: string; leaderName: string }
	/** Nobody answered in time: never a yes. */
	| { type: 'approvalLapsed'; approvalId: string }
	| { type: 'approvalWithdrawn'; approvalId: string }
	/** What every payment of the offered plan will quote, so that it can be read back. */
	| { type: 'paymentReferenceGiven'; reference: string }
	/** Words: `lines`, what was read back, and `dispositions`. */
	| { type: 'committed'; commitId: string; kinds: readonly OutcomeKind[] }
	/** A debt, hold or restriction this contact shows has changed elsewhere. */
	| { type: 'figuresChanged' };

export type OutcomeEvent = StagingEvent | SettledEvent;

const OUTCOME_EVENTS = {
	outcomeStaged: true,
	outcomeDropped: true,
	approvalAsked: true,
	approvalOpened: true,
	approvalGranted: true,
	approvalRefused: true,
	approvalLapsed: true,
	approvalWithdrawn: true,
	paymentReferenceGiven: true,
	committed: true,
	figuresChanged: true
} as const satisfies Record<OutcomeEvent['type'], true>;

export function isOutcomeEvent<Event extends { type: string }>(
	event: Event
): event is Extract<Event, { type: OutcomeEvent['type'] }> {
	return event.type in OUTCOME_EVENTS;
}
