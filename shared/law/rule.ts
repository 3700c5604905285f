/**
 * The one shape of everything that is in force for a while: a statutory figure, a clock, a row of council policy. Each
 * says from when to when, where, by what instrument, how sure we are of it, and what it means in plain words.
 * An announced change has no first day and is therefore never selected.
 */
import type { Day } from '../time/day.ts';

export type Nation = 'England' | 'Wales';

/**
 * How sure we are: read in the named source; seen cut short or second-hand; from memory or in conflict. `sample` is
 * ours, drafted for the demo council and no law.
 */
export type Confidence = 'confirmed' | 'partly' | 'unconfirmed' | 'sample';

export type Rule<Value = unknown> = {
	/** Stable for good: what a fee, a refusal or an arrangement cites. */
	id: string;
	value: Value;
	/** Null while it is only announced. */
	from: Day | null;
	/** The last day in force; null while no end is known. */
	to: Day | null;
	nations: readonly Nation[];
	instrument: string;
	provision: string;
	/** Where it can be read. */
	address: string | null;
	confidence: Confidence;
	/** One or two sentences an officer can read out. */
	plain: string;
};

export const ENGLAND: readonly Nation[] = ['England'];
export const WALES: readonly Nation[] = ['Wales'];
export const ENGLAND_AND_WALES: readonly Nation[] = ['England', 'Wales'];

export type When = { on: Day; nation?: Nation };

/** The version in force on a day. Null before the first, in a gap, or past the last that is known. */
export function ruleInForce<Value>(
	versions: readonly Rule<Value>[],
	{ on, nation = 'England' }: When
): Rule<Value> | null {
	return versions.find((rule) => isInForce(rule, on) && rule.nations.includes(nation)) ?? null;
}

/** For a rule the product cannot do without: that there is none is a mistake in our data. */
export function theRuleInForce<Value>(versions: readonly Rule<Value>[], when: When): Rule<Value> {
	const rule = ruleInForce(versions, when);
	if (!rule)
		throw new Error(`No version of ${versions[0]?.id ?? 'a rule'} is in force on ${when.on}.`);
	return rule;
}

export function isInForce(rule: Rule, on: Day): boolean {
	return rule.from !== null && rule.from <= on && (rule.to === null || on <= rule.to);
}

/** What is not is shown as "unconfirmed, do not quote". */
export function mayBeQuoted(rule: Pick<Rule, 'confidence'>): boolean {
	return rule.confidence !== 'unconfirmed';
}

/** `SI 1992/613, regulation 23(1)`. */
export function citationOf(rule: Pick<Rule, 'instrument' | 'provision'>): string {
	return [rule.instrument, rule.provision].filter((part) => part !== '').join(', ');
}
