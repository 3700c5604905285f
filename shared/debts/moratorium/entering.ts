/**
 * Which debts a moratorium takes in (SI 2020/1311 reg 5). Tax or rates of the current year only once a reminder has been
 * served, or when every instalment has fallen due and something is unpaid (reg 5(4)(k) and (l)); then all that is left of
 * the year. A company's, an estate's or a trust's debt is nobody's own.
 */
import {
	CURRENT_YEAR,
	isCurrentYearIn,
	PENALTY_BEFORE_ORDER,
	QUALIFYING
} from '../../law/clocks/breathing-space.ts';
import type { Rule } from '../../law/rule.ts';
import type { Day } from '../../time/day.ts';
import type { DebtRecord } from '../debt.ts';
import { ladderOf } from '../ladder/ladder-codes.ts';

export type EnteringDebt = Pick<
	DebtRecord,
	'stream' | 'stage' | 'stageOn' | 'fromOn' | 'untilOn' | 'balance' | 'dues' | 'facts'
> & { history: readonly { stage: string; on: Day }[] };

export type Entering =
	| { isIn: true; rule: Rule }
	| { isIn: false; because: 'nothing-owed' | 'not-their-own' }
	| { isIn: false; because: 'current-year'; rule: Rule };

/** What a notice of the year makes of it: council tax reg 23(1), rates reg 8(1). */
const REMINDERS: ReadonlySet<string> = new Set(['REMINDER_1', 'REMINDER_2', 'FURTHER_NOTICE']);

/** Stages of a year's bill that may come before any reminder. */
const BEFORE_REMINDER: ReadonlySet<string> = new Set(['DEMAND', 'WITHDRAWN']);

/** Before the penalty is registered as a debt. */
const UNREGISTERED: ReadonlySet<string> = new Set(['PCN', 'NTO', 'REPRESENTATION', 'REJECTED']);

const BY_YEAR: ReadonlySet<string> = new Set(['CT', 'NDR', 'BID']);

/** As it stood on the first day of the moratorium. */
export function entersMoratorium(debt: EnteringDebt, startsOn: Day): Entering {
	if (debt.balance <= 0) return { isIn: false, because: 'nothing-owed' };
	if (debt.facts.capacity !== undefined) return { isIn: false, because: 'not-their-own' };
	const code = ladderOf(debt.stream);
	if (BY_YEAR.has(code) && isOfCurrentYear(debt, startsOn)) {
		const isIn = isCurrentYearIn({
			reminderServed: wasReminded(debt, startsOn),
			allInstalmentsHaveFallenDue: debt.dues.every((due) => due.on <= startsOn),
			anyIsUnpaid: debt.balance > 0
		});
		return isIn
			? { isIn, rule: CURRENT_YEAR }
			: { isIn, because: 'current-year', rule: CURRENT_YEAR };
	}
	return { isIn: true, rule: UNREGISTERED.has(debt.stage) ? PENALTY_BEFORE_ORDER : QUALIFYING };
}

function isOfCurrentYear({ fromOn, untilOn }: EnteringDebt, startsOn: Day): boolean {
	return fromOn <= startsOn && (untilOn === null || startsOn <= untilOn);
}

/** A stage beyond the bill shows that one was served, whatever the history has kept. */
function wasReminded({ stage, stageOn, history }: EnteringDebt, startsOn: Day): boolean {
	const isServed = history.some(({ stage: one, on }) => REMINDERS.has(one) && on <= startsOn);
	return isServed || (!BEFORE_REMINDER.has(stage) && stageOn <= startsOn);
}
