/** A date of birth, or of a payment, as it was said beside the one held. */
import type { Day } from '../../time/day.ts';
import type { DaySaid } from '../../time/day-said.ts';
import type { Closeness } from '../plain-words.ts';

/** Without the year, or with day and month the wrong way round, it is nearly. */
export function compareDay(said: DaySaid, held: Day): Closeness {
	const [year = 0, month = 0, day = 0] = held.split('-').map(Number);
	const sameYear = said.year === null || isSameYear(said.year, year);
	if (sameYear && said.day === day && said.month === month) {
		return said.year === null ? 'nearly' : 'matches';
	}
	return sameYear && said.day === month && said.month === day ? 'nearly' : 'differs';
}

function isSameYear(said: number, held: number): boolean {
	return said === held || (said < 100 && said === held % 100);
}
