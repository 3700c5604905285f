/**
 * Everything a person owes, as a screen may show it. Before identity there are no references, payments or joint names,
 * a hold says only what to do, and care charges and benefit overpayments count in the total without being named.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import { asOfEach } from '../../debts/freshness.ts';
import { HOLD_BEFORE_IDENTITY, holdTag, HOLDS, holdsInForce, isPaused } from '../../debts/holds.ts';
import {
	benefitDeductionsRun,
	nextStep,
	sayNextStep,
	type Circumstances,
	type NextStep
} from '../../debts/ladder/next-step.ts';
import { ownMoratorium } from '../../debts/moratorium/proposing.ts';
import { stageWords } from '../../debts/ladder/stages.ts';
import { UNNAMED_BEFORE_IDENTITY } from '../../debts/streams.ts';
import { sumsOf, totalOf } from '../../debts/sums.ts';
import { NO_STEP_AGAINST_THEM, toldStanding } from '../../debts/told-standing.ts';
import { most, NO_PENCE, plus } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { Givens } from './givens.ts';
import type { DebtsView, DebtView, HoldView } from './view.ts';

const SPARED = 'Nothing while recovery is paused';

type Now = Circumstances & { isSpared: boolean };

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
	const policy = audience.givens.policyOn(today);
	const confirmed = new Set(audience.givens.confirmed);
	const now = {
		...audience,
		confirmed,
		costs: policy,
		deductionsRun: benefitDeductionsRun(records),
		isSpared: ownMoratorium(records, today) !== null
	};
	const named = records
		.filter((debt) => isNamed(debt, audience))
		.map((debt) => ({ debt, step: nextStep(debt, now) }));
	const paused = records.filter((debt) => isPaused(debt, today));
	return {
		debts: named.map((each) => viewOf(each, now)),
		total: totalOf(records.map((debt) => sumsOf(debt, today))),
		paused: plus(...paused.map((debt) => most(debt.balance, NO_PENCE))),
		mayAsk: mayAsk(records, today),
		next: firstToFollow(named, now),
		count: records.length,
		asOf: asOfEach(
			named.map(({ debt }) => debt),
			{ fresh, daysFresh: policy.E1.value.daysFresh, today }
		)
	};
}

/** A debt with what follows if nobody agrees anything. */
type Named = { debt: DebtRecord; step: NextStep | null };

/** The soonest; of what may follow today, on the largest debt. What is being taken already is no step to come. */
function firstToFollow(debts: readonly Named[], now: Now): DebtsView['next'] {
	if (now.isSpared) return null;
	const steps = debts.flatMap(({ debt, step }) =>
		step && step.to !== debt.stage ? [{ debt, step }] : []
	);
	const [first] = steps.toSorted(
		(a, b) => a.step.earliestOn.localeCompare(b.step.earliestOn) || b.debt.balance - a.debt.balance
	);
	if (!first) return null;
	return { debtId: first.debt.id, title: first.debt.title, says: sayNextStep(first.step) };
}

/** A debt that is not in their own breathing space is proposed for it, and not chased meanwhile. */
function sayNext({ debt, step }: Named, now: Now): string | null {
	if (isPaused(debt, now.today)) return null;
	if (debt.facts.stepOfAnother) return NO_STEP_AGAINST_THEM;
	if (!step) return null;
	return now.isSpared && step.to !== debt.stage ? SPARED : sayNextStep(step);
}

/** A voluntary payment may still be offered, to the debt they name. */
export function mayAsk(records: readonly DebtRecord[], today: Day): boolean {
	const isSilent = records.some((debt) =>
		holdsInForce(debt, today).some((hold) => hold.mine !== false && HOLDS[hold.kind].isSilent)
	);
	return !isSilent && (records.length === 0 || records.some((debt) => !isPaused(debt, today)));
}

function isNamed(debt: DebtRecord, audience: DebtsAudience): boolean {
	return audience.stage === 'after-identity' || !UNNAMED_BEFORE_IDENTITY.has(debt.stream);
}

function viewOf(named: Named, audience: DebtsAudience & Now): DebtView {
	const { debt } = named;
	const { today } = audience;
	const isAfter = audience.stage === 'after-identity';
	const words = stageWords(debt);
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
		next: sayNext(named, audience),
		...(isAfter && named.step ? { nextRules: named.step.cites } : {}),
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
