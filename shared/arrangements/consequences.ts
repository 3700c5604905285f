/**
 * What usually happens next when nothing is agreed, debt by debt, to inform and never to threaten: what, from when, and
 * what it would add or take, with the deductions estimated from the statement's net pay by the tables in force. What
 * policy rules out is left out (no agents for a support need or Council Tax Support), and of a debt in a moratorium
 * only what may be said.
 */
import type { SummonsCosts } from '../debts/costs.ts';
import type { DebtRecord, Hold } from '../debts/debt.ts';
import { HOLDS, holdsInForce } from '../debts/holds.ts';
import { benefitDeductionsRun, nextStep, sayNextStep, type Confirmed } from '../debts/next-step.ts';
import { agentFees, agentFeeTable } from '../law/charges/agent-fees.ts';
import { directEarningsDeduction, directEarningsTable } from '../law/deductions/direct-earnings.ts';
import { earningsDeduction, earningsOrderTable } from '../law/deductions/earnings-order.ts';
import { deductionFromUniversalCredit, type Claimant } from '../law/deductions/universal-credit.ts';
import type { RowId } from '../law/policy-rows.ts';
import { formatPounds, NO_PENCE, type Pence } from '../money/pence.ts';
import { formatDay, type Day } from '../time/day.ts';
import { RHYTHM_NAMES, type Rhythm } from '../time/pay-days.ts';
import type { NetPay } from '../affordability/net-pay.ts';
import { isInMoratorium, isSpared } from './terms/moratorium.ts';
import { rowOf, type RowQuestion } from './terms/rows.ts';

export type Life = RowQuestion & {
	hasSupportNeed: boolean;
	hasCouncilTaxSupport: boolean;
	netPay: NetPay | null;
	/** Who claims Universal Credit, where somebody does. */
	universalCredit: Claimant | null;
	/** The rules that the council has confirmed for itself, by their ids. */
	confirmed?: Confirmed;
	costs: SummonsCosts;
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
	const person = {
		...life,
		deductionsRun: benefitDeductionsRun(debts),
		isInMoratorium: isInMoratorium(debts, life.today)
	};
	return debts
		.filter((debt) => debt.balance > 0)
		.map((debt) => ({ debtId: debt.id, title: debt.title, ...nextOf(debt, person) }));
}

type Person = Life & { deductionsRun: boolean; isInMoratorium: boolean };

function nextOf(debt: DebtRecord, life: Person): Pick<Next, 'steps' | 'note'> {
	const [hold] = holdsInForce(debt, life.today);
	if (hold) return { steps: [], note: sayHeld(hold) };
	if (life.isInMoratorium && isSpared(debt, life.payer))
		return { steps: [], note: 'Nothing happens while breathing space runs.' };
	const row = rowOf(debt, life);
	const estimated = row === 'CT4' ? underAnOrder(debt, life) : fromEarnings(debt, { row, life });
	const steps = estimated.length > 0 ? estimated : ladderStep(debt, life);
	return { steps, note: steps.length > 1 ? 'One of these at a time.' : null };
}

function sayHeld(hold: Hold): string {
	if (hold.mine === false) return 'Nothing happens while recovery is paused.';
	const until = hold.untilOn ? ` until ${formatDay(hold.untilOn)}` : ' while it lasts';
	const may = HOLDS[hold.kind].isSilent ? ' What comes after may be answered if they ask.' : '';
	return `Nothing happens${until}.${may}`;
}

/** The next rung of the ladder, in its own words. */
function ladderStep(debt: DebtRecord, life: Person): Consequence[] {
	const step = nextStep(debt, life);
	if (!step) return [];
	const { earliestOn: from, cost: adds } = step;
	return [
		{ words: sayNextStep(step), from, adds, takes: null, rules: step.rules.map(({ id }) => id) }
	];
}

/** One of these, and none while the tax is taken from their benefit under any order (SI 1992/613 regulation 52(2)). */
function underAnOrder(debt: DebtRecord, life: Person): Consequence[] {
	if (life.deductionsRun) return [];
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
function fromEarnings(
	debt: DebtRecord,
	{ row, life }: { row: RowId; life: Person }
): Consequence[] {
	const { netPay, today } = life;
	const step = nextStep(debt, life);
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
