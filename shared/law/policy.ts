/**
 * Council policy: figures and limits that people draft, approve and date, in the same shape as the law. It lives in the
 * database and an upgrade never changes one in force; what ships here is a sample, and the planner's default.
 */
import type { Day } from '../time/day.ts';
import { NORTHMERE } from './northmere/policy.ts';
import type { Policy, PolicyVersions } from './policy-values.ts';
import { theRuleInForce, type Rule } from './rule.ts';

/** The last that was asked for: every screen of a day asks for the same, and neither policy nor its versions change. */
let last: { on: Day; versions: PolicyVersions; policy: Policy } | null = null;

/** Throws where a row has no version in force: a council cannot be without one. */
export function policyInForce(on: Day, versions: PolicyVersions = NORTHMERE): Policy {
	if (last?.on === on && last.versions === versions) return last.policy;
	const policy = policyOf(on, versions);
	last = { on, versions, policy };
	return policy;
}

function policyOf(on: Day, versions: PolicyVersions): Policy {
	const rows = Object.entries(versions).map(([row, rules]) => [
		row,
		theRuleInForce(rules as readonly Rule<unknown>[], { on })
	]);
	return Object.fromEntries(rows) as Policy;
}
