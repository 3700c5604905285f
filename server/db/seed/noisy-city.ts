/**
 * A city's records with what befalls records, and who each truly is: for the bench of matching. Nothing of it is in a
 * database, and it comes a household at a time.
 */
import type { Day } from '../../../shared/time/day.ts';
import { chanceFrom } from './generator/chance.ts';
import { cityOf } from './generator/city.ts';
import { noisy } from './generator/noise.ts';
import { recordsOf, type SeedRecord } from './record-rows.ts';
import type { SeedDebt } from './scenario.ts';
import { newTally } from './tally.ts';
import { timelineOf } from './timeline.ts';

/** `customer.key` of a record is the truth. With them what they owe: records of other systems name its accounts. */
export function* noisyHouseholds(city: {
	today: Day;
	households: number;
	seed: number;
}): Generator<{ records: readonly SeedRecord[]; debts: readonly SeedDebt[] }> {
	const { today, households, seed } = city;
	// Another number than the city's own, so that the people are the same with and without.
	const chance = chanceFrom(seed + 1);
	const tally = newTally();
	for (const scenario of cityOf(timelineOf(today), { households, seed, taken: [] })) {
		const records = recordsOf(scenario, tally).map((record) =>
			record.kind === 'person' ? noisy(record, chance) : record
		);
		yield { records, debts: scenario.debts };
	}
}
