/**
 * What the log says has been agreed so far: what is staged, how a team leader answered, what was committed. Another
 * customer begins with nothing, and what is committed stays as it was read back.
 */
import type { Need, Approval } from '../../outcomes/approval.ts';
import type { Disposition } from '../../outcomes/disposition.ts';
import type { StagedOutcome } from '../../outcomes/outcome.ts';
import type { ReadBackLine } from '../../outcomes/read-back.ts';
import type { Instant } from '../../time/day.ts';
import type { LogPlace } from '../log/events.ts';
import type { OutcomeEvent } from '../log/outcome-events.ts';

export type Staged = { outcome: StagedOutcome; note: string };

export type CommittedState = {
	commitId: string;
	at: Instant;
	lines: readonly ReadBackLine[];
	dispositions: readonly Disposition[];
};

export type OutcomeState = {
	staged: readonly Staged[];
	/** The last that was asked, why, and `of` whom where one leader was chosen; null while none was. */
	approval: (Approval & { asked: string; of: string | null; note: string }) | null;
	/** Of the plan that is offered; null until the server has given it one. */
	paymentReference: string | null;
	committed: CommittedState | null;
	/** Since the figures on this screen were made; null where nothing has changed. */
	figuresChangedAt: Instant | null;
};

export const NO_OUTCOMES: OutcomeState = {
	staged: [],
	approval: null,
	paymentReference: null,
	committed: null,
	figuresChangedAt: null
};

export function outcomesAfter(state: OutcomeState, event: OutcomeEvent & LogPlace): OutcomeState {
	return { ...state, ...changeBy(state, event) };
}

function changeBy(state: OutcomeState, event: OutcomeEvent & LogPlace): Partial<OutcomeState> {
	const words = event.words ?? {};
	switch (event.type) {
		case 'outcomeStaged': {
			const staged = { outcome: event.outcome, note: words['note'] ?? '' };
			return { staged: [...without(state.staged, event.outcome.id), staged] };
		}
		case 'outcomeDropped':
			return { staged: without(state.staged, event.outcomeId) };
		case 'approvalAsked':
			return {
				approval: {
					...NOT_ANSWERED,
					approvalId: event.approvalId,
					role: event.role,
					needs: listIn<Need>(words['needs']),
					asked: words['reason'] ?? '',
					of: words['asked'] ?? null,
					askedAt: event.at,
					expiresAt: event.expiresAt
				}
			};
		case 'paymentReferenceGiven':
			return { paymentReference: event.reference };
		case 'committed':
			return {
				committed: {
					commitId: event.commitId,
					at: event.at,
					lines: listIn<ReadBackLine>(words['lines']),
					dispositions: listIn<Disposition>(words['dispositions'])
				}
			};
		case 'figuresChanged':
			return { figuresChangedAt: event.at };
		default:
			return { approval: answered(state.approval, event) };
	}
}

const NOT_ANSWERED = {
	state: 'waiting',
	openedAt: null,
	decidedAt: null,
	leader: null,
	conditions: [],
	reason: '',
	note: ''
} as const;

type Answered = Extract<OutcomeEvent, { type: `approval${string}` }>;

/** An answer to one that was asked before the last says nothing of the last. */
function answered(
	approval: OutcomeState['approval'],
	event: Exclude<Answered, { type: 'approvalAsked' }> & LogPlace
): OutcomeState['approval'] {
	if (approval?.approvalId !== event.approvalId) return approval;
	const words = event.words ?? {};
	const decidedAt = event.at;
	switch (event.type) {
		case 'approvalOpened': {
			const leader = { id: event.leaderId, name: event.leaderName };
			return { ...approval, state: 'opened', openedAt: event.at, leader };
		}
		case 'approvalGranted': {
			const leader = { id: event.leaderId, name: event.leaderName };
			const conditions = (words['conditions'] ?? '').split('\n').filter((line) => line !== '');
			const note = words['note'] ?? '';
			return { ...approval, state: 'granted', decidedAt, leader, conditions, note };
		}
		case 'approvalRefused': {
			const leader = { id: event.leaderId, name: event.leaderName };
			return { ...approval, state: 'refused', decidedAt, leader, reason: words['reason'] ?? '' };
		}
		case 'approvalLapsed':
			return { ...approval, state: 'timed-out', decidedAt };
		case 'approvalWithdrawn':
			return { ...approval, state: 'withdrawn', decidedAt };
	}
}

function without(staged: readonly Staged[], id: string): readonly Staged[] {
	return staged.filter(({ outcome }) => outcome.id !== id);
}

/** Words may have been deleted when their time was over: then there is nothing to show. */
function listIn<Item>(words: string | undefined): readonly Item[] {
	return words === undefined ? [] : (JSON.parse(words) as Item[]);
}
