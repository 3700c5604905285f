/**
 * What on the board wants a leader now: a caller held or waiting too long. Made from the board and the time, so that
 * two screens with the same board say the same at the same second.
 */
import type { Instant } from '../time/day.ts';
import type { Board } from './board.ts';

export const LONGEST_HOLD_SECONDS = 180;
export const LONGEST_WAIT_SECONDS = 180;

export type Alert =
	| { kind: 'hold'; officerId: string; officerName: string; since: Instant }
	| { kind: 'wait'; contactId: string; queue: string | null; since: Instant };

/** The longest first of each kind; held callers before those who wait. `now` in milliseconds. */
export function alertsAt(board: Pick<Board, 'rows' | 'waiting'>, now: number): Alert[] {
	const held = board.rows.flatMap(({ officerId, officerName, heldSince }): Alert[] =>
		heldSince !== null && isOver(heldSince, { now, seconds: LONGEST_HOLD_SECONDS })
			? [{ kind: 'hold', officerId, officerName, since: heldSince }]
			: []
	);
	const waiting = board.waiting
		.filter(({ since }) => isOver(since, { now, seconds: LONGEST_WAIT_SECONDS }))
		.map((caller): Alert => ({ kind: 'wait', ...caller }));
	return [...held.sort(bySince), ...waiting.sort(bySince)];
}

function isOver(since: Instant, limit: { now: number; seconds: number }): boolean {
	return limit.now - Date.parse(since) >= limit.seconds * 1000;
}

function bySince(a: Alert, b: Alert): number {
	return Date.parse(a.since) - Date.parse(b.since);
}
