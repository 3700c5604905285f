/**
 * When a payment that came back as "refer to payer" is asked for once more: the next pay day that leaves their notice,
 * and told first (policy L2 and P8). Without a pay day to come it is the first day after the notice.
 */
import { directDebitDay, addWorkingDays } from '../../time/working-days.ts';
import type { Day } from '../../time/day.ts';

export function retryOn(
	{ today, payDays }: { today: Day; payDays: readonly Day[] },
	{ directDebitWorkingDays }: { directDebitWorkingDays: number }
): Day {
	const earliest = addWorkingDays(today, directDebitWorkingDays);
	const next = payDays.toSorted().find((on) => on >= earliest);
	return directDebitDay(next ?? earliest).on;
}
