/** What one process asks another of a switch, and what it is answered. */
import type { CallCommand, CommandRefusal } from '../port.ts';
import type { RungAnswer } from '../simulator/switch.ts';

/** A telephone of the demo's own switch is made to ring by a scenario. */
export type RingAsked = { verb: 'ring'; scenario: string; extension: string };

export type Asked = CallCommand | RingAsked;

export type Answer =
	| { ok: true }
	| { ok: false; because: CommandRefusal | Extract<RungAnswer, { ok: false }>['because'] };
