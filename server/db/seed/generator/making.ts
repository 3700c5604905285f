/** What the making of one generated debt is given: whose, where it stands, and roughly how much is left of it. */
import { minus, NO_PENCE, type Pence } from '../../../../shared/money/pence.ts';
import type { Day } from '../../../../shared/time/day.ts';
import type { SeedHold, SeedLiability, SeedMovement } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import type { Chance } from './chance.ts';

export type Making = {
	time: Timeline;
	chance: Chance;
	stage: string;
	liable: readonly SeedLiability[];
	holds: readonly SeedHold[];
	left: Pence;
	/** The next reference of a series: `reference('HBO3', 5)` is `HBO300042`. */
	reference(series: string, digits: number): string;
};

/** A challenge won, an order quashed: the whole charge goes back, and whatever was paid towards it never was. */
export function reducedToNothing(charged: Pence, on: Day): SeedMovement {
	return { kind: 'reduction', amount: minus(NO_PENCE, charged), fund: 'income', on };
}
