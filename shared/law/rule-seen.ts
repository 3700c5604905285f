/** A rule as an officer reads it behind a figure: what it says, where it is from, since when, and how sure we are. */
import type { Day } from '../time/day.ts';
import type { Confirmation } from './confirming.ts';
import { citationOf, mayBeQuoted, type Confidence, type Rule } from './rule.ts';

export type RuleSeen = {
	id: string;
	plain: string;
	citation: string;
	address: string | null;
	/** Null where it is only announced. */
	from: Day | null;
	to: Day | null;
	confidence: Confidence;
	/** The council's own word on it, where it has given one. */
	confirmation: Confirmation | null;
	/** Otherwise it is shown "unconfirmed, do not quote". */
	mayQuote: boolean;
};

export function ruleSeen(rule: Rule, confirmation: Confirmation | null): RuleSeen {
	const { id, plain, address, from, to, confidence } = rule;
	return {
		id,
		plain,
		citation: citationOf(rule),
		address,
		from,
		to,
		confidence,
		confirmation,
		mayQuote: mayBeQuoted(rule) || confirmation !== null
	};
}
