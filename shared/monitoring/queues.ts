/**
 * Who waits, by queue: how many and the longest, and nothing that leads to any of them. It is what every officer may
 * see of the queues, sent whole with its version; a leader's board counts its own callers by the same rule.
 */
import type { Instant } from '../time/day.ts';
import type { WaitingCaller } from './team-state.ts';

export type QueueNow = {
	/** By the switch's own name; null for those in none. */
	queue: string | null;
	waiting: number;
	/** When the one who has waited longest rang. */
	longestSince: Instant;
};

export type QueuesNow = { version: number; at: Instant; queues: readonly QueueNow[] };

/** The queue of whoever has waited longest first; a queue in which nobody waits is absent. */
export function queuesOf(waiting: readonly WaitingCaller[]): QueueNow[] {
	const queues = new Map<string | null, QueueNow>();
	for (const { queue, since } of waiting) {
		const { waiting: before, longestSince } = queues.get(queue) ?? {
			waiting: 0,
			longestSince: since
		};
		const isLonger = Date.parse(since) < Date.parse(longestSince);
		queues.set(queue, {
			queue,
			waiting: before + 1,
			longestSince: isLonger ? since : longestSince
		});
	}
	return [...queues.values()].sort(
		(a, b) =>
			Date.parse(a.longestSince) - Date.parse(b.longestSince) ||
			(a.queue ?? '').localeCompare(b.queue ?? '')
	);
}
