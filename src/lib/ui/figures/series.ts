/** Colours of things counted side by side, in order; always beside a name. The smallest past the sixth are one `Other`. */
export const SERIES = [
	'var(--series-1)',
	'var(--series-2)',
	'var(--series-3)',
	'var(--series-4)',
	'var(--series-5)'
] as const;

export const OTHER = 'var(--series-other)';

export type Share = { id: string; name: string; amount: number };

/** Which colour each has: the largest five their own when there are more than six, one each otherwise. */
export function coloursOf(shares: readonly Share[]): Map<string, string> {
	const alone = shares.length > 6 ? largest(shares, 5) : shares;
	const keeps = new Set(alone.slice(0, SERIES.length).map((share) => share.id));
	let next = 0;
	return new Map(
		shares.map((share) => [share.id, keeps.has(share.id) ? (SERIES[next++] ?? OTHER) : OTHER])
	);
}

function largest(shares: readonly Share[], count: number): Share[] {
	return [...shares].sort((one, other) => other.amount - one.amount).slice(0, count);
}
