/**
 * Whether an instalment was kept, and what a first miss sets going (policy L1 and L2): nearly all of it by five working
 * days after it was due, or for a Direct Debit by the day after it came back; then a message, an offered call and
 * fourteen days to put it right, in which nothing else happens.
 */
import type { PolicyValues } from '../../law/policy-values.ts';
import { minus, type Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';
import { addWorkingDays } from '../../time/working-days.ts';

/** `returnedOn` is when the bank sent a Direct Debit back; null where it did not. */
export type Instalment = { due: Pence; dueOn: Day; returnedOn: Day | null };

/** The day on which it is looked at. */
export function judgedOn({ dueOn, returnedOn }: Instalment, policy: PolicyValues['L1']): Day {
	return returnedOn ? addDays(returnedOn, 1) : addWorkingDays(dueOn, policy.workingDays);
}

export function isKept(paid: Pence, { due }: Instalment, policy: PolicyValues['L1']): boolean {
	return paid * 100 >= due * policy.keptPercent || minus(due, paid) <= policy.keptWithin;
}

export type FirstMiss = { callOn: Day; putRightBy: Day };

export function firstMiss(missedOn: Day, policy: PolicyValues['L2']): FirstMiss {
	return {
		callOn: addDays(missedOn, policy.callbackOnDay),
		putRightBy: addDays(missedOn, policy.daysToPutRight)
	};
}

/** Whether a returned Direct Debit is asked for once more, on the next pay day, told first. */
export function isTriedAgain(
	bank: { code: string; timesTried: number },
	policy: PolicyValues['L2']
): boolean {
	return policy.retryOnce.includes(bank.code) && bank.timesTried === 1;
}
