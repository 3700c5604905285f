/** What a verb comes to at this switch: one action of its own, and how its events show that it has happened. */
import type { Lines } from '#shared/calls/lines.ts';
import type { CommandRefusal } from '../port.ts';
import type { Fields } from './actions.ts';
import type { Leg } from './legs.ts';

export type Planned =
	| {
			ok: true;
			action: string;
			fields: Fields;
			/** The same action again, one after the other: keys are pressed one at a time. */
			then?: readonly Fields[];
			/** True once the switch's events have shown it. */
			isDone: (lines: Lines) => boolean;
			/** The officer's leg that ends because the officer asked. */
			ending?: Leg;
	  }
	| { ok: false; because: CommandRefusal };
