/** The rules behind a figure, by the ids that it cites: of the law, of a stream's ladder, or of council policy. */
import { transitionById } from '../../shared/debts/ladders.ts';
import { ruleById } from '../../shared/law/register.ts';
import type { Rule } from '../../shared/law/rule.ts';
import { ruleSeen, type RuleSeen } from '../../shared/law/rule-seen.ts';
import type { Orm } from '../db/client.ts';
import { policyVersions } from './policy.ts';
import { confirmed } from './queries.ts';

/** In the order asked; an id that no rule has is left out. */
export async function seeRules(orm: Orm, ids: readonly string[]): Promise<RuleSeen[]> {
	const own = ids.some((id) => id.startsWith('policy.')) ? await policyById(orm) : null;
	const known = await confirmed(orm);
	return [...new Set(ids)].flatMap((id) => {
		const rule = own?.get(id) ?? ruleById(id) ?? transitionById(id);
		return rule ? [ruleSeen(rule, known.get(id) ?? null)] : [];
	});
}

async function policyById(orm: Orm): Promise<ReadonlyMap<string, Rule>> {
	const versions: readonly Rule[] = Object.values(await policyVersions(orm)).flat();
	return new Map(versions.map((rule) => [rule.id, rule]));
}
