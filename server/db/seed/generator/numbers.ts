/**
 * Telephone numbers for the generated customers: Ofcom's two drama ranges less those that mean somebody, or nobody, in
 * the demo. There are fewer numbers than people, so that some are shared and some have been somebody else's before.
 */
import type { SeedCustomer } from '../scenario.ts';
import type { Chance } from './chance.ts';

/** The council's own lines, an advice agency, and callers who must be known to nobody. */
const NOT_CUSTOMERS = [
	'01632 960100',
	'01632 960101',
	'01632 960102',
	'01632 960103',
	'01632 960110',
	'01632 960199',
	'01632 960511',
	'01632 960866',
	'01632 960987',
	'07700 900617'
];

export function freeNumbers(taken: readonly SeedCustomer[], chance: Chance): string[] {
	const used = new Set([
		...NOT_CUSTOMERS,
		...taken.flatMap((customer) => (customer.phones ?? []).map(({ number }) => number))
	]);
	const all = ['07700 900', '01632 960'].flatMap((range) =>
		Array.from({ length: 1000 }, (_, last) => `${range}${String(last).padStart(3, '0')}`)
	);
	return shuffled(
		all.filter((number) => !used.has(number)),
		chance
	);
}

function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
	const keyed = items.map((item) => ({ item, key: chance.fraction() }));
	return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
