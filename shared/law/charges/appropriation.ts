/**
 * Whose choice it is which debt a payment goes to: R v Miskin Lower Justices, ex parte Young [1953] 1 QB 533, as
 * councils apply it. What the council may choose when the payer has not, is disputed.
 */
import { day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, type Rule } from '../rule.ts';

export const APPROPRIATION: Rule<{ byDefault: 'oldest-order' }> = {
	id: 'PAY.appropriation',
	value: { byDefault: 'oldest-order' },
	from: day('1953-01-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'R v Miskin Lower Justices, ex parte Young',
	provision: '[1953] 1 QB 533',
	address: null,
	confidence: 'unconfirmed',
	plain:
		'A payment goes to the debt the payer names, or that its amount plainly matches. Otherwise to the oldest Council Tax under an order.'
};
