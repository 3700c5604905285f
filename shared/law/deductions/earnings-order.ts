/**
 * What an employer takes under a council tax attachment of earnings order: SI 1992/613 regulations 38 and 42 and
 * Schedule 4. An order keeps the table in force on the day it was made. No rounding rule was found in the regulations:
 * half a penny goes down, once, at the end, until the council's legal team says otherwise.
 */
import { minus, pence, plus, type Pence } from '../../money/pence.ts';
import { ruleInForce, type Rule, type When } from '../rule.ts';
import { bandFor, percentOf, roundHundredths, type Band, type Pay } from './bands.ts';
import { EARNINGS_ORDERS, type EarningsBasis, type EarningsTable } from './earnings-tables.ts';

export type EarningsDeduction = {
	amount: Pence;
	/** The working, part by part: 17% of £2,020.00 and 50% of £160.00. */
	parts: readonly { percent: number; of: Pence }[];
	rules: readonly string[];
};

/** The table that governs an order made on that day. */
export function earningsOrderTable(madeOn: When): Rule<EarningsTable> | null {
	return ruleInForce(EARNINGS_ORDERS, madeOn);
}

/** Null where the table has no column for such pay (a Welsh order on daily pay). */
export function earningsDeduction(
	table: Rule<EarningsTable>,
	pay: Pay & { basis: EarningsBasis }
): EarningsDeduction | null {
	const bands = table.value.bands[pay.basis];
	if (!bands) return null;
	const parts = partsOf(bands, pay, table.value.percentOfTheRest);
	const exact = parts.reduce((total, part) => total + percentOf(part.of, part.percent), 0);
	return { amount: roundHundredths(exact, 'half-down'), parts, rules: [table.id] };
}

/** Two orders run in order of age: the second takes what the first leaves for the earnings (regulation 42). */
export function deductionsInTurn(
	table: Rule<EarningsTable>,
	pay: Pay & { basis: EarningsBasis }
): readonly [EarningsDeduction, EarningsDeduction] | null {
	const first = earningsDeduction(table, pay);
	const second = first && earningsDeduction(table, { ...pay, net: minus(pay.net, first.amount) });
	return first && second && [first, second];
}

/** Several series of pay: the table on the one paid most often, a flat rate on the others. */
export function deductionOnSeveral(
	table: Rule<EarningsTable>,
	pay: Pay & { basis: EarningsBasis; others: readonly Pence[] }
): EarningsDeduction | null {
	const shortest = earningsDeduction(table, pay);
	if (!shortest) return null;
	const others = { percent: table.value.percentOfOtherSeries, of: plus(...pay.others) };
	const amount = roundHundredths(percentOf(others.of, others.percent), 'half-down');
	return {
		...shortest,
		amount: plus(shortest.amount, amount),
		parts: [...shortest.parts, others]
	};
}

function partsOf(
	bands: readonly Band[],
	pay: Pay,
	percentOfTheRest: number
): EarningsDeduction['parts'] {
	const band = bandFor(bands, pay);
	if (band) return [{ percent: band.percent, of: pay.net }];
	const top = bands.at(-1);
	if (!top?.upTo) throw new Error('A table of earnings has no last band.');
	const first = pence(top.upTo * pay.periods);
	return [
		{ percent: top.percent, of: first },
		{ percent: percentOfTheRest, of: minus(pay.net, first) }
	];
}
