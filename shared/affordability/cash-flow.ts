/**
 * A company's, partnership's or trust's thirteen weeks of money in and out (policy P7), in place of a household's
 * statement. It says what is left after each week and the leanest of them; what may then be paid a leader decides.
 */
import { least, minus, NO_PENCE, plus, type Pence } from '../money/pence.ts';

export const WEEKS = 13;

export type Week = { moneyIn: Pence; moneyOut: Pence };

export type CashFlow = { opening: Pence; weeks: readonly Week[] };

export type CashFlowRefusal = 'not-thirteen-weeks';

export type CashFlowTotals = {
	/** After each week. */
	balances: readonly Pence[];
	lowest: Pence;
	/** Over the thirteen weeks. */
	net: Pence;
};

export function cashFlowTotals(
	cashFlow: CashFlow
): ({ ok: true } & CashFlowTotals) | { ok: false; because: CashFlowRefusal } {
	if (cashFlow.weeks.length !== WEEKS) return { ok: false, because: 'not-thirteen-weeks' };
	let balance = cashFlow.opening;
	const balances = cashFlow.weeks.map(({ moneyIn, moneyOut }) => {
		balance = minus(plus(balance, moneyIn), moneyOut);
		return balance;
	});
	const lowest = least(cashFlow.opening, ...balances);
	return { ok: true, balances, lowest, net: minus(balances.at(-1) ?? NO_PENCE, cashFlow.opening) };
}
