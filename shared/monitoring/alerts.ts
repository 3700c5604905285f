/**
 * What on the board wants a leader now: an officer who asks for help, a caller held or waiting too long, a recording
 * that nobody has resumed. Made from the board and the time, so that two screens with the same board say the same at the
 * same second.
 */
import type { Instant } from '../time/day.ts';
import type { Board } from './board.ts';
import type { HelpAsked } from './help-asked.ts';

export const LONGEST_HOLD_SECONDS = 180;
export const LONGEST_WAIT_SECONDS = 180;
export const LONGEST_PAUSE_SECONDS = 180;

/** Since when: asked, on hold, not recorded, ringing. */
export type Alert = { since: Instant } & (
	| { kind: 'help'; officerId: string; officerName: string; help: HelpAsked }
	| { kind: 'hold'; officerId: string; officerName: string }
	| { kind: 'paused'; officerId: string; officerName: string }
	| { kind: 'wait'; contactId: string; queue: string | null }
);

/**
 * Help before a caller held, that before a recording left paused, and that before one who waits; the longest first of
 * each kind, but help to which somebody comes after that to which nobody does. `now` in milliseconds.
 */
export function alertsAt(board: Pick<Board, 'rows' | 'waiting'>, now: number): Alert[] {
	const asking = board.rows.flatMap(({ officerId, officerName, help }): HelpAlert[] =>
		help ? [{ kind: 'help', officerId, officerName, help, since: help.askedAt }] : []
	);
	const held = board.rows.flatMap(({ officerId, officerName, heldSince }): Alert[] =>
		heldSince !== null && isOver(heldSince, { now, seconds: LONGEST_HOLD_SECONDS })
			? [{ kind: 'hold', officerId, officerName, since: heldSince }]
			: []
	);
	const paused = board.rows.flatMap(({ officerId, officerName, pausedSince }): Alert[] =>
		pausedSince !== null && isOver(pausedSince, { now, seconds: LONGEST_PAUSE_SECONDS })
			? [{ kind: 'paused', officerId, officerName, since: pausedSince }]
			: []
	);
	const waiting = board.waiting
		.filter(({ since }) => isOver(since, { now, seconds: LONGEST_WAIT_SECONDS }))
		.map((caller): Alert => ({ kind: 'wait', ...caller }));
	const others = [held, paused, waiting].flatMap((of) => of.sort(bySince));
	return [...asking.sort(byAnswer), ...others];
}

type HelpAlert = Extract<Alert, { kind: 'help' }>;

function byAnswer(a: HelpAlert, b: HelpAlert): number {
	return Number(a.help.leader !== null) - Number(b.help.leader !== null) || bySince(a, b);
}

function isOver(since: Instant, limit: { now: number; seconds: number }): boolean {
	return limit.now - Date.parse(since) >= limit.seconds * 1000;
}

function bySince(a: Alert, b: Alert): number {
	return Date.parse(a.since) - Date.parse(b.since);
}
