/**
 * Until when the council may go to court for a debt, and by which rule. Time is counted from the oldest day of which
 * something is still unpaid, which is the earliest it can end; a payment starts the time of an invoice again. Past an
 * order for council tax or rates no limit is fixed. Nothing here ends a debt: it ends a step.
 */
import { LIMITATION } from '../law/clocks/council-tax.ts';
import * as limits from '../law/clocks/limitation.ts';
import { theRuleInForce, type Rule } from '../law/rule.ts';
import { minus, type Pence } from '../money/pence.ts';
import { addDays, addMonths, type Day } from '../time/day.ts';
import type { DebtRecord, Due } from './debt.ts';
import { ladderOf } from './ladder/ladder-codes.ts';

export type Limitation = {
	/** The last day on which it may be done; null where no limit is fixed. */
	lastDay: Day | null;
	/** What may not be done after it. */
	ends: string;
	/** Every rule it stands on. */
	rules: readonly Rule[];
};

export type Aged = Pick<
	DebtRecord,
	'stream' | 'stage' | 'stageOn' | 'fromOn' | 'balance' | 'dues'
> & {
	/** Anybody's, on this debt. */
	lastPaidOn: Day | null;
};

const BEFORE_ORDER: ReadonlySet<string> = new Set([
	'DEMAND',
	'REMINDER_1',
	'REMINDER_2',
	'FURTHER_NOTICE',
	'FULL_BALANCE_DUE',
	'FINAL_NOTICE',
	'WITHDRAWN',
	'QUASHED'
]);

/** Null where the law that ends it has nothing to count: a claim is made, a judgment given, a penalty not registered. */
export function limitationOf(debt: Aged): Limitation | null {
	switch (ladderOf(debt.stream)) {
		case 'CT':
			return taxLimit(debt, LIMITATION);
		case 'NDR':
		case 'BID':
			return taxLimit(debt, limits.RATES);
		case 'HBO':
			return debt.stage === 'COUNTY_COURT' ? null : claimBy(debt, limits.SUM_BY_STATUTE);
		case 'SUN':
			return debt.stage === 'CLAIM' || isJudged(debt) ? null : invoiceLimit(debt);
		case 'ASC':
			return debt.stage === 'COUNTY_COURT' ? null : claimBy(debt, careRule(debt));
		case 'RENT':
			return debt.stage === 'POSSESSION_CLAIM' ? null : claimBy(debt, limits.RENT);
		case 'PCN':
			return penaltyLimit(debt);
	}
}

/** The oldest day of which something is unpaid: what is owed is the latest of what was charged. */
export function oldestUnpaid(debt: Pick<Aged, 'balance' | 'dues' | 'fromOn'>): Day {
	const latestFirst = debt.dues.toSorted((one, other) => (one.on < other.on ? 1 : -1));
	let left: Pence = debt.balance;
	let oldest: Due | undefined;
	for (const due of latestFirst) {
		if (oldest && left <= 0) break;
		oldest = due;
		left = minus(left, due.amount);
	}
	return oldest?.on ?? debt.fromOn;
}

function taxLimit(debt: Aged, rule: Rule<limits.TimeLimit>): Limitation {
	if (BEFORE_ORDER.has(debt.stage)) {
		const lastDay = lastDayAfter(oldestUnpaid(debt), rule);
		return { lastDay, ends: 'Applying to the court for an order', rules: [rule] };
	}
	const ends = 'Collecting under the order';
	// The application is made; what follows it has no clock of its own.
	return { lastDay: null, ends, rules: [limits.AFTER_ORDER] };
}

function claimBy(debt: Aged, rule: Rule<limits.TimeLimit>): Limitation {
	const lastDay = lastDayAfter(oldestUnpaid(debt), rule);
	return { lastDay, ends: 'A claim in the county court', rules: [rule] };
}

function invoiceLimit(debt: Aged): Limitation {
	const oldest = oldestUnpaid(debt);
	const { lastPaidOn } = debt;
	if (lastPaidOn === null || lastPaidOn <= oldest) return claimBy(debt, limits.SIMPLE_CONTRACT);
	return {
		lastDay: lastDayAfter(lastPaidOn, limits.SIMPLE_CONTRACT),
		ends: 'A claim in the county court',
		rules: [limits.SIMPLE_CONTRACT, limits.ACKNOWLEDGED]
	};
}

function isJudged({ stage }: Aged): boolean {
	return stage === 'JUDGMENT' || stage === 'ENFORCEMENT';
}

function careRule(debt: Aged): Rule<limits.TimeLimit> {
	return theRuleInForce(limits.CARE, { on: oldestUnpaid(debt) });
}

function penaltyLimit(debt: Aged): Limitation | null {
	if (debt.stage === 'ORDER_FOR_RECOVERY') {
		const rule = limits.REGISTERED_PENALTY;
		const lastDay = lastDayAfter(debt.stageOn, rule);
		return { lastDay, ends: 'Enforcing the order', rules: [rule] };
	}
	if (debt.stage !== 'WARRANT') return null;
	const rule = limits.WARRANT_LIFE;
	const lastDay = addDays(addMonths(debt.stageOn, rule.value.months), -1);
	return { lastDay, ends: 'This warrant', rules: [rule] };
}

/** The day before the anniversary. */
function lastDayAfter(from: Day, rule: Rule<limits.TimeLimit>): Day {
	return addDays(addMonths(from, rule.value.years * 12), -1);
}
