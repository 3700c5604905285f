/** Counts what is numbered across a whole seed, so that it can be written a part at a time. */

export type Tally = {
	/** 1, then 2, of each series. */
	next(series: string): number;
};

export function newTally(): Tally {
	const counts = new Map<string, number>();
	return {
		next(series) {
			const count = (counts.get(series) ?? 0) + 1;
			counts.set(series, count);
			return count;
		}
	};
}
