/** Officers' tiles, their teams, the calls and the approvals that a board is made of, as small as they can be. */
import type { ApprovalNotice } from '../../shared/outcomes/approval-view.ts';
import { NOBODY_LEFT, type BoardCall, type TeamState } from '../../shared/monitoring/team-state.ts';
import type { Tile } from '../../shared/monitoring/tile.ts';
import { instant } from '../../shared/time/day.ts';

export const AT = instant('2026-11-19T10:00:00Z');

export const after = (seconds: number) => instant(new Date(Date.parse(AT) + seconds * 1000));

export function tile(officerId: string, state: Partial<Tile['state']> = {}, version = 1): Tile {
	return {
		officerId,
		officerName: officerId,
		teamId: 'recovery',
		version,
		at: AT,
		state: {
			chosen: 'available',
			presence: 'available',
			since: AT,
			contactId: null,
			step: null,
			pauseReason: null,
			...state
		}
	};
}

export function team(state: Partial<TeamState['state']> = {}, version = 1): TeamState {
	return {
		teamId: 'recovery',
		version,
		at: AT,
		state: {
			waiting: [],
			calls: [],
			hours: [],
			left: NOBODY_LEFT,
			approvals: [],
			outcomes: [],
			...state
		}
	};
}

export function call(changes: Partial<BoardCall> = {}): BoardCall {
	return {
		contactId: 'c1',
		officerId: 'Priya',
		channel: 'phone',
		queue: 'council-tax',
		since: AT,
		wrapUpUntil: null,
		guide: null,
		entered: [],
		needsSupport: false,
		pausedSince: null,
		help: null,
		...changes
	};
}

export function notice(changes: Partial<ApprovalNotice>): ApprovalNotice {
	return {
		approvalId: 'a1',
		contactId: 'c1',
		teamId: 'recovery',
		version: 1,
		state: 'waiting',
		role: 'leader',
		officer: { id: 'Priya', name: 'Priya' },
		leader: null,
		asks: [],
		askedAt: AT,
		expiresAt: after(180),
		decidedAt: null,
		contactVersion: 9,
		...changes
	};
}
