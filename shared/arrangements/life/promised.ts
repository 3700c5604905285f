/**
 * Whether a promise was kept (policy L8, in the measure of L1): nearly all of it by the last day that it holds the next
 * step. Until then it is neither, unless it is paid.
 */
import type { Policy } from '../../law/policy-values.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { isKept } from './kept.ts';

export type PromiseFacts = { amount: Pence; byOn: Day; holdsUntil: Day; paid: Pence };

export function promiseNow(
	{ amount, byOn, holdsUntil, paid }: PromiseFacts,
	{ today, policy }: { today: Day; policy: Policy }
): 'live' | 'kept' | 'broken' {
	if (isKept(paid, { due: amount, dueOn: byOn, returnedOn: null }, policy.L1.value)) return 'kept';
	return holdsUntil < today ? 'broken' : 'live';
}
