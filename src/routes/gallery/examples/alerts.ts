/** What wants a leader, one of each: made by the board's own rule from officers who ask, hold and let wait. */
import { alertsAt } from '#shared/monitoring/alerts.ts';
import { boardOf } from '#shared/monitoring/board.ts';
import { NOBODY_LEFT, type BoardCall } from '#shared/monitoring/team-state.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import { instant } from '#shared/time/day.ts';
import { NOW } from './contacts.ts';

const ago = (seconds: number) => instant(new Date(Date.parse(NOW) - seconds * 1000));

function tile(officerName: string, presence: 'on-call' | 'on-hold'): Tile {
	const state = { chosen: 'available', contactId: officerName, step: 'debts' } as const;
	return {
		officerId: officerName,
		officerName,
		teamId: 'recovery',
		version: 1,
		at: NOW,
		state: { ...state, presence, since: ago(250), pauseReason: null }
	};
}

function call(
	officerId: string,
	help: BoardCall['help'],
	pausedSince: BoardCall['pausedSince'] = null
): BoardCall {
	return {
		contactId: officerId,
		officerId,
		channel: 'phone',
		queue: 'council-tax',
		since: ago(400),
		wrapUpUntil: null,
		guide: null,
		entered: [],
		needsSupport: false,
		pausedSince,
		help
	};
}

const board = boardOf({
	tiles: [
		tile('Shanice Cole', 'on-call'),
		tile('Owen Fairley', 'on-call'),
		tile('Tom Reyes', 'on-hold')
	],
	teams: [
		{
			teamId: 'recovery',
			version: 1,
			at: NOW,
			state: {
				waiting: [{ contactId: 'w', queue: 'parking', since: ago(192) }],
				calls: [
					call('Shanice Cole', { reason: 'distressed-caller', askedAt: ago(20), leader: null }),
					call('Owen Fairley', {
						reason: 'unsure-of-law',
						askedAt: ago(95),
						leader: { id: 'judith', name: 'Judith Amos' }
					}),
					call('Tom Reyes', null, ago(205))
				],
				hours: [],
				left: NOBODY_LEFT,
				approvals: [],
				outcomes: []
			}
		}
	]
});

export const ALERTS = alertsAt(board, Date.parse(NOW));
