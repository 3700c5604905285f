/** What every contact's screen says alike, whoever it is about: how fresh each stream is, which rules are confirmed. */
import type { Freshness } from '../debts/freshness.ts';

export type Givens = {
	fresh: Freshness;
	/** The rules that the council has confirmed for itself, by their ids. */
	confirmed: readonly string[];
};

export const NOTHING_GIVEN: Givens = { fresh: {}, confirmed: [] };
