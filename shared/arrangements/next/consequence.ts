/**
 * One thing that usually happens next, as it is shown: what, from when, what it would add or take, and the rules behind
 * it with whether all of them may be quoted. In words that inform: nothing is said to be done to anybody.
 */
import { transitionById } from '../../debts/ladder/ladders.ts';
import type { Confirmed } from '../../debts/ladder/next-step.ts';
import { ruleById } from '../../law/register.ts';
import { mayBeQuoted } from '../../law/rule.ts';
import { formatPounds, type Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { RHYTHM_NAMES, type Rhythm } from '../../time/pay-days.ts';

export type Consequence = {
	/** `Summons`, `An earnings order would take about £154.37 a month (12% of £1,286.40)`. */
	words: string;
	/** Null where it is not known from when. */
	from: Day | null;
	/** It is happening already. */
	isRunning: boolean;
	adds: Pence | null;
	takes: { amount: Pence; rhythm: Rhythm } | null;
	/** The rules that gave the step and its figures. */
	rules: readonly string[];
	/** The instruments they are from. */
	cites: readonly string[];
	/** Otherwise it is shown "unconfirmed, do not quote". */
	mayQuote: boolean;
};

type Said = Omit<Consequence, 'cites' | 'mayQuote'>;

export function consequence(said: Said, confirmed: Confirmed): Consequence {
	const known = said.rules.flatMap((id) => ruleById(id) ?? transitionById(id) ?? []);
	return {
		...said,
		cites: [...new Set(known.map(({ instrument }) => instrument))],
		mayQuote: known.every((rule) => mayBeQuoted(rule) || confirmed.has(rule.id))
	};
}

type Taking = {
	amount: Pence;
	rhythm: Rhythm;
	/** How it was worked out. */
	working: string;
	rules: readonly string[];
	from: Day | null;
};

/** `An earnings order would take about £154.37 a month (12% of £1,286.40)`. */
export function taking(what: string, { amount, rhythm, working, rules, from }: Taking): Said {
	return {
		words: `${what} about ${formatPounds(amount)} ${RHYTHM_NAMES[rhythm]} (${working})`,
		from,
		isRunning: false,
		adds: null,
		takes: { amount, rhythm },
		rules
	};
}
