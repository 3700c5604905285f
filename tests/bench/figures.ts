/** Times into figures: the middle, the slow end, and how many times slower one side is than the other. */

/** Microseconds, one a pop. */
export type Times = readonly number[];

/** Nearest rank: the time that this share of the pops took no longer than. */
export function percentile(times: Times, share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function middle(times: Times): number {
	return percentile(times, 0.5);
}

export function slowEnd(times: Times): number {
	return percentile(times, 0.99);
}

const TWO_PLACES = new Intl.NumberFormat('en-GB', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2
});

export function inMilliseconds(microseconds: number): string {
	return TWO_PLACES.format(microseconds / 1000);
}

export function asRatio(ratio: number): string {
	return TWO_PLACES.format(ratio);
}
