/** What every contact's screen says alike: how fresh each stream is, which rules are confirmed, and council policy. */
import type { Guidelines } from '../../affordability/guidelines.ts';
import type { Freshness } from '../../debts/freshness.ts';
import type { Policy } from '../../law/policy-values.ts';
import type { Day } from '../../time/day.ts';

export type Givens = {
	fresh: Freshness;
	/** The rules that the council has confirmed for itself, by their ids. */
	confirmed: readonly string[];
	/** Council policy as it is on a day. */
	policyOn: (day: Day) => Policy;
	/** Of spending in the three flexible areas, as they are on a day. */
	guidelinesOn: (day: Day) => Guidelines;
};
