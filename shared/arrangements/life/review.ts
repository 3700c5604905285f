/** On which days an arrangement is looked at again (policy L7): every six months where it runs over twelve. */
import { isWithinMonths } from '../../affordability/forms.ts';
import type { PolicyValues } from '../../law/policy-values.ts';
import { addMonths, type Day } from '../../time/day.ts';

export function reviewDays(
	plan: { firstOn: Day; lastOn: Day },
	{ everyMonths, overMonths }: PolicyValues['L7']
): Day[] {
	if (isWithinMonths(plan, overMonths)) return [];
	const days: Day[] = [];
	for (let on = addMonths(plan.firstOn, everyMonths); on <= plan.lastOn;)
		on = addMonths(plan.firstOn, everyMonths * (days.push(on) + 1));
	return days;
}
