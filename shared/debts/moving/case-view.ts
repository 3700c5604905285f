/**
 * One debt as whoever may look at its case sees it: where it stands, every step that its ladder leads on to with the
 * law of it, and by name why one may not be taken today. Those liable stay masked, because nobody is in touch.
 */
import { maskedName, type PersonFacts } from '../../customers/person.ts';
import type { Confirmation } from '../../law/confirming.ts';
import type { Rule } from '../../law/rule.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { costOfMove, costRules } from '../costs.ts';
import type { Ground, RecordedException } from '../debt.ts';
import { lawOf, lawOfStep, type LawView } from '../detail/law.ts';
import { holdLabel, isInForce } from '../holds.ts';
import { ladderOf } from '../ladder/ladder-codes.ts';
import { TRANSITIONS } from '../ladder/ladders.ts';
import { nextStep } from '../ladder/next-step.ts';
import { RUNGS } from '../ladder/rungs.ts';
import { stageWords } from '../ladder/stages.ts';
import type { Stream } from '../streams.ts';
import type { Asked, Circumstances, MoveRefusal, MovingDebt } from './case.ts';
import { METHODS } from './clashes.ts';
import { givesBack } from './giving-back.ts';
import { mayMove } from './move.ts';

export type RefusalView = {
	because: MoveRefusal['because'];
	/** The day it waits for, or the last it could have been taken on. */
	day: Day | null;
	/** What holds it, in words. */
	holds: readonly string[];
	law: LawView | null;
};

export type StepView = {
	to: string;
	name: string;
	cost: Pence | null;
	/** Taken against a person, and barring any other meanwhile. */
	isMethod: boolean;
	/** A court sits on it, so its day has to be given. */
	needsHearing: boolean;
	law: LawView | null;
	refusal: RefusalView | null;
};

export type LiableView = {
	customerId: string;
	name: string;
	ground: Ground;
	exception: RecordedException | null;
	/** False where an exception leaves them out of all of it. */
	stands: boolean;
	/** Everything they owe, by title: what a register's notice may name. */
	debts: readonly NamedDebt[];
};

export type NamedDebt = { debtId: string; title: string; reference: string; balance: Pence };

export type CaseView = NamedDebt & {
	stream: Stream;
	stage: string;
	stageOn: Day;
	holds: readonly string[];
	steps: readonly StepView[];
	liable: readonly LiableView[];
};

export type LiableRecord = Omit<LiableView, 'name'> & {
	person: Pick<PersonFacts, 'givenNames' | 'familyName'>;
};

export type CaseRecord = {
	debt: MovingDebt;
	liable: readonly LiableRecord[];
	/** True of those whose liability stands. */
	now: Circumstances;
	confirmed: ReadonlyMap<string, Confirmation>;
};

export function caseView(
	{ debt, liable, now, confirmed }: CaseRecord,
	{ today }: { today: Day }
): CaseView {
	const { id: debtId, title, reference, balance, stream, stageOn } = debt;
	const against = liable.filter(({ stands }) => stands).map(({ customerId }) => customerId);
	const inForce = debt.holds.filter((hold) => isInForce(hold, today));
	return {
		debtId,
		title,
		reference,
		balance,
		stream,
		stage: stageWords(debt).name,
		stageOn,
		holds: [...new Set(inForce.map(holdLabel))],
		steps: stepsFrom(debt).map((to) =>
			stepView({ debt, now, confirmed }, { to, against, isLookedAt: true, today })
		),
		liable: liable.map(({ person, ...one }) => ({ ...one, name: maskedName(person) }))
	};
}

/** Each once, in the ladder's own order. */
function stepsFrom({ stream, stage }: MovingDebt): string[] {
	const code = ladderOf(stream);
	const own = (TRANSITIONS.get(code) ?? []).filter(({ value }) => value.from === stage);
	const led = (RUNGS[code][stage]?.rows ?? []).map(({ to }) => to);
	return [...new Set([...own.map(({ value }) => value.to), ...led])].filter((to) => to !== stage);
}

/** Only time is in the way of these. */
const IN_TIME: ReadonlySet<string> = new Set<MoveRefusal['because']>(['in-notice', 'too-early']);

/**
 * What to propose next: the usual step, or where something else than time bars that one, the first of the ladder's
 * that presses on and is not barred. Null where nothing follows.
 */
export function proposedStep(
	record: Omit<CaseRecord, 'liable'> & {
		liable: readonly Pick<LiableRecord, 'customerId' | 'stands'>[];
	},
	{ today }: { today: Day }
): StepView | null {
	const { debt, now, liable } = record;
	const usual = nextStep(debt, { ...now, today });
	if (!usual) return null;
	const against = liable.filter(({ stands }) => stands).map(({ customerId }) => customerId);
	const others = stepsFrom(debt).filter(
		(to) => to !== usual.to && !givesBack({ value: { from: debt.stage, to } })
	);
	const views = [usual.to, ...others].map((to) =>
		stepView(record, { to, against, isLookedAt: true, today })
	);
	const open = views.find(({ refusal }) => !refusal || IN_TIME.has(refusal.because));
	return open ?? views[0] ?? null;
}

function stepView({ debt, now, confirmed }: Omit<CaseRecord, 'liable'>, asked: Asked): StepView {
	const { to, today } = asked;
	const decided = mayMove(debt, asked, now);
	const { costs } = now;
	const adds = costOfMove(debt, { to, costs })?.amount ?? null;
	const figures = costRules(debt, { to, adds, costs, today });
	return {
		to,
		name: stageWords({ stream: debt.stream, stage: to }).name,
		cost: adds,
		isMethod: METHODS.has(to),
		needsHearing: to === 'SUMMONS',
		law: decided.ok ? stepLaw(decided.move.rules, { figures, confirmed }) : null,
		refusal: decided.ok ? null : refusalView(decided, confirmed)
	};
}

function stepLaw(
	rules: readonly Rule[],
	{ figures, confirmed }: { figures: readonly string[]; confirmed: CaseRecord['confirmed'] }
): LawView {
	return lawOfStep(rules, { cites: [...rules.map(({ id }) => id), ...figures], confirmed });
}

function refusalView(
	refusal: MoveRefusal,
	confirmed: ReadonlyMap<string, Confirmation>
): RefusalView {
	const rules = 'rules' in refusal ? refusal.rules : 'rule' in refusal ? [refusal.rule] : [];
	return {
		because: refusal.because,
		day: 'from' in refusal ? refusal.from : 'lastDay' in refusal ? refusal.lastDay : null,
		holds: 'holds' in refusal ? [...new Set(refusal.holds.map(holdLabel))] : [],
		law: rules.length > 0 ? lawOf(rules, confirmed) : null
	};
}
