/** What the sample's rows of streams and stages have in common, so that each row says only what is its own. */
import type { AgreeingRole, ClearBy, ClearByRole, StreamRow } from '../policy-rows.ts';
import type { Rule } from '../rule.ts';
import { sample } from './sample.ts';

export const IN_THE_PLAN = {
	inPlan: 'all',
	isNonPriority: false,
	least: null,
	stops: null,
	doesNotStop: null,
	outside: null
} as const;

export const NOT_IN_A_PLAN = { ...IN_THE_PLAN, inPlan: 'no', clearBy: null } as const;

export function row(id: string, value: StreamRow): readonly Rule<StreamRow>[] {
	return sample(id, value.title, value);
}

export function byRole(
	officer: ClearBy | null,
	...above: readonly [leader: ClearBy, manager: ClearBy]
): ClearByRole {
	const [leader, manager] = above;
	return { officer, leader, manager } satisfies Record<AgreeingRole, ClearBy | null>;
}

export function months(count: number): ClearBy {
	return { kind: 'months', months: count };
}

/** 31 March of the debt's year, and so many months after it. */
export function yearEnd(plusMonths: number): ClearBy {
	return { kind: 'year-end', plusMonths };
}

export const AS_ORDERED: ClearBy = { kind: 'as-ordered' };
