/** Bank holidays, working days and the statutory clocks. */
import {
	breathingSpace,
	crisisLastDay,
	isCurrentYearIn
} from '../../../shared/law/clocks/breathing-space.ts';
import { claimNotBefore } from '../../../shared/law/clocks/claims.ts';
import {
	isSummonsInTime,
	lastDayToApply,
	reminderClock
} from '../../../shared/law/clocks/council-tax.ts';
import { bankHolidayOn } from '../../../shared/time/bank-holidays.ts';
import { daysBetween, type Day } from '../../../shared/time/day.ts';
import {
	addWorkingDays,
	isWorkingDay,
	nextWorkingDay,
	previousWorkingDay
} from '../../../shared/time/working-days.ts';
import { count, date, text, type Answer, type Case, type Check } from '../case.ts';

export function bankHolidays(one: Case): Answer {
	if (one['type'] === 'add_working_days') {
		const got = addWorkingDays(date(one, 'from'), count(one, 'working_days'));
		return { got, expected: one['expected'] };
	}
	const on = date(one, 'date');
	return {
		got: [holidayName(on), isWorkingDay(on), nextWorkingDay(on), previousWorkingDay(on)],
		expected: [
			one['bank_holiday'],
			one['is_working_day'],
			one['expected_next_working_day'],
			one['expected_previous_working_day']
		]
	};
}

export function holidayName(on: Day): string | null {
	const holiday = bankHolidayOn(on);
	if (!holiday) return null;
	return `${holiday.kind.replaceAll('-', '_')}${holiday.isSubstitute ? ' (substitute day)' : ''}`;
}

export function clocks(one: Case): Answer {
	const check = CLOCKS[text(one, 'type')];
	if (!check) throw new Error('There is no such clock.');
	return check(one);
}

const CLOCKS: Record<string, Check> = {
	ct_reminder_reg23: (one) => {
		const clock = reminderClock(date(one, 'reminder_issued'));
		return {
			got: [clock.lastDayToPay, clock.wholeBalanceDueStrictly, clock.wholeBalanceDueOn],
			expected: [
				one['last_day_to_pay'],
				one['full_balance_payable_strict'],
				one['full_balance_payable_conservative']
			]
		};
	},
	summons_14_days: (one) => {
		const [on, hearingOn] = [date(one, 'summons_served'), date(one, 'hearing')];
		return {
			got: [daysBetween(on, hearingOn), isSummonsInTime({ on, hearingOn })],
			expected: [one['days_between'], one['expected_ok_conservative']]
		};
	},
	liability_order_6_year_limit: (one) => {
		const last = lastDayToApply(date(one, 'sum_became_due'));
		return {
			got: [last, date(one, 'application_date') <= last],
			expected: [one['last_date_to_apply'], one['expected_in_time']]
		};
	},
	breathing_space_standard: (one) => {
		const space = breathingSpace(date(one, 'entered_on_register'));
		return {
			got: [
				space.startsOn,
				space.lastDay,
				space.reviewFrom,
				space.reviewTo,
				space.creditorMayAskBy
			],
			expected: [
				one['starts'],
				one['last_day'],
				one['midway_review_from'],
				one['midway_review_to'],
				one['creditor_review_request_by']
			]
		};
	},
	breathing_space_ct_eligibility: (one) => ({
		got: isCurrentYearIn(yearAsTold(text(one, 'current_year_ct_state'))),
		expected: one['expected_qualifying_debt']
	}),
	breathing_space_mhc: (one) => ({
		got: crisisLastDay(date(one, 'crisis_treatment_ends')),
		expected: one['last_day']
	}),
	pap_debt_claim: (one) => ({
		got: claimNotBefore(date(one, 'letter_of_claim_dated')),
		expected: one['earliest_issue_if_no_reply']
	})
};

/** The files tell a year's state in a few words: `all_instalments_due_and_unpaid`, `no_reminder_instalment_missed`. */
function yearAsTold(state: string) {
	const isUnpaid = /unpaid|missed|arrears/.test(state);
	return {
		reminderServed: /reminder_(\w+_)?served|served_\w*reminder/.test(state),
		allInstalmentsHaveFallenDue: /\ball_|_all_/.test(state),
		anyIsUnpaid: isUnpaid
	};
}
