/** Plans that wait for somebody, in lists: nobody is in touch, so names are masked. */
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { ReviewDue } from './review.ts';

type Listed = { id: string; number: string; name: string; debts: readonly string[] };

/** Late. */
export type ToLookAt = Listed & {
	putRightBy: Day;
	short: Pence;
	isHeld: boolean;
	/** Somebody must look at it before the plan is called broken. */
	hasNeed: boolean;
};

/** Broken: what may follow is proposed on its page, once its notice has ended. */
export type Broken = Listed & { noticeUntil: Day };

export type ToReview = Listed & ReviewDue;
