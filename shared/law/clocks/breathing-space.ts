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
