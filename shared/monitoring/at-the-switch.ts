/**
 * What a telephone switch is told of an officer: nobody is offered a call from a queue while they write the last one up,
 * are on a break or take none. It follows from their tile alone, so that it can be told again whenever a switch may have
 * forgotten it.
 */
import type { Tile } from './tile.ts';

export type AtTheSwitch = { verb: 'ready' } | { verb: 'pause'; reason: string };

/** Null while a contact is in their hands: the switch goes on as it was told before. */
export function atTheSwitch({
	presence,
	pauseReason
}: Pick<Tile['state'], 'presence' | 'pauseReason'>): AtTheSwitch | null {
	switch (presence) {
		case 'available':
			return { verb: 'ready' };
		case 'wrap-up':
			return { verb: 'pause', reason: 'Wrap-up' };
		case 'paused':
			return { verb: 'pause', reason: pauseReason ?? 'Break' };
		case 'offline':
			return { verb: 'pause', reason: pauseReason ?? 'Not taking calls' };
		case 'ringing':
		case 'on-call':
		case 'on-hold':
		case 'desk':
			return null;
	}
}
