/**
 * Who is not jointly liable for council tax: Local Government Finance Act 1992 s6(4) and s9(2). A day counts as it ends
 * (s2(2)), so that whoever left or died during a day was away or dead for all of it.
 */
import { day } from '../time/day.ts';
import { ENGLAND_AND_WALES, type Rule } from './rule.ts';

const ACT_1992 = {
	instrument: 'Local Government Finance Act 1992',
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	confidence: 'confirmed'
} as const;

export const NOT_JOINTLY_LIABLE: Rule<{ withSomebodyWhoIsNeither: true }> = {
	...ACT_1992,
	id: 'CT.not-jointly-liable',
	value: { withSomebodyWhoIsNeither: true },
	provision: 'sections 6(4) and 9(2)',
	address: 'https://www.legislation.gov.uk/ukpga/1992/14/section/6',
	plain:
		'A student or a severely mentally impaired person is not jointly liable with somebody who is neither.'
};

export const DAY_AS_IT_ENDS: Rule<{ asItEnds: true }> = {
	...ACT_1992,
	id: 'CT.day-as-it-ends',
	value: { asItEnds: true },
	provision: 'section 2(2)',
	address: 'https://www.legislation.gov.uk/ukpga/1992/14/section/2',
	plain: 'A day counts as it stands at its end: who moved out during it was away for all of it.'
};
