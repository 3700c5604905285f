/**
 * How the talk about a plan opens, before anything is said: as most people pay, monthly by Direct Debit from the first
 * of next month, and with the form of statement that the first suggestion would need (policy P7).
 */
import type { Form } from '../../affordability/statement.ts';
import { dateOf, dayOfDate } from '../../time/day-number.ts';
import { addMonths, type Day } from '../../time/day.ts';
import type { PlanRequest } from '../request.ts';
import { firstSuggestion, type When } from '../suggesting/suggestion.ts';

/** Always within policy P8: no month is longer than its days after agreement. */
export function usualPayDays(today: Day): When {
	const firstOfMonth = dayOfDate({ ...dateOf(today), dayOfMonth: 1 });
	return {
		rhythm: 'monthly',
		firstOn: addMonths(firstOfMonth, 1),
		method: 'direct-debit',
		nextPayDay: null
	};
}

/** Null for a company, whose cash flow stands in its place. */
export function formToBegin(request: PlanRequest): Form | null {
	if (request.payer === 'company') return null;
	const unasked = { ...request, means: null, form: null, notReliable: null };
	const planned = firstSuggestion(usualPayDays(request.today), unasked);
	return planned.ok ? planned.plan.evidence.form : 'full';
}
