/** The law that something on a debt stands on, by which a screen opens its rules, and whether an officer may quote it. */
import type { Confirmed } from '../ladder/next-step.ts';
import { ruleById } from '../../law/register.ts';
import { mayBeQuoted, type Rule } from '../../law/rule.ts';

export type LawView = {
	/** Sentences that can be read out. */
	plain: readonly string[];
	/** The rules, by the ids that a screen opens them by. */
	rules: readonly string[];
	/** False: shown "unconfirmed, do not quote". */
	mayQuote: boolean;
};

/** Of a step, with what its sum stands on: its own rules are read out, the others opened. */
export function lawOfStep(
	rules: readonly Rule[],
	{ cites, confirmed }: { cites: readonly string[]; confirmed: Confirmed }
): LawView {
	const all = [...rules, ...cites.flatMap((id) => ruleById(id) ?? [])];
	const { plain } = lawOf(rules, confirmed);
	return { plain, rules: [...new Set(cites)], mayQuote: lawOf(all, confirmed).mayQuote };
}

export function lawOf(rules: readonly Rule[], confirmed: Confirmed): LawView {
	return {
		plain: rules.map(({ plain }) => plain),
		rules: rules.map(({ id }) => id),
		mayQuote: rules.every((rule) => mayBeQuoted(rule) || confirmed.has(rule.id))
	};
}
