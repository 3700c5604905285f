/**
 * Which row of council policy a debt falls under: by who owes it in what capacity, then by holds, then by its stream,
 * stage and what is already collecting it. Stages are those of the recovery ladders.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import { holdsInForce } from '../../debts/holds.ts';
import { ladderOf, type LadderCode } from '../../debts/ladder/ladder-codes.ts';
import { benefitChallenge } from '../../law/clocks/claims.ts';
import type { RowId } from '../../law/policy-rows.ts';
import type { Day } from '../../time/day.ts';
import { financialYearOf } from '../../time/financial-year.ts';

export type Payer = 'person' | 'sole-trader' | 'company';

export type RowQuestion = {
	today: Day;
	/** Who the plan would be with. */
	payer: Payer;
	/** Debts whose agents, deduction or order are ended in this contact: they then stand as under an order. */
	ended: readonly string[];
};

export function rowOf(debt: DebtRecord, asked: RowQuestion): RowId {
	if (isAnothers(debt, asked.payer)) return 'OT';
	const holds = holdsInForce(debt, asked.today);
	if (holds.length > 0) return isOpenDecision(debt, holds) ? 'HB1' : 'HO';
	return ROW_BY_LADDER[ladderOf(debt.stream)](debt, asked);
}

/** The year a tax or rates debt is for. */
export function yearOf(debt: DebtRecord): number {
	return debt.facts.taxYear ?? financialYearOf(debt.fromOn);
}

/** A person is not a company, an estate or a trust, whatever they do for one; a company owes only its own. */
function isAnothers(debt: DebtRecord, payer: Payer): boolean {
	if (debt.ground === 'representative' || debt.ground === 'director') return true;
	const { capacity } = debt.facts;
	return capacity !== undefined && !(payer === 'company' && capacity === 'company');
}

/** A challenge to a benefit decision is that stream's own row, not an ordinary hold. */
function isOpenDecision(debt: DebtRecord, holds: DebtRecord['holds']): boolean {
	const kinds = holds.map((hold) => hold.kind);
	return (
		debt.stream === 'overpayment' &&
		kinds.every((kind) => kind === 'dispute' || kind === 'application-pending')
	);
}

type RowRule = (debt: DebtRecord, asked: RowQuestion) => RowId;

const ROW_BY_LADDER: Record<LadderCode, RowRule> = {
	CT: councilTaxRow,
	NDR: ratesRow,
	BID: ratesRow,
	HBO: overpaymentRow,
	SUN: invoiceRow,
	ASC: (debt) => (debt.facts.careCheckDone ? 'CA2' : 'CA1'),
	RENT: rentRow,
	PCN: parkingRow
};

function councilTaxRow(debt: DebtRecord, { today, ended }: RowQuestion): RowId {
	const { method, wholeBalanceDueOn } = debt.facts;
	if (ended.includes(debt.id)) return 'CT4';
	if (method?.kind === 'agents' || debt.stage === 'ENFORCEMENT_AGENT')
		return method?.visitedOn ? 'CT7' : 'CT6';
	if (['CHARGING_ORDER', 'BANKRUPTCY', 'COMMITTAL'].includes(debt.stage)) return 'CT8';
	if (method?.kind === 'charging-order') return 'CT8';
	if (
		method ||
		debt.facts.stepOfAnother ||
		debt.stage === 'AEO' ||
		debt.stage === 'BENEFIT_DEDUCTION'
	)
		return 'CT5';
	if (debt.stage === 'LIABILITY_ORDER' || debt.stage === 'INFO_REQUEST') return 'CT4';
	if (debt.stage === 'SUMMONS') return 'CT3';
	const hasInstalments = ['DEMAND', 'REMINDER_1', 'REMINDER_2'].includes(debt.stage);
	const isLost = wholeBalanceDueOn !== undefined && wholeBalanceDueOn <= today;
	return hasInstalments && !isLost && yearOf(debt) >= financialYearOf(today) ? 'CT1' : 'CT2';
}

function ratesRow(debt: DebtRecord, { ended }: RowQuestion): RowId {
	if (ended.includes(debt.id)) return 'NR2';
	if (debt.facts.method || ['ENFORCEMENT_AGENT', 'INSOLVENCY'].includes(debt.stage)) return 'NR3';
	return debt.stage === 'LIABILITY_ORDER' ? 'NR2' : 'NR1';
}

function overpaymentRow(debt: DebtRecord, { today, ended }: RowQuestion): RowId {
	if (ended.includes(debt.id)) return 'HB3';
	if (debt.facts.method || debt.facts.stepOfAnother) return 'HB2';
	if (['HB_DEDUCTION', 'DEA', 'DWP_BENEFIT'].includes(debt.stage)) return 'HB2';
	if (debt.stage === 'COUNTY_COURT') return 'HB4';
	const isFresh =
		debt.stage === 'DECISION_NOTICE' && today <= benefitChallenge(debt.stageOn).inTime;
	return isFresh ? 'HB1' : 'HB3';
}

function invoiceRow(debt: DebtRecord): RowId {
	if (debt.stage === 'JUDGMENT' || debt.stage === 'ENFORCEMENT') return 'IN3';
	return debt.stage === 'LETTER_OF_CLAIM' || debt.stage === 'CLAIM' ? 'IN2' : 'IN1';
}

/** A possession order is known by the sum it fixed: the ladder ends at the claim. */
function rentRow(debt: DebtRecord): RowId {
	if (debt.stream === 'former-tenant') return 'RE3';
	return debt.facts.courtSumPence === undefined ? 'RE1' : 'RE2';
}

function parkingRow(debt: DebtRecord): RowId {
	if (debt.facts.method || debt.stage === 'WARRANT' || debt.stage === 'LATE_WITNESS_STATEMENT')
		return 'PC3';
	return debt.stage === 'CHARGE_CERTIFICATE' || debt.stage === 'ORDER_FOR_RECOVERY' ? 'PC2' : 'PC1';
}
