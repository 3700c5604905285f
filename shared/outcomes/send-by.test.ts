import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../law/northmere/policy.ts';
import { day, instant } from '../time/day.ts';
import { runOf, sendBy } from './send-by.ts';

const O1 = samplePolicy(day('2026-11-19')).O1.value;

describe('a source is told before its next run', () => {
	it.each([
		['revenues', 'in the morning', '2026-11-19T10:00:00Z', '2026-11-19T18:00:00.000Z'],
		['revenues', 'at the last second', '2026-11-19T18:00:00Z', '2026-11-19T18:00:00.000Z'],
		['revenues', 'after the hour', '2026-11-19T18:00:01Z', '2026-11-20T18:00:00.000Z'],
		['revenues', 'on a Friday evening', '2026-11-20T19:00:00Z', '2026-11-23T18:00:00.000Z'],
		['revenues', 'on Christmas Eve at night', '2026-12-24T22:00:00Z', '2026-12-29T18:00:00.000Z'],
		['revenues', 'in summer time', '2026-07-01T10:00:00Z', '2026-07-01T17:00:00.000Z'],
		[
			'benefits',
			'that runs Tuesdays and Thursdays',
			'2026-11-20T09:00:00Z',
			'2026-11-24T18:00:00.000Z'
		],
		['invoicing', 'that runs on Wednesdays', '2026-11-19T10:00:00Z', '2026-11-25T18:00:00.000Z'],
		[
			'parking',
			'whose Friday is Christmas Day',
			'2026-12-24T10:00:00Z',
			'2027-01-08T18:00:00.000Z'
		],
		[
			'housing',
			'whose Monday is a bank holiday',
			'2026-12-26T10:00:00Z',
			'2026-12-31T18:00:00.000Z'
		],
		['a new system', 'that has no row', '2026-11-21T10:00:00Z', '2026-11-23T18:00:00.000Z']
	])('%s, %s', (source, _, at, by) => {
		expect(sendBy(instant(at), runOf(source, O1))).toBe(by);
	});
});
