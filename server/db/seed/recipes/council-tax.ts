/**
 * Council Tax of one year. Statutory instalments are whole pounds with the odd amount on the first (SI 1992/613
 * Sch 1); a year that is over was due by its last month whatever happened.
 */
import type { Due } from '../../../../shared/debts/debt.ts';
import type { SourceFacts } from '../../../../shared/debts/facts.ts';
import { SUMMONS_COSTS } from '../summons-costs.ts';
import { minus, pence, timesRate, type Pence } from '../../../../shared/money/pence.ts';
import { addMonths, type Day } from '../../../../shared/time/day.ts';
import type { SeedDebt } from '../scenario.ts';
import type { TaxYear, Timeline } from '../timeline.ts';
import { owed, type Owed } from './owed.ts';

export type Tax = Omit<Owed, 'stream' | 'title' | 'fromOn' | 'today'> & {
	year: TaxYear;
	fromOn?: Day;
};

export function councilTax(time: Timeline, tax: Tax): SeedDebt {
	const { year, ...rest } = tax;
	return owed({
		...rest,
		stream: 'council-tax',
		title: `Council Tax ${year.words}`,
		fromOn: tax.fromOn ?? year.startsOn,
		untilOn: tax.untilOn ?? year.endsOn,
		adds: tax.adds ?? { SUMMONS: SUMMONS_COSTS.councilTaxSummons },
		facts: { taxYear: year.start, ...tax.facts },
		today: time.today
	});
}

/** This year's instalments on the days they were written for, kept inside the year. */
export function instalments(
	time: Timeline,
	plan: { each: Pence; count: number; firstWritten: string; whose: string }
): Due[] {
	const year = time.year(0);
	return Array.from({ length: plan.count }, (_, month) => {
		const written = addMonths(plan.firstWritten as Day, month);
		const what = `${plan.whose}, an instalment of Council Tax`;
		return { on: time.within(year, { written, what }), amount: plan.each };
	});
}

/** A whole year's bill in twelve from its first day. */
export function billed(year: TaxYear, bill: Pence): Due[] {
	return monthlyDues(bill, { count: 12, firstOn: year.startsOn });
}

export function monthlyDues(bill: Pence, plan: { count: number; firstOn: Day }): Due[] {
	const wholePounds = timesRate(bill, { numerator: 1, denominator: plan.count * 100 }, 'half-up');
	const each = timesRate(wholePounds, { numerator: 100 }, 'half-up');
	const others = timesRate(each, { numerator: plan.count - 1 }, 'half-up');
	return Array.from({ length: plan.count }, (_, month) => ({
		on: addMonths(plan.firstOn, month),
		amount: month === 0 ? minus(bill, others) : pence(each)
	}));
}

/** A year's Direct Debit as its source says it: nothing where nothing is due any more. */
export function debitOf(dues: readonly Due[], today: Day): SourceFacts {
	const next = dues.find(({ on }) => on > today);
	if (!next) return {};
	const { amount: takesPence, on: nextOn } = next;
	return { collected: { by: 'direct-debit', takesPence, every: 'month', nextOn } };
}
