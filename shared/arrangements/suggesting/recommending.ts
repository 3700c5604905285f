/**
 * What an officer's request to a team leader says before a word is typed: where only the length of a plan needs them
 * and the payment is at or near all that is usable, that it should be approved. Everything else is the officer's to say.
 */
import { formatPounds } from '../../money/pence.ts';
import { RHYTHM_NAMES } from '../../time/pay-days.ts';
import { mostPayable } from '../filling/afford.ts';
import type { Plan } from '../plan.ts';
import type { PlanRequest } from '../request.ts';
import { shouldBeApproved } from './suggestion.ts';

/** Null where nothing is recommended. */
export function recommendationOf(plan: Plan, request: PlanRequest): string | null {
	if (!request.means) return null;
	const { offer } = plan;
	const most = mostPayable(request.means, { request, payDays: offer }).amount;
	if (!shouldBeApproved(plan, most)) return null;
	const each = `${formatPounds(offer.amount)} ${RHYTHM_NAMES[offer.rhythm]}`;
	const usable =
		offer.amount < most ? `near all that is usable, ${formatPounds(most)}` : 'all that is usable';
	return `Recommend approve. ${each} is ${usable}, and only the length needs you.`;
}
