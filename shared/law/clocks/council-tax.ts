/**
 * The clocks of council tax and business rates recovery: reminder, loss of instalments, summons, six years. SI 1992/613
 * regulations 23, 33 to 35 and SI 1989/1058 regulation 8. Where a day can be counted two ways the product acts on the
 * later, and says so.
 */
import { addDays, addMonths, day, daysBetween, type Day } from '../../time/day.ts';
import { ENGLAND, ENGLAND_AND_WALES, type Rule } from '../rule.ts';

const SI_1992_613 = {
	instrument: 'SI 1992/613',
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES
} as const;

export const REMINDER: Rule<{ daysToPay: number; furtherDays: number }> = {
	...SI_1992_613,
	id: 'CT.reminder',
	value: { daysToPay: 7, furtherDays: 7 },
	provision: 'regulation 23(1) and (3)',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/23',
	confidence: 'confirmed',
	plain:
		'After a reminder there are seven days to pay, the day of issue counted. If it is not paid, the rest of the year falls due after seven more.'
};

export const FINAL_NOTICE: Rule<{ daysToPay: number }> = {
	...SI_1992_613,
	id: 'CT.final-notice',
	value: { daysToPay: 7 },
	provision: 'regulation 33',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/33',
	confidence: 'partly',
	plain: 'A final notice gives seven days to pay before the council may apply to the court.'
};

export const SUMMONS: Rule<{ daysBeforeHearing: number }> = {
	...SI_1992_613,
	id: 'CT.summons',
	value: { daysBeforeHearing: 14 },
	provision: 'regulation 35(2A), inserted by SI 1998/295',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/35',
	confidence: 'confirmed',
	plain: 'The hearing is at least fourteen clear days after the summons is served.'
};

export const WITHDRAWN_IF_PAID: Rule<{ withCosts: true }> = {
	...SI_1992_613,
	id: 'CT.paid-before-hearing',
	value: { withCosts: true },
	provision: 'regulation 34(5)',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/34',
	confidence: 'confirmed',
	plain:
		'If the whole sum and the costs are paid before the hearing, the council does not go on with it.'
};

export const LIMITATION: Rule<{ years: number }> = {
	...SI_1992_613,
	id: 'CT.limitation',
	value: { years: 6 },
	provision: 'regulation 34(3)',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/34',
	confidence: 'confirmed',
	plain: 'The council must apply for an order within six years of the day the sum became due.'
};

export const FURTHER_NOTICE: Rule<{ daysToPay: number; furtherDays: number }> = {
	id: 'NDR.further-notice',
	value: { daysToPay: 7, furtherDays: 7 },
	from: day('1990-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 1989/1058',
	provision: 'regulation 8(1) and (2)',
	address: 'https://www.legislation.gov.uk/uksi/1989/1058/regulation/8',
	confidence: 'confirmed',
	plain:
		'After a further notice there are seven days to pay from service. Missing that, or any later instalment, makes the year’s balance due. Only one notice is needed.'
};

/** Announced, not in force: the council tax administration reform. */
export const ANNOUNCED_REFORM: Rule<{ daysToCatchUp: number; mostCostsPounds: number }> = {
	id: 'CT.reform-announced',
	value: { daysToCatchUp: 63, mostCostsPounds: 100 },
	from: null,
	to: null,
	nations: ENGLAND,
	instrument: 'Council tax administration reform',
	provision: 'outcome of the consultation of 20 June 2025; no instrument found',
	address:
		'https://www.gov.uk/government/consultations/modernising-and-improving-the-administration-of-council-tax',
	confidence: 'unconfirmed',
	plain:
		'Announced: 63 days to catch up before the year’s balance falls due, and court costs of at most £100.'
};

export const ONE_METHOD: Rule<{ atATime: number }> = {
	...SI_1992_613,
	id: 'CT.one-method',
	value: { atATime: 1 },
	provision: 'regulation 52(2)',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/52',
	confidence: 'confirmed',
	plain:
		'Only one way of collecting runs at a time under an order, and none while it is being taken from Universal Credit.'
};

export const ANOTHER_TAXPAYER: Rule<{ atATime: number }> = {
	...SI_1992_613,
	id: 'CT.another-taxpayer',
	value: { atATime: 1 },
	provision: 'regulation 54(6)',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/54',
	confidence: 'confirmed',
	plain:
		'While a step is taken against one person under an order, none is taken against another person liable under it.'
};

export const MOST_EARNINGS_ORDERS: Rule<{ most: number }> = {
	...SI_1992_613,
	id: 'CT.two-earnings-orders',
	value: { most: 2 },
	from: day('1998-10-01'),
	provision: 'regulation 38, as amended by SI 1998/295 regulation 4',
	address: 'https://www.legislation.gov.uk/uksi/1998/295',
	confidence: 'confirmed',
	plain: 'No more than two earnings orders of one council for Council Tax run against one person.'
};

export type ReminderClock = {
	lastDayToPay: Day;
	/** Read strictly, the last permitted day is itself the day of failure. */
	wholeBalanceDueStrictly: Day;
	/** The day the product goes by. */
	wholeBalanceDueOn: Day;
};

export function reminderClock(issuedOn: Day): ReminderClock {
	const { daysToPay, furtherDays } = REMINDER.value;
	const lastDayToPay = addDays(issuedOn, daysToPay - 1);
	return {
		lastDayToPay,
		wholeBalanceDueStrictly: addDays(lastDayToPay, furtherDays),
		wholeBalanceDueOn: addDays(issuedOn, daysToPay + furtherDays)
	};
}

/** Clear days: an interval of exactly fourteen is not yet enough. */
export function isSummonsInTime(served: { on: Day; hearingOn: Day }): boolean {
	return daysBetween(served.on, served.hearingOn) > SUMMONS.value.daysBeforeHearing;
}

/** The day before the sixth anniversary of the day the sum became due. */
export function lastDayToApply(dueOn: Day): Day {
	return addDays(addMonths(dueOn, LIMITATION.value.years * 12), -1);
}
