/**
 * How long the council has to go to court for each kind of debt, and what ends with the time: Limitation Act 1980,
 * Care Act 2014 s69(3), SI 1989/1058 reg 12(3), CPR 75. Council tax is in `council-tax.ts`. Most are from memory and
 * say so. Taking from wages or benefits is no action in a court and is not ended by them.
 */
import { day } from '../../time/day.ts';
import { ENGLAND, ENGLAND_AND_WALES, type Rule } from '../rule.ts';

const ACT_1980 = {
	instrument: 'Limitation Act 1980',
	from: day('1981-05-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	address: 'https://www.legislation.gov.uk/ukpga/1980/58',
	confidence: 'unconfirmed'
} as const;

export type TimeLimit = { years: number };

export const SIMPLE_CONTRACT: Rule<TimeLimit> = {
	...ACT_1980,
	id: 'LIM.contract',
	value: { years: 6 },
	provision: 'section 5',
	plain: 'A claim on an invoice is made within six years of the day it became due.'
};

export const SUM_BY_STATUTE: Rule<TimeLimit> = {
	...ACT_1980,
	id: 'LIM.statute',
	value: { years: 6 },
	provision: 'section 9',
	plain:
		'Court action for an overpayment is begun within six years. Taking it from benefits or wages is not court action and can go on.'
};

export const RENT: Rule<TimeLimit> = {
	...ACT_1980,
	id: 'LIM.rent',
	value: { years: 6 },
	provision: 'section 19',
	plain: 'A claim for rent is made within six years of the day the rent was due.'
};

export const ACKNOWLEDGED: Rule<{ restarts: true }> = {
	...ACT_1980,
	id: 'LIM.acknowledged',
	value: { restarts: true },
	provision: 'section 29',
	plain: 'Paying part of an invoice, or admitting it in writing, starts its six years again.'
};

export const CARE: readonly Rule<TimeLimit>[] = [
	{
		id: 'LIM.care-before-2015',
		value: { years: 3 },
		from: day('1948-07-05'),
		to: day('2015-03-31'),
		nations: ENGLAND,
		instrument: 'Care Act 2014',
		provision: 'section 69(3)(b)',
		address: 'https://www.legislation.gov.uk/ukpga/2014/23/section/69',
		confidence: 'confirmed',
		plain: 'A care charge from before April 2015 is claimed within three years.'
	},
	{
		id: 'LIM.care',
		value: { years: 6 },
		from: day('2015-04-01'),
		to: null,
		nations: ENGLAND,
		instrument: 'Care Act 2014',
		provision: 'section 69(3)(a)',
		address: 'https://www.legislation.gov.uk/ukpga/2014/23/section/69',
		confidence: 'confirmed',
		plain: 'A care charge is claimed within six years of the day it became due.'
	}
];

export const RATES: Rule<TimeLimit> = {
	id: 'NDR.limitation',
	value: { years: 6 },
	from: day('1990-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 1989/1058',
	provision: 'regulation 12(3)',
	address: 'https://www.legislation.gov.uk/uksi/1989/1058/regulation/12',
	confidence: 'unconfirmed',
	plain:
		'The council applies for an order for business rates within six years of the day they became due.'
};

export const AFTER_ORDER: Rule<{ fixedLimit: false }> = {
	id: 'CT.no-limit-after-order',
	value: { fixedLimit: false },
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 1992/613',
	provision: 'Part VI',
	address: 'https://www.legislation.gov.uk/uksi/1992/613',
	confidence: 'unconfirmed',
	plain:
		'Once there is an order, no time limit is fixed for an earnings order, benefit deductions or enforcement agents.'
};

const PENALTY = {
	from: day('2022-05-31'),
	to: null,
	nations: ENGLAND,
	instrument: 'CPR 75',
	address: 'https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part75',
	confidence: 'unconfirmed'
} as const;

export const REGISTERED_PENALTY: Rule<TimeLimit> = {
	...PENALTY,
	id: 'PCN.registered-limit',
	value: { years: 6 },
	provision: 'orders for recovery',
	plain: 'A penalty registered with the court is enforced within six years.'
};

export const WARRANT_LIFE: Rule<{ months: number }> = {
	...PENALTY,
	id: 'PCN.warrant-life',
	value: { months: 12 },
	provision: 'warrants of control',
	plain: 'A warrant of control for a penalty lasts twelve months.'
};

export const LIMITATION_RULES: readonly (readonly Rule[])[] = [
	[SIMPLE_CONTRACT],
	[SUM_BY_STATUTE],
	[RENT],
	[ACKNOWLEDGED],
	CARE,
	[RATES],
	[AFTER_ORDER],
	[REGISTERED_PENALTY],
	[WARRANT_LIFE]
];
