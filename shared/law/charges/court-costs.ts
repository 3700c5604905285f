/**
 * What a magistrates' court may add to council tax with a liability order: costs reasonably incurred (SI 1992/613
 * regulation 34(7)(b)), without a cap in England and with one in Wales, and its own fee for the council's application.
 * How much a council asks for is its own policy, in the rows COSTS and OC.
 */
import { pence, type Pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { ENGLAND, ENGLAND_AND_WALES, WALES, type Rule } from '../rule.ts';

export const ORDER_COSTS: readonly Rule<{ most: Pence | null }>[] = [
	{
		id: 'CT.order-costs',
		value: { most: null },
		from: day('1993-04-01'),
		to: null,
		nations: ENGLAND,
		instrument: 'SI 1992/613',
		provision: 'regulation 34(7)(b)',
		address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/34',
		confidence: 'confirmed',
		plain:
			'The court adds the costs that the council reasonably had to bring the case. In England no sum is fixed as the most.'
	},
	{
		id: 'CT.order-costs-wales',
		value: { most: pence(70_00) },
		from: day('1993-04-01'),
		to: null,
		nations: WALES,
		instrument: 'SI 1992/613',
		provision: 'regulation 34, as it stands for Wales',
		address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/34',
		confidence: 'partly',
		plain: 'In Wales the costs of a summons and an order together are £70 at most.'
	}
];

export const COURT_FEE: Rule<{ fee: Pence }> = {
	id: 'CT.order-fee',
	value: { fee: pence(50) },
	from: day('2024-01-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'Magistrates’ court fee for a liability order',
	provision: 'as Shelter printed it in January 2024',
	address: 'https://england.shelter.org.uk/professional_resources/legal/debt/council_tax/recovery',
	confidence: 'confirmed',
	plain:
		'The court charges the council 50p for each order. It is in the costs that the council asks for, and is not added to them.'
};
