/** A day that has been, as somebody types it: `12 November`, `12/11`, `yesterday`, `friday`. Without a year the last such. */
import { readDayAhead } from './day-ahead.ts';
import { addDays, addMonths, type Day } from './day.ts';
import { readDay } from './day-said.ts';

/** Null where it is no date. A day still to come, typed with its year, is taken as typed: a rule says why not. */
export function readDayBehind(said: string, today: Day): Day | null {
	const text = said.trim().toLowerCase();
	if (text === 'yesterday') return addDays(today, -1);
	const ahead = readDayAhead(said, today);
	if (ahead === null || ahead <= today) return ahead;
	const read = readDay(said);
	if (read) return read.year === null ? addMonths(ahead, -12) : ahead;
	return text === 'tomorrow' ? ahead : addDays(ahead, -7);
}
