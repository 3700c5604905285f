/**
 * What usually happens next when nothing is agreed, debt by debt, to inform and never to threaten: what, from when, and
 * what it would add or take, with the deductions estimated from the statement's net pay by the tables in force. What
 * policy rules out is left out (no agents for a support need or Council Tax Support), and of a debt in a moratorium
 * only what may be said.
 */
import type { DebtRecord } from '../debts/debt.ts';
import { HOLDS, holdsInForce } from '../debts/holds.ts';
import { nextStep, sayNextStep } from '../debts/next-step.ts';
import { agentFees, agentFeeTable } from '../law/charges/agent-fees.ts';
import { directEarningsDeduction, directEarningsTable } from '../law/deductions/direct-earnings.ts';
import { earningsDeduction, earningsOrderTable } from '../law/deductions/earnings-order.ts';
import { deductionFromUniversalCredit, type Claimant } from '../law/deductions/universal-credit.ts';
import type { RowId } from '../law/policy-rows.ts';
import { formatPounds, NO_PENCE, type Pence } from '../money/pence.ts';
import { formatDay, type Day } from '../time/day.ts';
import { RHYTHM_NAMES, type Rhythm } from '../time/pay-days.ts';
import type { NetPay } from '../affordability/net-pay.ts';
import { rowOf, type RowQuestion } from './terms/rows.ts';

export type Life = RowQuestion & {
	hasSupportNeed: boolean;
	hasCouncilTaxSupport: boolean;
	netPay: NetPay | null;
	/** Who claims Universal Credit, where somebody does. */
	universalCredit: Claimant | null;
};

export type Consequence = {
	words: string;
	/** Null where it is not known from when. */
	from: Day | null;
	adds: Pence | null;
	takes: { amount: Pence; rhythm: Rhythm } | null;
	/** The rules that gave the figures. */
	rules: readonly string[];
};

export type Next = { debtId: string; title: string; steps: Consequence[]; note: string | null };

export function usuallyNext(debts: readonly DebtRecord[], life: Life): Next[] {
	return debts
		.filter((debt) => debt.balance > 0)
		.map((debt) => ({ debtId: debt.id, title: debt.title, ...nextOf(debt, life) }));
}

function nextOf(debt: DebtRecord, life: Life): Pick<Next, 'steps' | 'note'> {
	const [hold] = holdsInForce(debt, life.today);
	if (hold) {
		const until = hold.untilOn ? ` until ${formatDay(hold.untilOn)}` : ' while it lasts';
		const may = HOLDS[hold.kind].isSilent ? ' What comes after may be answered if they ask.' : '';
		return { steps: [], note: `Nothing happens${until}.${may}` };
	}
	const row = rowOf(debt, life);
	const estimated = row === 'CT4' ? underAnOrder(debt, life) : fromEarnings(debt, { row, life });
	const steps = estimated.length > 0 ? estimated : ladderStep(debt, life);
	return { steps, note: steps.length > 1 ? 'One of these at a time.' : null };
}

/** The next rung of the ladder, in its own words. */
function ladderStep(debt: DebtRecord, { today, hasSupportNeed }: Life): Consequence[] {
	const step = nextStep(debt, { today, hasSupportNeed });
	if (!step) return [];
	const { earliestOn: from, cost: adds, citation } = step;
	return [{ words: sayNextStep(step), from, adds, takes: null, rules: [citation] }];
}

/** An earnings order, a deduction from benefit or agents (SI 1992/613 regulation 52). */
function underAnOrder(debt: DebtRecord, life: Life): Consequence[] {
	const steps = [byEarningsOrder(life), fromBenefit(life), byAgents(debt, life)];
	return steps.filter((step) => step !== null);
}

function byEarningsOrder({ netPay, today }: Life): Consequence | null {
	const table = earningsOrderTable({ on: today });
	const taken = netPay && table && earningsDeduction(table, netPay);
	if (!taken || taken.amount === NO_PENCE) return null;
	const working = taken.parts.map((part) => `${part.percent}% of ${formatPounds(part.of)}`);
	return taking('An earnings order would take', {
		amount: taken.amount,
		rhythm: netPay.rhythm,
		working: working.join(' and '),
		rules: taken.rules
	});
}

function fromBenefit({ universalCredit, today }: Life): Consequence | null {
	const taken = universalCredit && deductionFromUniversalCredit(universalCredit, { on: today });
	if (!taken) return null;
	return taking('A deduction from Universal Credit would take', {
		amount: taken.councilTax,
		rhythm: 'monthly',
		working: `5% of ${formatPounds(taken.standardAllowance)}`,
		rules: taken.rules
	});
}

function byAgents(debt: DebtRecord, life: Life): Consequence | null {
	const table = agentFeeTable({ on: life.today });
	if (life.hasSupportNeed || life.hasCouncilTaxSupport || !table) return null;
	const work = { sums: [debt.balance], creditorIsVatRegistered: true };
	const { compliance } = agentFees(table, { ...work, reached: 'compliance' }).byStage;
	const { total } = agentFees(table, { ...work, reached: 'enforcement' });
	return {
		words: `Enforcement agents would add ${formatPounds(compliance)}, and ${formatPounds(total)} altogether if they visit.`,
		from: life.today,
		adds: total,
		takes: null,
		rules: [table.id]
	};
}

/** An overpayment invoice is taken from earnings without a court; the higher rate is never chosen here. */
function fromEarnings(debt: DebtRecord, { row, life }: { row: RowId; life: Life }): Consequence[] {
	const { netPay, today, hasSupportNeed } = life;
	const step = nextStep(debt, { today, hasSupportNeed });
	const table = directEarningsTable({ on: today });
	if (row !== 'HB3' || !step || !table || !netPay || netPay.basis === 'daily') return [];
	const { basis, net, periods, rhythm } = netPay;
	const pay = { basis, net, periods, rate: 'standard', prior: NO_PENCE, on: 'full-net' } as const;
	const { amount, percent, rules } = directEarningsDeduction(table, pay);
	if (amount === NO_PENCE) return [];
	const working = `${percent}% of ${formatPounds(net)}`;
	const said = taking(`${step.words}: it would take`, { amount, rhythm, working, rules });
	return [{ ...said, from: step.earliestOn }];
}

function taking(
	what: string,
	of: { amount: Pence; rhythm: Rhythm; working: string; rules: readonly string[] }
): Consequence {
	const { amount, rhythm, working, rules } = of;
	return {
		words: `${what} about ${formatPounds(amount)} ${RHYTHM_NAMES[rhythm]} (${working}).`,
		from: null,
		adds: null,
		takes: { amount, rhythm },
		rules
	};
}
