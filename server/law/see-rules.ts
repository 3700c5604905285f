/** The rules behind a figure, by the ids that it cites: of the law, of a stream's ladder, or of council policy. */
import { transitionById } from '../../shared/debts/ladder/ladders.ts';
import { ruleById } from '../../shared/law/register.ts';
import { isInForce, type Rule } from '../../shared/law/rule.ts';
import { ruleSeen, type RuleSeen } from '../../shared/law/rule-seen.ts';
import { isPolicyRow } from '../../shared/law/shapes/shapes.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Orm } from '../db/client.ts';
import { policyVersions } from './policy.ts';
import { confirmed } from './queries.ts';

/** In the order asked, each rule once; an id that no rule has is left out. */
export async function seeRules(
	orm: Orm,
	{ ids, today }: { ids: readonly string[]; today: Day }
): Promise<RuleSeen[]> {
	const own = ids.some((id) => id.startsWith('policy.') || isPolicyRow(id))
		? await policyById(orm, today)
		: null;
	const known = await confirmed(orm);
	const found = ids.flatMap((id) => own?.get(id) ?? ruleById(id) ?? transitionById(id) ?? []);
	return [...new Set(found)].map((rule) => ruleSeen(rule, known.get(rule.id) ?? null));
}

/** Every version by its id; by the row's own name the one in force. */
async function policyById(orm: Orm, today: Day): Promise<ReadonlyMap<string, Rule>> {
	const rows: readonly (readonly [string, readonly Rule[]])[] = Object.entries(
		await policyVersions(orm)
	);
	return new Map(
		rows.flatMap(([row, versions]) => [
			...versions.map((rule) => [rule.id, rule] as const),
			...versions.filter((rule) => isInForce(rule, today)).map((rule) => [row, rule] as const)
		])
	);
}
