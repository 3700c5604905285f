/**
 * Which lines of the full statement most households have, so that they are asked first, and how often each usually comes
 * or goes. Every other line is one key away; nothing of the statement is left out.
 */
import type { Frequency } from './frequency.ts';
import { FULL_LINES, type Line, type LineId } from './lines.ts';
import type { Household } from './statement.ts';

const ALWAYS: ReadonlySet<LineId> = new Set<LineId>([
	'salary',
	'universal-credit',
	'rent',
	'council-tax',
	'gas',
	'electricity',
	'water-supply',
	'tv-licence',
	'car-insurance',
	'fuel',
	'public-transport',
	'phone',
	'mobile',
	'groceries',
	'clothing',
	'savings',
	'energy-arrears',
	'home-arrears',
	'other-creditors'
]);

const WITH_CHILDREN: ReadonlySet<LineId> = new Set<LineId>([
	'child-benefit',
	'maintenance',
	'childcare'
]);

const WITH_OTHER_ADULTS: ReadonlySet<LineId> = new Set<LineId>(['partner-salary']);

const OFTEN: Partial<Record<LineId, Frequency>> = {
	'child-benefit': 'weekly',
	'state-pension': 'four-weekly',
	'pension-credit': 'weekly',
	'disability-benefits': 'four-weekly',
	maintenance: 'weekly',
	groceries: 'weekly',
	meals: 'weekly',
	smoking: 'weekly',
	alcohol: 'weekly',
	'pocket-money': 'weekly',
	fuel: 'weekly',
	'public-transport': 'weekly',
	'vehicle-upkeep': 'annual',
	'road-tax': 'annual',
	breakdown: 'annual',
	uniform: 'annual',
	'school-trips': 'termly-3',
	gifts: 'annual'
};

/** Until the household is known nobody is asked about children. */
export function isAskedFirst({ id }: Pick<Line, 'id'>, household: Household | null): boolean {
	const { adults, childrenUnder16, youngPeople } = household ?? NOBODY;
	if (WITH_CHILDREN.has(id)) return childrenUnder16 + youngPeople > 0;
	if (WITH_OTHER_ADULTS.has(id)) return adults > 1;
	return ALWAYS.has(id);
}

export function usualFrequency(id: LineId): Frequency {
	return OFTEN[id] ?? 'monthly';
}

export function linesAskedFirst(household: Household | null): readonly Line[] {
	return FULL_LINES.filter((line) => isAskedFirst(line, household));
}

const NOBODY: Household = { adults: 1, childrenUnder16: 0, youngPeople: 0 };
