/**
 * Breathing space: SI 2020/1311. Day 1 is the day after entry on the register and day 60 is the last protected day
 * (that count is from memory and to be confirmed). Which council tax and rates of the current year are in it is
 * regulation 5(4)(k) and (l).
 */
import { addDays, day, type Day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, type Rule } from '../rule.ts';

const SI_2020_1311 = {
	instrument: 'SI 2020/1311',
	from: day('2021-05-04'),
	to: null,
	nations: ENGLAND_AND_WALES
} as const;

export const BREATHING_SPACE: Rule<{
	days: number;
	reviewFromDay: number;
	reviewToDay: number;
	creditorReviewDays: number;
}> = {
	...SI_2020_1311,
	id: 'BS.standard',
	value: { days: 60, reviewFromDay: 25, reviewToDay: 35, creditorReviewDays: 20 },
	provision: 'regulation 7 and Part 2',
	address: 'https://www.legislation.gov.uk/uksi/2020/1311',
	confidence: 'partly',
	plain:
		'For sixty days nobody may chase, add to or enforce the debts in it. Bills that fall due meanwhile are still paid.'
};

export const CRISIS_BREATHING_SPACE: Rule<{ daysAfterTreatment: number }> = {
	...SI_2020_1311,
	id: 'BS.crisis',
	value: { daysAfterTreatment: 30 },
	provision: 'Part 3',
	address: 'https://www.legislation.gov.uk/uksi/2020/1311',
	confidence: 'confirmed',
	plain: 'It lasts as long as the crisis treatment and thirty days after it.'
};

export const CURRENT_YEAR: Rule<{ needsReminder: true }> = {
	...SI_2020_1311,
	id: 'BS.current-year',
	value: { needsReminder: true },
	provision: 'regulation 5(4)(k) and (l)',
	address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/5',
	confidence: 'confirmed',
	plain:
		'This year’s Council Tax is in it only once a reminder has been served, or when every instalment has fallen due and one is unpaid.'
};

/** What happens to deductions that are running already when a moratorium begins. */
export const DEDUCTIONS = {
	universalCredit: {
		...SI_2020_1311,
		id: 'BS.universal-credit',
		value: { goesOn: true },
		provision: 'regulation 7(13)(d)',
		address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/7',
		confidence: 'confirmed',
		plain:
			'What is already taken from Universal Credit goes on being taken, and nothing new is asked for.'
	},
	otherBenefit: {
		...SI_2020_1311,
		id: 'BS.other-benefit',
		value: { goesOn: false },
		provision: 'regulation 7',
		address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/7',
		confidence: 'unconfirmed',
		plain: 'What is taken from Pension Credit or an older benefit stops.'
	},
	housingBenefit: {
		...SI_2020_1311,
		id: 'BS.housing-benefit',
		value: { goesOn: false },
		provision: 'left to councils: ours stop',
		address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/7',
		confidence: 'sample',
		plain: 'What we take from Housing Benefit stops.'
	},
	earnings: {
		...SI_2020_1311,
		id: 'BS.earnings',
		value: { goesOn: null },
		provision: 'regulation 7',
		address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/7',
		confidence: 'unconfirmed',
		plain:
			'Whether an earnings order that runs already goes on is for the council’s legal team to say.'
	}
} as const satisfies Record<string, Rule<{ goesOn: boolean | null }>>;

export const CHARGES_IN_IT: Rule<{ added: false }> = {
	...SI_2020_1311,
	id: 'BS.no-charges',
	value: { added: false },
	provision: 'regulation 7',
	address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/7',
	confidence: 'confirmed',
	plain:
		'No step is taken and no cost, fee or interest added while it lasts. What was taken or added by mistake is put right and never recovered.'
};

export const PENALTY_BEFORE_ORDER: Rule<{ qualifies: true }> = {
	...SI_2020_1311,
	id: 'BS.penalty',
	value: { qualifies: true },
	provision: 'regulation 5',
	address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/5',
	confidence: 'unconfirmed',
	plain: 'A parking penalty that is not registered with the court yet is treated as in it.'
};

export const QUALIFYING: Rule<{ qualifies: true }> = {
	...SI_2020_1311,
	id: 'BS.qualifying',
	value: { qualifies: true },
	provision: 'regulation 5',
	address: 'https://www.legislation.gov.uk/uksi/2020/1311/regulation/5',
	confidence: 'confirmed',
	plain: 'Debts of earlier years, overpayments, rent, invoices and care charges can all be in it.'
};

export type BreathingSpace = {
	startsOn: Day;
	lastDay: Day;
	reviewFrom: Day;
	reviewTo: Day;
	creditorMayAskBy: Day;
};

export function breathingSpace(enteredOn: Day): BreathingSpace {
	const { days, reviewFromDay, reviewToDay, creditorReviewDays } = BREATHING_SPACE.value;
	return {
		startsOn: addDays(enteredOn, 1),
		lastDay: addDays(enteredOn, days),
		reviewFrom: addDays(enteredOn, reviewFromDay),
		reviewTo: addDays(enteredOn, reviewToDay),
		creditorMayAskBy: addDays(enteredOn, creditorReviewDays)
	};
}

export function crisisLastDay(treatmentEndsOn: Day): Day {
	return addDays(treatmentEndsOn, CRISIS_BREATHING_SPACE.value.daysAfterTreatment);
}

/** Whether the current year's tax or rates can be in a moratorium, as they stood when it began. */
export function isCurrentYearIn(year: {
	reminderServed: boolean;
	allInstalmentsHaveFallenDue: boolean;
	anyIsUnpaid: boolean;
}): boolean {
	return year.reminderServed || (year.allInstalmentsHaveFallenDue && year.anyIsUnpaid);
}
