/**
 * Everything a person owes, as a screen may show it. Before identity there are no references, payments or joint names,
 * a hold says only what to do, and care charges and benefit overpayments count in the total without being named.
 */
import type { DebtRecord } from '../debts/debt.ts';
import { HOLD_BEFORE_IDENTITY, holdTag, HOLDS, holdsInForce, isPaused } from '../debts/holds.ts';
import { benefitDeductionsRun, nextStep, sayNextStep } from '../debts/next-step.ts';
import { stageWords } from '../debts/stages.ts';
import { UNNAMED_BEFORE_IDENTITY } from '../debts/streams.ts';
import { sumsOf, totalOf } from '../debts/sums.ts';
import { most, NO_PENCE, plus } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { DebtsView, DebtView, HoldView } from './view.ts';

export type DebtsAudience = {
	stage: 'before-identity' | 'after-identity';
	hasSupportNeed: boolean;
	today: Day;
};

export function debtsView(records: readonly DebtRecord[], audience: DebtsAudience): DebtsView {
	const { today } = audience;
	const deductionsRun = benefitDeductionsRun(records);
	const paused = records.filter((debt) => isPaused(debt, today));
	return {
		debts: records
			.filter((debt) => isNamed(debt, audience))
			.map((debt) => viewOf(debt, { ...audience, deductionsRun })),
		total: totalOf(records.map((debt) => sumsOf(debt, today))),
		paused: plus(...paused.map((debt) => most(debt.balance, NO_PENCE))),
		mayAsk: mayAsk(records, today),
		count: records.length
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

function viewOf(debt: DebtRecord, audience: DebtsAudience & { deductionsRun: boolean }): DebtView {
	const { today } = audience;
	const isAfter = audience.stage === 'after-identity';
	const words = stageWords(debt);
	const next = nextStep(debt, audience);
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
		next: next && sayNextStep(next),
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
