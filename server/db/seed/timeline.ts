/**
 * Scenarios are written as at Thursday 19 November 2026 and keep their distance from the day they are seeded on. A
 * fact that a tax year must hold (an instalment, its payment, a reminder of that year) and would fall outside it moves
 * to the nearest day that can, and the seed says which.
 */
import { addDays, day, daysBetween, formatDay, type Day } from '../../../shared/time/day.ts';

/** The day the demo customers are written on. */
export const WRITTEN_ON = day('2026-11-19');

export type TaxYear = {
	/** The calendar year it starts in. */
	start: number;
	startsOn: Day;
	endsOn: Day;
	/** `2026 to 2027`. */
	words: string;
};

export type Moved = { what: string; wanted: Day; held: Day; year: TaxYear };

export type Timeline = {
	today: Day;
	/** A day as written, moved with the day of the seed. */
	at(written: string): Day;
	/** The tax year of today, or one some years back. */
	year(back: number): TaxYear;
	/** As `at`, kept inside a tax year. `what` is said when it had to move. */
	within(year: TaxYear, fact: { written: string; what: string }): Day;
	/** What had to move, so far. */
	moved: readonly Moved[];
};

export function timelineOf(today: Day): Timeline {
	const shift = daysBetween(WRITTEN_ON, today);
	const moved: Moved[] = [];
	const at = (written: string) => addDays(day(written), shift);
	const current = taxYearOf(today);
	return {
		today,
		at,
		moved,
		year: (back) => taxYearStarting(current.start - back),
		within(year, { written, what }) {
			const wanted = at(written);
			const held = clamp(wanted, year);
			if (held !== wanted) moved.push({ what, wanted, held, year });
			return held;
		}
	};
}

/** What had to move, a line for each fact: days of one kind that went to one day are said together. */
export function sayMoved(moved: readonly Moved[]): readonly string[] {
	const together = Map.groupBy(moved, ({ what, held }) => `${what} ${held}`);
	return [...together.values()].flatMap((facts) => {
		const days = [...new Set(facts.map(({ wanted }) => wanted))].sort().map(formatDay);
		const when =
			days.length > 1 ? `${days.length} days from ${days[0]} to ${days.at(-1)}` : days[0];
		return facts
			.slice(0, 1)
			.map(
				({ what, held, year }) =>
					`${what}: ${when} would fall outside ${year.words}, so ${formatDay(held)}.`
			);
	});
}

export function taxYearOf(on: Day): TaxYear {
	const calendarYear = Number(on.slice(0, 4));
	return taxYearStarting(on.slice(5) >= '04-01' ? calendarYear : calendarYear - 1);
}

function taxYearStarting(start: number): TaxYear {
	return {
		start,
		startsOn: day(`${start}-04-01`),
		endsOn: day(`${start + 1}-03-31`),
		words: `${start} to ${start + 1}`
	};
}

function clamp(on: Day, year: TaxYear): Day {
	if (on < year.startsOn) return year.startsOn;
	return on > year.endsOn ? year.endsOn : on;
}
