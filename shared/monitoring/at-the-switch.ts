/**
 * What a telephone switch is told of an officer: nobody is offered a call from a queue while they write the last one up,
 * are on a break or take none, or while nobody could pick their telephone up. It follows from their tile alone, so that it can be told again whenever a switch may have
 * forgotten it.
 */
import { isOutOfReach, OURS } from './phone.ts';
import type { Tile } from './tile.ts';

export type AtTheSwitch = { verb: 'ready' } | { verb: 'pause'; reason: string };

/** Null while a contact is in their hands: the switch goes on as it was told before. */
export function atTheSwitch({
	presence,
	pauseReason,
	phone
}: Pick<Tile['state'], 'presence' | 'pauseReason' | 'phone'>): AtTheSwitch | null {
	switch (presence) {
		case 'available':
			return isOutOfReach(phone) ? { verb: 'pause', reason: OURS.phone } : { verb: 'ready' };
		case 'wrap-up':
			return { verb: 'pause', reason: OURS.wrapUp };
		case 'paused':
			return { verb: 'pause', reason: pauseReason ?? OURS.break };
		case 'offline':
			return { verb: 'pause', reason: pauseReason ?? OURS.notTaking };
		case 'ringing':
		case 'on-call':
		case 'on-hold':
		case 'desk':
			return null;
	}
}
