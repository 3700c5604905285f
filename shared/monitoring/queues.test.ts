import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { instant } from '../time/day.ts';
import { queuesOf } from './queues.ts';
import type { WaitingCaller } from './team-state.ts';

const after = (seconds: number) =>
	instant(new Date(Date.parse('2026-11-19T10:00:00Z') + seconds * 1000));

const caller = (queue: string | null, seconds: number): WaitingCaller => ({
	contactId: `${queue} ${seconds}`,
	queue,
	since: after(seconds)
});

const PARKING = { queue: 'parking', waiting: 2, longestSince: after(3) };

describe('the queues', () => {
	const CASES: [string, WaitingCaller[], ReturnType<typeof queuesOf>][] = [
		['nobody waits', [], []],
		['two in one', [caller('parking', 3), caller('parking', 9)], [PARKING]],
		['in whatever order they are told', [caller('parking', 9), caller('parking', 3)], [PARKING]],
		[
			'the longest first, whoever is in none too',
			[caller('parking', 3), caller(null, 1), caller('parking', 9)],
			[{ queue: null, waiting: 1, longestSince: after(1) }, PARKING]
		],
		[
			'two that began together stand by name',
			[caller('parking', 0), caller('invoices', 0)],
			[
				{ queue: 'invoices', waiting: 1, longestSince: after(0) },
				{ queue: 'parking', waiting: 1, longestSince: after(0) }
			]
		]
	];
	test.each(CASES)('%s', (_what, waiting, queues) => {
		expect(queuesOf(waiting)).toEqual(queues);
	});

	it('count every caller once, and lead to none', () => {
		const callers = fc.array(
			fc.tuple(fc.constantFrom('parking', 'invoices', null), fc.integer({ min: 0, max: 900 }))
		);
		fc.assert(
			fc.property(callers, (told) => {
				const waiting = told.map(([queue, seconds]) => caller(queue, seconds));
				const queues = queuesOf(waiting);
				expect(queues.reduce((sum, queue) => sum + queue.waiting, 0)).toBe(told.length);
				expect(JSON.stringify(queues)).not.toContain('contactId');
			})
		);
	});
});
