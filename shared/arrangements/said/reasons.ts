/** Why a plan needs a higher authority than an officer's. */
import type { AgreeingRole } from '../../law/policy-rows.ts';
import type { Day } from '../../time/day.ts';

/** Why somebody above an officer must agree. */
export type AuthorityReason =
	| { kind: 'not-theirs'; role: AgreeingRole; titles: readonly string[] }
	| { kind: 'longer'; role: AgreeingRole; titles: readonly string[]; by: Day }
	| { kind: 'above-usable'; role: AgreeingRole; words: string }
	/** Longer than policy lets anybody agree: by that day those would have to be clear. */
	| {
			kind: 'outside-policy';
			role: AgreeingRole;
			titles: readonly string[];
			by: Day;
			words: string;
	  }
	/** So many plans of theirs ended unpaid lately, this one's forerunner among them. */
	| { kind: 'again'; role: AgreeingRole; times: number };
