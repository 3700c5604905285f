/** An officer's own day in words, what helps people first. Theirs alone, and no target beside any of it. */
import type { OwnDay } from '#shared/monitoring/my-work.ts';
import type { DayFigure } from '../idle/lists.ts';

export function dayFigures({ calls, seen, claims, plans }: OwnDay): DayFigure[] {
	return [
		{ label: 'Calls taken', figure: String(calls) },
		{ label: 'Seen at the desk', figure: String(seen) },
		{ label: 'Claims started', figure: String(claims) },
		{ label: 'Plans agreed', figure: String(plans) }
	];
}
