/**
 * Everything a person owes, as a screen may show it. Before identity there are no references, payments or joint names,
 * a hold says only what to do, and care charges and benefit overpayments count in the total without being named.
 */
import type { DebtRecord } from '../debts/debt.ts';
import { asOfEach } from '../debts/freshness.ts';
import { HOLD_BEFORE_IDENTITY, holdTag, HOLDS, holdsInForce, isPaused } from '../debts/holds.ts';
import {
	benefitDeductionsRun,
	nextStep,
	sayNextStep,
	type Circumstances
} from '../debts/next-step.ts';
import { stageWords } from '../debts/stages.ts';
import { UNNAMED_BEFORE_IDENTITY } from '../debts/streams.ts';
import { sumsOf, totalOf } from '../debts/sums.ts';
import { policyInForce } from '../law/policy.ts';
import { NO_STEP_AGAINST_THEM, toldStanding } from '../debts/told-standing.ts';
import { most, NO_PENCE, plus } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { Givens } from './givens.ts';
import type { DebtsView, DebtView, HoldView } from './view.ts';

export type DebtsAudience = {
	stage: 'before-identity' | 'after-identity';
	hasSupportNeed: boolean;
	givens: Givens;
	today: Day;
};

export function debtsView(owed: readonly DebtRecord[], audience: DebtsAudience): DebtsView {
	const { today } = audience;
	const records = owed.map(toldStanding);
	const { fresh } = audience.givens;
	const confirmed = new Set(audience.givens.confirmed);
	const named = records.filter((debt) => isNamed(debt, audience));
	const deductionsRun = benefitDeductionsRun(records);
	const paused = records.filter((debt) => isPaused(debt, today));
	return {
		debts: named.map((debt) => viewOf(debt, { ...audience, confirmed, deductionsRun })),
		total: totalOf(records.map((debt) => sumsOf(debt, today))),
		paused: plus(...paused.map((debt) => most(debt.balance, NO_PENCE))),
		mayAsk: mayAsk(records, today),
		count: records.length,
		asOf: asOfEach(named, { fresh, daysFresh: policyInForce(today).E1.value.daysFresh, today })
	};
}

/** A voluntary payment may still be offered, to the debt they name. */
function mayAsk(records: readonly DebtRecord[], today: Day): boolean {
	const isSilent = records.some((debt) =>
		holdsInForce(debt, today).some((hold) => hold.mine !== false && HOLDS[hold.kind].isSilent)
	);
	return !isSilent && (records.length === 0 || records.some((debt) => !isPaused(debt, today)));
}

function isNamed(debt: DebtRecord, audience: DebtsAudience): boolean {
	return audience.stage === 'after-identity' || !UNNAMED_BEFORE_IDENTITY.has(debt.stream);
}

function viewOf(debt: DebtRecord, audience: DebtsAudience & Circumstances): DebtView {
	const { today } = audience;
	const isAfter = audience.stage === 'after-identity';
	const words = stageWords(debt);
	const step = nextStep(debt, audience);
	const next = debt.facts.stepOfAnother && !isPaused(debt, today) ? NO_STEP_AGAINST_THEM : null;
	return {
		debtId: debt.id,
		stream: debt.stream,
		title: debt.title,
		reference: isAfter ? debt.reference : null,
		stage: words.name,
		stageOn: debt.stageOn,
		tone: words.tone,
		sums: sumsOf(debt, today),
		holds: holdViews(debt, audience),
		next: step ? sayNextStep(step) : next,
		discrepancy: (isAfter ? debt.discrepancy : null) ?? null,
		lastPayment: isAfter ? lastPaymentOf(debt) : null,
		jointWith: isAfter && debt.others.length > 0 ? debt.others.join(' and ') : null
	};
}

function holdViews(debt: DebtRecord, { stage, today }: DebtsAudience): HoldView[] {
	const inForce = holdsInForce(debt, today);
	if (stage === 'after-identity') {
		return inForce.map((hold) => ({ label: holdTag(hold), untilOn: hold.untilOn }));
	}
	return inForce.length > 0 ? [{ label: HOLD_BEFORE_IDENTITY, untilOn: null }] : [];
}

/** Another person's payment reads only as received. */
function lastPaymentOf(debt: DebtRecord): DebtView['lastPayment'] {
	if (!debt.lastPayment) return null;
	const { on, amount, mine } = debt.lastPayment;
	return mine ? { on, amount } : { on: null, amount: null };
}
