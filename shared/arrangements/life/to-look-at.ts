/** A late plan in a list: nobody is in touch, so its name is masked. */
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';

export type ToLookAt = {
	id: string;
	number: string;
	name: string;
	putRightBy: Day;
	short: Pence;
	debts: readonly string[];
	isHeld: boolean;
	/** Somebody must look at it before the plan is called broken. */
	hasNeed: boolean;
};
