/**
 * How fresh a stream's figures are: the day the newest extract that everybody sees speaks of, and when it came in. Past
 * policy's days (E1) they are old, and a screen says so. A stream that no extract has brought has no day.
 */
import { addDays, type Day, type Instant } from '../time/day.ts';
import type { Stream } from './streams.ts';

export type CameIn = { on: Day; at: Instant };

export type Freshness = Readonly<Partial<Record<Stream, CameIn>>>;

export type AsOf = { stream: Stream; isOld: boolean } & (CameIn | { on: null; at: null });

/** Each stream once, in the order in which the debts come. */
export function asOfEach(
	debts: readonly { stream: Stream }[],
	{ fresh, daysFresh, today }: { fresh: Freshness; daysFresh: number; today: Day }
): AsOf[] {
	const streams = [...new Set(debts.map(({ stream }) => stream))];
	return streams.map((stream) => {
		const { on, at } = fresh[stream] ?? { on: null, at: null };
		if (on === null || at === null) return { stream, isOld: false, on: null, at: null };
		return { stream, on, at, isOld: on < addDays(today, -daysFresh) };
	});
}
