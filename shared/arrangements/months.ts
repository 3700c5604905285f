/** How long a plan lasts. */
import { payDaysUntil } from '../time/pay-days.ts';
import type { Plan } from './plan.ts';

/** In whole months, as policy counts them. */
export function monthsOf({ offer, payments }: Plan): number {
	const lastOn = payments.at(-1)?.on ?? offer.firstOn;
	return payDaysUntil({ rhythm: 'monthly', firstOn: offer.firstOn }, lastOn);
}
