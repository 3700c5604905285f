/**
 * The recovery ladder of each stream: which stage may follow which, after how long, under which law, and how sure we
 * are of it. The rows are data with a citation and a confidence each (`ladders.json`, read 21 November 2026).
 */
import ladders from './ladders.json' with { type: 'json' };
import type { Stream } from './streams.ts';

export type LadderCode = 'CT' | 'NDR' | 'HBO' | 'SUN' | 'ASC' | 'RENT' | 'PCN' | 'BID';

/** How sure we are: read in the source; seen cut short or second-hand; from memory. */
export type Confidence = 'confirmed' | 'partly' | 'unconfirmed';

export type Transition = {
	from: string;
	to: string;
	minimumDays: number;
	condition: string;
	citation: string;
	confidence: Confidence;
	needsHumanApproval: boolean;
};

const LADDER_OF: Record<Stream, LadderCode> = {
	'council-tax': 'CT',
	'business-rates': 'NDR',
	overpayment: 'HBO',
	invoice: 'SUN',
	care: 'ASC',
	rent: 'RENT',
	'former-tenant': 'RENT',
	parking: 'PCN',
	bid: 'BID'
};

export function ladderOf(stream: Stream): LadderCode {
	return LADDER_OF[stream];
}

export const TRANSITIONS: ReadonlyMap<LadderCode, readonly Transition[]> = new Map(
	ladders.ladders.map((ladder) => [
		ladder.code as LadderCode,
		ladder.transitions.map((row) => ({
			from: row.frm,
			to: row.to,
			minimumDays: row.min_days,
			condition: row.condition,
			citation: row.citation,
			confidence: confidenceOf(row.confidence),
			needsHumanApproval: row.human_approval_required
		}))
	])
);

/** Every stage of a ladder, each once. */
export function stagesOf(code: LadderCode): readonly string[] {
	const transitions = TRANSITIONS.get(code) ?? [];
	return [...new Set(transitions.flatMap(({ from, to }) => [from, to]))];
}

/** Throws where the ladder has no such rung: a next step without its law would be ours to answer for. */
export function transition(code: LadderCode, rung: { from: string; to: string }): Transition {
	const found = TRANSITIONS.get(code)?.find(({ from, to }) => from === rung.from && to === rung.to);
	if (!found) throw new Error(`The ladder ${code} has no step from ${rung.from} to ${rung.to}.`);
	return found;
}

/** A row that is sure of one part and remembers another may not be quoted. */
function confidenceOf(words: string): Confidence {
	if (words.includes('M - from memory')) return 'unconfirmed';
	return /\bP\b/.test(words) ? 'partly' : 'confirmed';
}
