/**
 * Every rule in force that the product only remembers: shown "unconfirmed, do not quote" until the council confirms it
 * for itself. What is only announced is no rule yet, and nobody can confirm it.
 */
import { STATUTE } from '../law/register.ts';
import type { Rule } from '../law/rule.ts';
import { TRANSITIONS } from './ladder/ladders.ts';

export function unconfirmedRules(): readonly Rule[] {
	const rules: readonly Rule[] = [...TRANSITIONS.values()].flat();
	return [...rules, ...STATUTE.flat()].filter(
		({ confidence, from }) => confidence === 'unconfirmed' && from !== null
	);
}
