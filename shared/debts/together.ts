/**
 * What several people owe together: a joint debt is in each person's own view, and once in any total of a household, a
 * street or a city.
 */
import type { Day } from '../time/day.ts';
import type { DebtRecord } from './debt.ts';
import { sumsOf, totalOf, type Sums } from './sums.ts';

type Owed = Pick<DebtRecord, 'id' | 'balance' | 'dues' | 'facts'>;

/** Each list is one person's. */
export function owedTogether(people: readonly (readonly Owed[])[], today: Day): Sums {
	const once = new Map(people.flat().map((debt) => [debt.id, debt]));
	return totalOf([...once.values()].map((debt) => sumsOf(debt, today)));
}
