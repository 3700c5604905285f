/**
 * Telephone numbers for the generated customers. Northmere's are Ofcom's two drama ranges less those that mean
 * somebody, or nobody, in the demo: fewer than people, so that some are shared and some were somebody else's before. A
 * whole city's are all on 01632, the code that no place has, outside its drama range.
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

export type Numbers = {
	/** Undefined when all are somebody's. */
	take(): string | undefined;
	/** Given up: whoever takes the next has a number that was somebody else's. */
	giveBack(number: string): void;
};

/** From here on the two thousand of the drama ranges would be shared by whole streets. */
const A_CITY = 3_000;
const FIRST_OF_CODE = 200_000;
const NUMBERS_OF_CODE = 760_000;
/** Has no divisor in common with how many there are. */
const STEP = 314_159;

export function numbersFor(
	households: number,
	around: { taken: readonly SeedCustomer[]; chance: Chance }
): Numbers {
	return households < A_CITY ? pileOf(freeNumbers(around)) : codeNumbers();
}

function pileOf(pile: string[]): Numbers {
	return { take: () => pile.pop(), giveBack: (number) => void pile.push(number) };
}

function codeNumbers(): Numbers {
	let taken = 0;
	const givenUp: string[] = [];
	return {
		take() {
			const again = givenUp.pop();
			if (again !== undefined || taken === NUMBERS_OF_CODE) return again;
			taken += 1;
			return `01632 ${FIRST_OF_CODE + ((taken * STEP) % NUMBERS_OF_CODE)}`;
		},
		giveBack: (number) => void givenUp.push(number)
	};
}

function freeNumbers({
	taken,
	chance
}: {
	taken: readonly SeedCustomer[];
	chance: Chance;
}): string[] {
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
