/**
 * One debt whole, as one liable person's screen may show it. Made field by field, so that nothing new leaves by being
 * added. Of another person liable for it only their name leaves: not an address or contact, not when or how they paid,
 * not why they are protected or are not liable. What they paid together is one sum, which the balance shows anyway.
 */
import { ANOTHER_TAXPAYER } from '../../law/clocks/council-tax.ts';
import type { Confirmation } from '../../law/confirming.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { costRules, type CourtCosts } from '../costs.ts';
import type { DebtRecord, Discrepancy, Ground, Hold, RecordedException } from '../debt.ts';
import type { AsOf } from '../freshness.ts';
import { holdLabel, isInForce, isPaused, toldTo } from '../holds.ts';
import { limitationOf } from '../limitation.ts';
import { deductionDuring } from '../moratorium/deductions.ts';
import { entersMoratorium } from '../moratorium/entering.ts';
import { toUndo, type Protection, type Reached } from '../moratorium/undoing.ts';
import { nextStep } from '../ladder/next-step.ts';
import { splitOf, type Split } from '../split.ts';
import { stageWords } from '../ladder/stages.ts';
import { NO_STEP_AGAINST_THEM } from '../told-standing.ts';
import { sumsOf, type Sums } from '../sums.ts';
import { agentsView, type AgentsView, type AgentsRecord } from './agents.ts';
import { entriesView, type EntryRecord, type EntryView } from './entries.ts';
import { lawOf, lawOfStep, type LawView } from './law.ts';

/** Beside the debt as every screen knows it, what only its detail is read for. */
export type DetailRecord = {
	debt: DebtRecord;
	history: readonly Reached[];
	/** In the order in which they were written. */
	entries: readonly EntryRecord[];
	holds: readonly (Protection & { customerId: string; reference: string | null })[];
	liability: {
		fromOn: Day;
		toOn: Day | null;
		exception: RecordedException | null;
	};
	agents: AgentsRecord | null;
	discrepancy: Discrepancy | null;
	/** What its source was last told of it for this person. */
	told: ToldSource | null;
	/** What collected it, and was told to end. */
	ends: ToldEnd | null;
	/** What collects it goes on beside a plan of theirs, as they wanted. */
	kept: KeptBeside | null;
	/** The payment plan of theirs that it is in. */
	plan: { id: string; number: string } | null;
};

export type DetailAudience = {
	/** Whose screen it is: the customer identified in this contact. */
	customerId: string;
	hasSupportNeed: boolean;
	deductionsRun: boolean;
	/** The moratorium they are in themselves, by any of their debts. */
	moratorium: Hold | null;
	confirmed: ReadonlyMap<string, Confirmation>;
	/** How fresh the figures of its stream are. */
	asOf: AsOf | null;
	costs: CourtCosts;
	today: Day;
};

export type ToldSource = {
	kind: 'stop' | 'restart' | 'recall' | 'step';
	state: 'to-send' | 'told' | 'confirmed';
	toldOn: Day | null;
	/** The day of the extract that shows it. */
	confirmedOn: Day | null;
};

export type ToldEnd = Omit<ToldSource, 'kind'> & {
	/** As arrangements call what collects. */
	by: string;
	/** The day of the last extract that shows it collecting still. */
	stillOn: Day | null;
};

export type KeptBeside = {
	by: string;
	/** What it took when they agreed; null where nobody said. */
	takes: Pence | null;
	every: 'week' | 'month';
	/** The plan's, and the day it was agreed. */
	number: string;
	on: Day;
};

export type StageView = { stage: string; on: Day; cost: Pence; isUndone: boolean };

export type DebtDetail = {
	debtId: string;
	title: string;
	reference: string;
	sums: Sums;
	split: Split;
	/** What the costs in it stand on, by the ids that a screen opens. */
	costRules: readonly string[];
	/** What others who are liable have paid, together; null where nobody else is. */
	paidByOthers: Pence | null;
	/** Without a day where none may follow, and the law says so. */
	next: (LawView & { words: string; earliestOn: Day | null; cost: Pence | null }) | null;
	limitation: (LawView & { ends: string; lastDay: Day | null; isPast: boolean }) | null;
	liability: DetailRecord['liability'] & { ground: Ground; others: readonly string[] };
	history: readonly StageView[];
	entries: readonly EntryView[];
	holds: readonly {
		label: string;
		fromOn: Day;
		untilOn: Day | null;
		reference: string | null;
		isInForce: boolean;
	}[];
	/** A deduction that runs while a moratorium holds the debt: what becomes of it. */
	deduction: LawView | null;
	toUndo: (LawView & { steps: readonly StageView[]; otherCharges: Pence; cost: Pence }) | null;
	agents: AgentsView | null;
	told: ToldSource | null;
	ends: ToldEnd | null;
	kept: KeptBeside | null;
	plan: { id: string; number: string } | null;
	/** Found outside their moratorium: whether it can be proposed for it, and by which law. */
	proposal: (LawView & { mayBeAdded: boolean }) | null;
	discrepancy: Discrepancy | null;
	asOf: AsOf | null;
};

export function debtDetail(record: DetailRecord, audience: DetailAudience): DebtDetail {
	const { debt } = record;
	const { today, confirmed } = audience;
	const isShared = debt.others.length > 0;
	const entries = entriesView(record.entries, { customerId: audience.customerId, isShared });
	const split = splitOf(record.entries);
	const proposal = proposalView(record, audience);
	return {
		debtId: debt.id,
		title: debt.title,
		reference: debt.reference,
		sums: sumsOf(debt, today),
		split,
		costRules: costsView(record, audience),
		paidByOthers: isShared ? entries.paidByOthers : null,
		// What stands outside their moratorium is not chased meanwhile.
		next: proposal ? null : nextView(debt, audience),
		limitation: limitationView(record, { lastPaidOn: entries.lastPaidOn, today, confirmed }),
		liability: {
			ground: debt.ground,
			others: debt.others,
			fromOn: record.liability.fromOn,
			toOn: record.liability.toOn,
			exception: record.liability.exception
		},
		history: record.history.map((reached) => stageView(debt, reached)).toReversed(),
		entries: entries.own,
		holds: holdsView(record, audience),
		deduction: deductionView(record, audience),
		toUndo: undoView(record, confirmed),
		agents: record.agents && agentsView(record.agents, today),
		told: record.told && toldView(record.told),
		ends: record.ends && endsView(record.ends),
		kept: record.kept && keptView(record.kept),
		plan: record.plan && { id: record.plan.id, number: record.plan.number },
		proposal,
		discrepancy: record.discrepancy,
		asOf: audience.asOf
	};
}

/** Of each stage it reached that adds costs to our balance. */
function costsView({ debt, history }: DetailRecord, { costs, today }: DetailAudience): string[] {
	const rules = history.flatMap(({ stage: to }) =>
		costRules(debt, { to, adds: null, costs, today })
	);
	return [...new Set(rules)];
}

function toldView({ kind, state, toldOn, confirmedOn }: ToldSource): ToldSource {
	return { kind, state, toldOn, confirmedOn };
}

function endsView({ by, state, toldOn, confirmedOn, stillOn }: ToldEnd): ToldEnd {
	return { by, state, toldOn, confirmedOn, stillOn };
}

function keptView({ by, takes, every, number, on }: KeptBeside): KeptBeside {
	return { by, takes, every, number, on };
}

function nextView(debt: DebtRecord, audience: DetailAudience): DebtDetail['next'] {
	const step = nextStep(debt, audience);
	if (!step) return barredView(debt, audience);
	const { words, earliestOn, cost, rules, cites } = step;
	const { confirmed } = audience;
	return { words, earliestOn, cost, ...lawOfStep(rules, { cites, confirmed }) };
}

/** A step against one who is liable bars every step against another, under an order (reg 54(6)). */
function barredView(debt: DebtRecord, { confirmed, today }: DetailAudience): DebtDetail['next'] {
	if (!debt.facts.stepOfAnother || isPaused(debt, today)) return null;
	const words = NO_STEP_AGAINST_THEM;
	return { words, earliestOn: null, cost: null, ...lawOf([ANOTHER_TAXPAYER], confirmed) };
}

function limitationView(
	{ debt }: DetailRecord,
	now: { lastPaidOn: Day | null; today: Day; confirmed: DetailAudience['confirmed'] }
): DebtDetail['limitation'] {
	if (debt.balance <= 0) return null;
	const limit = limitationOf({ ...debt, lastPaidOn: now.lastPaidOn });
	if (!limit) return null;
	const { lastDay, ends, rules } = limit;
	const isPast = lastDay !== null && now.today > lastDay;
	return { ends, lastDay, isPast, ...lawOf(rules, now.confirmed) };
}

function stageView(debt: DebtRecord, { stage, on, cost, isUndone }: Reached): StageView {
	return { stage: stageWords({ stream: debt.stream, stage }).name, on, cost, isUndone };
}

/** One made for another person shows as what everybody knows of it, and without its reference. */
function holdsView(
	{ holds }: DetailRecord,
	{ customerId, today }: DetailAudience
): DebtDetail['holds'] {
	return holds.map(({ kind, fromOn, untilOn, liftedOn, reference, customerId: whose }) => {
		const mine = whose === customerId;
		const told = toldTo({ kind, fromOn, untilOn, mine });
		const isLifted = liftedOn !== null && liftedOn <= today;
		return {
			label: holdLabel(told),
			fromOn,
			untilOn: told.untilOn,
			reference: mine ? reference : null,
			isInForce: !isLifted && isInForce({ kind, fromOn, untilOn }, today)
		};
	});
}

function deductionView(
	{ debt, holds }: DetailRecord,
	{ customerId, today, confirmed }: DetailAudience
): LawView | null {
	const own = holds.filter((hold) => hold.customerId === customerId && hold.liftedOn === null);
	const isIn = own.some(
		(hold) =>
			(hold.kind === 'breathing-space' || hold.kind === 'mental-health-crisis') &&
			isInForce(hold, today)
	);
	const { method } = debt.facts;
	const rule = isIn && method ? deductionDuring(method) : null;
	return rule && lawOf([rule], confirmed);
}

function undoView(
	{ debt, history, holds, entries }: DetailRecord,
	confirmed: DetailAudience['confirmed']
): DebtDetail['toUndo'] {
	const found = toUndo(history, { holds, entries });
	if (!found) return null;
	const { steps, otherCharges, cost, rule } = found;
	return {
		steps: steps.map((reached) => stageView(debt, reached)),
		otherCharges,
		cost,
		...lawOf([rule], confirmed)
	};
}

function proposalView(
	{ debt, history }: DetailRecord,
	{ moratorium, confirmed }: DetailAudience
): DebtDetail['proposal'] {
	const isIn = debt.holds.some((hold) => hold.mine !== false && hold.kind === moratorium?.kind);
	if (!moratorium || isIn) return null;
	const entering = entersMoratorium({ ...debt, history }, moratorium.fromOn);
	if (!('rule' in entering)) return null;
	return { mayBeAdded: entering.isIn, ...lawOf([entering.rule], confirmed) };
}
