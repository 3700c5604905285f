/** Generated Council Tax: this year's while it is low on its ladder, an earlier year's once there is an order. */
import type { Due } from '../../../../shared/debts/debt.ts';
import type { DebtFacts, Method } from '../../../../shared/debts/facts.ts';
import { SUMMONS_COSTS } from '../summons-costs.ts';
import { least, NO_PENCE, pence, plus, type Pence } from '../../../../shared/money/pence.ts';
import { addDays, addMonths, type Day } from '../../../../shared/time/day.ts';
import { councilTax, monthlyDues, billed, debitOf } from '../recipes/council-tax.ts';
import type { SeedDebt } from '../scenario.ts';
import type { TaxYear } from '../timeline.ts';
import { reducedToNothing, type Making } from './making.ts';

const THIS_YEAR = new Set([
	'DEMAND',
	'REMINDER_1',
	'REMINDER_2',
	'FULL_BALANCE_DUE',
	'FINAL_NOTICE',
	'SUMMONS'
]);

export function generatedTax(making: Making): SeedDebt {
	return THIS_YEAR.has(making.stage) ? thisYear(making) : earlierYear(making);
}

function thisYear(making: Making): SeedDebt {
	const { time, chance, stage, liable, holds } = making;
	const year = time.year(0);
	const bill = pence(Math.min(Math.max(chance.skewed(70_000, 0.6), 12_000), 420_000));
	const dues = monthlyDues(bill, { count: 12, firstOn: year.startsOn });
	const future = plus(...dues.filter((due) => due.on >= time.today).map((due) => due.amount));
	const missed = missedOf(making, dues);
	const costs = stage === 'SUMMONS' ? SUMMONS_COSTS.councilTaxSummons : NO_PENCE;
	const settled = stage === 'DEMAND' ? settledOf(making) : null;
	const stageOn = stage === 'DEMAND' ? year.startsOn : recently(making, year);
	const reference = making.reference('7720', 6);
	const isDebit = chance.happens(0.5);
	// One that was missed is a Direct Debit no more.
	const debit = isDebit && stage === 'DEMAND' && settled === null ? debitOf(dues, time.today) : {};
	return councilTax(time, {
		year,
		liable,
		holds,
		reference,
		dues,
		left: settled ?? plus(future, missed, costs),
		...(isDebit ? { paidBy: 'direct-debit' as const } : {}),
		stage,
		stageOn,
		facts: { ...factsThisYear(stage, { stageOn, year }), ...debit }
	});
}

/** Some have paid the year, and a few too much. */
function settledOf({ chance }: Making): Pence | null {
	if (chance.happens(0.02)) return pence(-chance.whole(500, 30_000));
	return chance.happens(0.08) ? NO_PENCE : null;
}

/** The latest instalments before today, as many as the stage makes likely. */
function missedOf({ chance, stage, time }: Making, dues: readonly Due[]): Pence {
	const past = dues.filter((due) => due.on < time.today);
	const most = stage === 'DEMAND' ? 1 : Math.max(past.length, 1);
	const least = stage === 'DEMAND' ? 0 : 1;
	const count = Math.min(chance.whole(least, Math.min(most, 5)), past.length);
	return count === 0 ? NO_PENCE : plus(...past.slice(-count).map((due) => due.amount));
}

function recently({ time, chance }: Making, year: TaxYear): Day {
	const on = addDays(time.today, -chance.whole(1, 38));
	return on < year.startsOn ? year.startsOn : on;
}

function factsThisYear(stage: string, at: { stageOn: Day; year: TaxYear }): DebtFacts {
	const { stageOn, year } = at;
	const before = (days: number) => {
		const on = addDays(stageOn, -days);
		return on < year.startsOn ? year.startsOn : on;
	};
	switch (stage) {
		case 'REMINDER_1':
		case 'REMINDER_2':
			return { wholeBalanceDueOn: addDays(stageOn, 14) };
		case 'FULL_BALANCE_DUE':
			return { wholeBalanceDueOn: stageOn };
		case 'FINAL_NOTICE':
			return { wholeBalanceDueOn: before(7) };
		case 'SUMMONS':
			return { wholeBalanceDueOn: before(28), hearingOn: addDays(stageOn, 39) };
		default:
			return {};
	}
}

function earlierYear(making: Making): SeedDebt {
	const { time, chance, stage, liable, holds, left } = making;
	const year = time.year(
		chance.weighted([
			[1, 50],
			[2, 28],
			[3, 14],
			[4, 8]
		] as const)
	);
	const isOver = stage === 'QUASHED' || stage === 'WITHDRAWN';
	const bill = pence(left + chance.whole(0, 90_000));
	const stageOn = afterOrder(making, year);
	return councilTax(time, {
		year,
		liable,
		holds,
		reference: making.reference('7720', 6),
		dues: billed(year, bill),
		left: isOver ? NO_PENCE : left,
		also: isOver ? [reducedToNothing(plus(bill, SUMMONS_COSTS.councilTaxSummons), stageOn)] : [],
		stage,
		stageOn,
		facts: methodFacts(making, stageOn)
	});
}

/** An order comes in the autumn of its year at the soonest, and never after today. */
function afterOrder({ time, chance }: Making, year: TaxYear): Day {
	const soonest = addMonths(year.startsOn, 7);
	const on = addDays(soonest, chance.whole(0, 320));
	return on < time.today ? on : addDays(time.today, -chance.whole(1, 20));
}

function methodFacts(making: Making, sinceOn: Day): DebtFacts {
	const method = methodOf(making, sinceOn);
	return method ? { method } : {};
}

function methodOf({ stage, chance, left, time }: Making, sinceOn: Day): Method | null {
	switch (stage) {
		case 'AEO':
			return {
				kind: 'earnings-order',
				sinceOn,
				takesPence: least(left, pence(chance.whole(3000, 32_000))),
				every: 'month'
			};
		case 'BENEFIT_DEDUCTION':
			return {
				kind: 'benefit-deduction',
				sinceOn,
				takesPence: least(left, pence(2125)),
				every: 'month'
			};
		case 'ENFORCEMENT_AGENT': {
			const visited = chance.happens(0.4);
			const toldOn = addDays(time.today, -chance.whole(0, 6));
			return {
				kind: 'agents',
				sinceOn,
				feesPence: pence(visited ? 31_000 : 7500),
				feesToldOn: toldOn < sinceOn ? sinceOn : toldOn,
				...(visited ? { visitedOn: addDays(sinceOn, 1) } : {})
			};
		}
		case 'CHARGING_ORDER':
			return { kind: 'charging-order', sinceOn };
		default:
			return null;
	}
}
