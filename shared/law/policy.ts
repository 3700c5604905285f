/**
 * Council policy: figures and limits that people draft, approve and date, in the same shape as the law. It lives in the
 * database and an upgrade never changes one in force; the sample in `northmere/` is only what a new council begins with.
 */
import type { Day } from '../time/day.ts';
import type { Policy, PolicyVersions } from './policy-values.ts';
import { theRuleInForce, type Rule } from './rule.ts';

/** Throws where a row has no version in force: a council cannot be without one. */
export function policyInForce(on: Day, versions: PolicyVersions): Policy {
	const rows = Object.entries(versions).map(([row, rules]) => {
		const { id, value } = theRuleInForce(rules as readonly Rule<unknown>[], { on });
		return [row, { id, value }];
	});
	return Object.fromEntries(rows) as Policy;
}
