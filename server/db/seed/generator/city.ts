/**
 * The invented city, one household after another and never the whole of it at once. The same seed on the same day is
 * the same city, to the byte; Northmere's generated customers are the first of one.
 */
import type { Scenario, SeedCustomer } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import { chanceFrom } from './chance.ts';
import { householdIn } from './household.ts';
import { numbersFor } from './numbers.ts';
import { owing } from './owing.ts';
import type { Peopling } from './people.ts';
import { homesFor } from './places.ts';

/** Any number does; another makes another city. */
export const SEED = 7_710_448;

export type City = {
	households: number;
	seed: number;
	/** Whose numbers are theirs alone. */
	taken: readonly SeedCustomer[];
};

/** The share of homes that owe the council something: the sources send no others. */
export const OWES = 0.76;

export function* cityOf(time: Timeline, { households, seed, taken }: City): Generator<Scenario> {
	const chance = chanceFrom(seed);
	const numbers = numbersFor(households, { taken, chance });
	const homes = homesFor(households);
	const peopling: Peopling = { time, chance, numbers, homes, made: 0 };
	const debtsOf = owing({ time, chance });
	for (let at = 0; at < households; at += 1) {
		const home = homes.ownOf(at);
		const hardship = homes.hardshipAt(home);
		if (!chance.happens(OWES * (0.75 + 0.25 * hardship))) continue;
		const household = householdIn(peopling, home);
		yield { customers: household.people, debts: debtsOf(household, hardship) };
	}
}
