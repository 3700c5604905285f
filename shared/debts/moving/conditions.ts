/** What a row of the ladder asks beside its clock, where the record can show it: arrears, an earlier reminder, a sum. */
import { BANKRUPTCY_LEAST, CHARGING_ORDER_LEAST } from '../../law/clocks/claims.ts';
import { MOST_EARNINGS_ORDERS } from '../../law/clocks/council-tax.ts';
import type { Rule } from '../../law/rule.ts';
import { ladderOf } from '../ladder/ladder-codes.ts';
import { RUNGS } from '../ladder/rungs.ts';
import { sumsOf } from '../sums.ts';
import type { MoveRefusal, MovingCase } from './case.ts';

/** A reminder says what is overdue, so that there must be some. */
const REMINDERS: ReadonlySet<string> = new Set(['REMINDER_1', 'REMINDER_2', 'FURTHER_NOTICE']);

export function unmetCondition(one: MovingCase): MoveRefusal | null {
	const { debt, asked } = one;
	const rung = RUNGS[ladderOf(debt.stream)][debt.stage];
	const needsOverdue =
		REMINDERS.has(asked.to) || (rung?.to === asked.to && rung.needsOverdue === true);
	if (needsOverdue && sumsOf(debt, asked.today).overdue <= 0) return { because: 'nothing-overdue' };
	const rule = unmetRule(one);
	return rule && { because: 'condition-not-met', rule };
}

function unmetRule({ debt, asked, now, rules }: MovingCase): Rule | null {
	const [row = null] = rules;
	const reminded = debt.history.some(({ stage }) => stage === 'REMINDER_1');
	switch (asked.to) {
		// A second one follows a first that was complied with, and a first comes once a year.
		case 'REMINDER_1':
			return reminded ? row : null;
		case 'REMINDER_2':
			return reminded ? null : row;
		case 'AEO':
			return now.earningsOrders < MOST_EARNINGS_ORDERS.value.most ? null : MOST_EARNINGS_ORDERS;
		case 'CHARGING_ORDER':
			return debt.balance < CHARGING_ORDER_LEAST.value.least ? CHARGING_ORDER_LEAST : null;
		case 'BANKRUPTCY':
			return debt.balance < BANKRUPTCY_LEAST.value.least ? BANKRUPTCY_LEAST : null;
		default:
			return null;
	}
}
