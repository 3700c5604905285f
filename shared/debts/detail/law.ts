/** The law that something on a debt stands on, as a screen cites it, and whether an officer may quote it. */
import type { Confirmation } from '../../law/confirming.ts';
import { citationOf, mayBeQuoted, type Rule } from '../../law/rule.ts';

export type LawView = {
	/** Sentences that can be read out. */
	plain: readonly string[];
	citation: string;
	/** False: shown "unconfirmed, do not quote". */
	mayQuote: boolean;
	/** The council's own word on what the product only remembers, where it has given it on all of it. */
	confirmedBy: Confirmation | null;
};

export function lawOf(
	rules: readonly Rule[],
	confirmed: ReadonlyMap<string, Confirmation>
): LawView {
	const unsure = rules.filter((rule) => !mayBeQuoted(rule));
	const words = unsure.map(({ id }) => confirmed.get(id));
	const isConfirmed = words.every((word) => word !== undefined);
	return {
		plain: rules.map(({ plain }) => plain),
		citation: rules.map(citationOf).join('; '),
		mayQuote: isConfirmed,
		confirmedBy: isConfirmed ? (words[0] ?? null) : null
	};
}
