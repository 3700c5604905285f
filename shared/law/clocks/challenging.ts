/**
 * How council tax is challenged: at the council and then the Valuation Tribunal (LGFA 1992 section 16), never before the
 * magistrates (SI 1992/613 regulation 57), and an order that should not have been made by regulation 36A.
 */
import { day } from '../../time/day.ts';
import { ENGLAND, ENGLAND_AND_WALES, type Rule } from '../rule.ts';

export const TRIBUNAL: Rule<{ monthsForCouncil: number; monthsToAppeal: number }> = {
	id: 'CT.tribunal',
	value: { monthsForCouncil: 2, monthsToAppeal: 2 },
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'Local Government Finance Act 1992',
	provision: 'section 16',
	address: 'https://www.legislation.gov.uk/ukpga/1992/14/section/16',
	confidence: 'unconfirmed',
	plain:
		'They write to the council first, which has two months to answer; then there are two months to appeal to the Valuation Tribunal.'
};

export const NOT_BEFORE_MAGISTRATES: Rule<{ mayBeRaised: false }> = {
	id: 'CT.not-before-magistrates',
	value: { mayBeRaised: false },
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 1992/613',
	provision: 'regulation 57',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/57',
	confidence: 'confirmed',
	plain: 'What can be appealed to the Valuation Tribunal cannot be raised before the magistrates.'
};

export const QUASHING: Rule<{ asksTheCourt: 'council' }> = {
	id: 'CT.quashing',
	value: { asksTheCourt: 'council' },
	from: day('2004-04-22'),
	to: null,
	nations: ENGLAND,
	instrument: 'SI 1992/613',
	provision: 'regulation 36A, inserted by SI 2004/927',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/36A',
	confidence: 'confirmed',
	plain:
		'Where the council finds that an order should not have been made it may ask the court to quash it, or to make one for what was owed.'
};
