/**
 * What usually happens next to a debt when nobody agrees anything: in words, with its earliest day, what it adds, the
 * law it stands on and how sure we are. Nothing follows while the debt is paused or nothing is owed. A row of the
 * ladder that is only remembered is shown with "unconfirmed, do not quote".
 */
import { formatPounds, type Pence } from '../../money/pence.ts';
import { addDays, formatDay, type Day } from '../../time/day.ts';
import { costRules, type CourtCosts } from '../costs.ts';
import type { DebtRecord } from '../debt.ts';
import { isPaused } from '../holds.ts';
import { ruleById } from '../../law/register.ts';
import { citationOf, type Confidence, type Rule } from '../../law/rule.ts';
import { ladderOf } from './ladder-codes.ts';
import { transition, type TransitionRule } from './ladders.ts';
import { RUNGS, type Rung, type Spared } from './rungs.ts';
import { sumsOf } from '../sums.ts';

export type NextStep = {
	/** The stage it would lead to. */
	to: string;
	/** `Summons from 24 November 2026, adds £87.50`. */
	words: string;
	/** The step alone: `Summons`. */
	what: string;
	/** It is happening already. */
	isRunning: boolean;
	/** A day the customer should know, still to come. */
	notes: readonly string[];
	/** Never before today. */
	earliestOn: Day;
	cost: Pence | null;
	citation: string;
	confidence: Confidence;
	/** The rows of the ladder it stands on. */
	rules: readonly TransitionRule[];
	/** Those, and what its sum stands on, by the ids that a screen opens. */
	cites: readonly string[];
};

export type Circumstances = {
	hasSupportNeed: boolean;
	/** As a statement tells; not known without one. */
	hasCouncilTaxSupport?: boolean;
	/** Council tax is being taken from this person's benefits under some order: `benefitDeductionsRun`. */
	deductionsRun?: boolean;
	/** The rules that the council has confirmed for itself, by their ids. */
	confirmed?: Confirmed;
	/** What the council asks the court to add to a summons and an order. */
	costs: CourtCosts;
	today: Day;
};

export type Confirmed = Pick<ReadonlySet<string>, 'has'>;

export const DO_NOT_QUOTE = 'unconfirmed, do not quote';

export function nextStep(debt: DebtRecord, circumstances: Circumstances): NextStep | null {
	const { today, costs, confirmed } = circumstances;
	const rung = RUNGS[ladderOf(debt.stream)][debt.stage];
	if (!rung || debt.balance <= 0 || isPaused(debt, today)) return null;
	if (debt.facts.stepOfAnother) return null;
	if (rung.waitsForDeductions && circumstances.deductionsRun) return null;
	if (rung.needsOverdue && sumsOf(debt, today).overdue === 0) return null;
	const spared = sparedBy(rung, circumstances);
	if (spared && rung.isByAgentsAlone) return null;
	const rows = rowsOf(debt, rung);
	const earliestOn = earliestDay(debt, { rung, rows, today });
	const cost = rung.adds?.(debt, { spared, today, costs }) ?? null;
	const figures = costRules(debt, { to: rung.to, adds: cost, costs, today });
	const step = {
		to: rung.to,
		what: typeof rung.say === 'string' ? rung.say : rung.say(debt, spared),
		isRunning: rung.isRunning === true,
		notes: [rung.before?.(debt), rung.after?.(debt)].flatMap((one) => stillOpen(one, today) ?? []),
		earliestOn,
		cost,
		citation: rows.map(citationOf).join('; '),
		confidence: leastSure([...rows, ...figures.flatMap((id) => ruleById(id) ?? [])], confirmed),
		rules: rows,
		cites: [...rows.map(({ id }) => id), ...figures]
	};
	return { ...step, words: wordsOf(debt, { rung, step, today }) };
}

/**
 * While they run no step may be taken under an order (SI 1992/613 reg 52(2)(b)-(c)). Read as barring a step under any
 * order of the person until the council's legal team says otherwise.
 */
export function benefitDeductionsRun(debts: readonly DebtRecord[]): boolean {
	return debts.some(
		({ stream, facts }) => stream === 'council-tax' && facts.method?.kind === 'benefit-deduction'
	);
}

/** As a screen shows it. */
export function sayNextStep(step: NextStep): string {
	return step.confidence === 'unconfirmed' ? `${step.words} (${DO_NOT_QUOTE})` : step.words;
}

/** Why policy sends them no agents at this stage; null where it may, or where there are none to send. */
function sparedBy(rung: Rung, now: Circumstances): Spared | null {
	const isSo: Record<Spared, boolean> = {
		'support-need': now.hasSupportNeed,
		'council-tax-support': now.hasCouncilTaxSupport === true
	};
	return rung.spares?.find((why) => isSo[why]) ?? null;
}

function rowsOf(debt: DebtRecord, rung: Rung): readonly TransitionRule[] {
	const rows = rung.rows ?? [{ from: debt.stage, to: rung.to }];
	return rows.map((row) => transition(ladderOf(debt.stream), row));
}

function earliestDay(
	debt: DebtRecord,
	step: { rung: Rung; rows: readonly TransitionRule[]; today: Day }
): Day {
	const minimumDays = Math.max(...step.rows.map((row) => row.value.minimumDays));
	const earliest = step.rung.earliestOn?.(debt) ?? addDays(debt.stageOn, minimumDays);
	return step.rung.isRunning || earliest < step.today ? step.today : earliest;
}

function wordsOf(
	debt: DebtRecord,
	next: { rung: Rung; step: Omit<NextStep, 'words'>; today: Day }
): string {
	const { rung, step, today } = next;
	const when = step.earliestOn > today ? `from ${formatDay(step.earliestOn)}` : 'possible now';
	const adds = step.cost ? `, adds ${formatPounds(step.cost)}` : '';
	const sentences = [
		stillOpen(rung.before?.(debt), today),
		`${step.what}${rung.isRunning ? '' : ` ${when}`}${adds}`,
		stillOpen(rung.after?.(debt), today)
	];
	return sentences.filter((sentence) => sentence !== null).join('. ');
}

function stillOpen(
	sentence: { words: string; until: Day } | null | undefined,
	today: Day
): string | null {
	return sentence && sentence.until >= today ? sentence.words : null;
}

/** What the council has confirmed for itself is as sure as what we read. */
function leastSure(rows: readonly Rule[], confirmed?: Confirmed): Confidence {
	const isOpen = ({ id, confidence }: Rule) => confidence === 'unconfirmed' && !confirmed?.has(id);
	if (rows.some(isOpen)) return 'unconfirmed';
	return rows.some((row) => row.confidence === 'partly') ? 'partly' : 'confirmed';
}
