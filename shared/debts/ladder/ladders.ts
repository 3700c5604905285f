/**
 * The recovery ladder of each stream as rules: which stage may follow which, after how long, under which law, and how
 * sure we are of it. The rows are data (`ladders.json`, read 21 November 2026); here each becomes a rule of the one
 * shape, named `ladder-CT-SUMMONS-LIABILITY_ORDER` for good.
 */
import type { Confidence, Rule } from '../../law/rule.ts';
import ladders from './ladders.json' with { type: 'json' };
import type { LadderCode } from './ladder-codes.ts';
import { instrumentOf, LADDER_LAW } from './ladder-law.ts';
import { PLAIN } from './ladder-words.ts';
import { STAGES } from './stages.ts';

export type Transition = {
	from: string;
	to: string;
	minimumDays: number;
	condition: string;
	/** What an officer may agree instead, as the ladder names it. */
	mayAgree: readonly string[];
	/** What it adds, in words; the sums are in `costs.ts`. */
	cost: string | null;
	/** Nothing but a person who looked at it takes this step. */
	needsHumanApproval: boolean;
};

export type TransitionRule = Rule<Transition>;

type Row = (typeof ladders.ladders)[number]['transitions'][number];

export const TRANSITIONS: ReadonlyMap<LadderCode, readonly TransitionRule[]> = new Map(
	ladders.ladders.map(({ code, transitions }) => [
		code as LadderCode,
		transitions.map((row) => ruleOf(code as LadderCode, row))
	])
);

/** Every stage of a ladder, each once. */
export function stagesOf(code: LadderCode): readonly string[] {
	const transitions = TRANSITIONS.get(code) ?? [];
	return [...new Set(transitions.flatMap(({ value: { from, to } }) => [from, to]))];
}

/** Undefined where the ladder has no such rung. */
export function findTransition(
	code: LadderCode,
	rung: { from: string; to: string }
): TransitionRule | undefined {
	return TRANSITIONS.get(code)?.find(
		({ value }) => value.from === rung.from && value.to === rung.to
	);
}

/** Null where no ladder has it. */
export function transitionById(id: string): TransitionRule | null {
	return [...TRANSITIONS.values()].flat().find((rule) => rule.id === id) ?? null;
}

/** Throws where the ladder has no such rung: a next step without its law would be ours to answer for. */
export function transition(code: LadderCode, rung: { from: string; to: string }): TransitionRule {
	const found = findTransition(code, rung);
	if (!found) throw new Error(`The ladder ${code} has no step from ${rung.from} to ${rung.to}.`);
	return found;
}

function ruleOf(code: LadderCode, row: Row): TransitionRule {
	const law = LADDER_LAW[code];
	return {
		id: `ladder-${code}-${row.frm}-${row.to}`,
		value: {
			from: row.frm,
			to: row.to,
			minimumDays: row.min_days,
			condition: row.condition,
			mayAgree: row.officer_may_agree,
			cost: row.cost_added,
			needsHumanApproval: row.human_approval_required
		},
		from: law.from,
		to: null,
		nations: law.nations,
		...instrumentOf(row.citation, law.instrument),
		address: law.address,
		confidence: confidenceOf(row.confidence),
		plain:
			PLAIN[`${code} ${row.frm} ${row.to}`] ??
			`${nameOf(code, row.to)} may follow ${nameOf(code, row.frm)}: ${row.condition}.`
	};
}

function nameOf(code: LadderCode, stage: string): string {
	const words = STAGES[code][stage];
	if (!words) throw new Error(`The stage ${stage} of the ladder ${code} has no words.`);
	return words.name;
}

/** A row that is sure of one part and remembers another may not be quoted. */
function confidenceOf(words: string): Confidence {
	if (words.includes('M - from memory')) return 'unconfirmed';
	return /\bP\b/.test(words) ? 'partly' : 'confirmed';
}
