/**
 * A city's records with what befalls records, and who each truly is: for the bench of matching. Nothing of it is in a
 * database, and it comes a household at a time.
 */
import type { Day } from '../../../shared/time/day.ts';
import { chanceFrom } from './generator/chance.ts';
import { cityOf } from './generator/city.ts';
import { noisy } from './generator/noise.ts';
import { recordsOf, type SeedRecord } from './record-rows.ts';
import { newTally } from './tally.ts';
import { timelineOf } from './timeline.ts';

/** `customer.key` of a record is the truth. */
export function* noisyRecords(city: {
	today: Day;
	households: number;
	seed: number;
}): Generator<SeedRecord> {
	const { today, households, seed } = city;
	// Another number than the city's own, so that the people are the same with and without.
	const chance = chanceFrom(seed + 1);
	const tally = newTally();
	for (const scenario of cityOf(timelineOf(today), { households, seed, taken: [] })) {
		for (const record of recordsOf(scenario, tally)) {
			yield record.kind === 'person' ? noisy(record, chance) : record;
		}
	}
}
