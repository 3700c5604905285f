import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { contactRefusal } from './contact-limit.ts';
import { holdFor } from './hold-length.ts';
import { samplePolicy } from './northmere/policy.ts';

const DEMO_DAY = day('2026-11-19');
const policy = samplePolicy(DEMO_DAY);

describe('H1: a hold', () => {
	it.each([
		['dispute', 28, false, 'officer', '2026-12-17'],
		['dispute', 29, false, null, null],
		['dispute', 1, true, null, null],
		['application-pending', 28, false, 'officer', '2026-12-17'],
		['application-pending', 28, true, 'leader', '2026-12-17'],
		['application-pending', 29, true, null, null],
		['adviser', 30, false, 'officer', '2026-12-19'],
		['adviser', 30, true, 'leader', '2026-12-19'],
		['adviser', 31, false, null, null],
		['support-review', 28, false, 'officer', '2026-12-17'],
		['support-review', 29, false, null, null],
		['deceased', 28, false, 'officer', '2026-12-17'],
		['deceased', 29, false, null, null],
		['no-surplus', 90, false, 'leader', '2027-02-17'],
		['no-surplus', 91, false, null, null]
	] as const)(
		'for %s of %i days, more %s: by the %s to %s',
		(kind, days, isMore, role, lastDay) => {
			const held = holdFor({ kind, days, fromOn: DEMO_DAY, isMore }, policy.H1.value);
			expect(held.ok ? [held.role, held.lastDay] : [null, null]).toEqual([role, lastDay]);
		}
	);
});

describe('C1: getting in touch about payment', () => {
	const asked = {
		on: DEMO_DAY,
		at: '10:00',
		earlier: [],
		isInMoratorium: false,
		isBereaved: false
	};
	const days = (...texts: string[]) => texts.map(day);

	it.each([
		[{}, null],
		[{ at: '08:00' }, null],
		[{ at: '07:59' }, 'hours'],
		[{ at: '19:59' }, null],
		[{ at: '20:00' }, 'hours'],
		[{ on: day('2026-11-21'), at: '12:59' }, null],
		[{ on: day('2026-11-21'), at: '13:00' }, 'hours'],
		[{ on: day('2026-11-22') }, 'hours'],
		[{ on: day('2026-12-25') }, 'bank-holiday'],
		[{ isInMoratorium: true }, 'moratorium'],
		[{ isBereaved: true }, 'bereavement'],
		[{ earlier: days('2026-11-19') }, 'too-often'],
		[{ earlier: days('2026-11-18', '2026-11-13') }, null],
		[{ earlier: days('2026-11-18', '2026-11-15', '2026-11-13') }, 'too-often'],
		[{ earlier: days('2026-11-18', '2026-11-15', '2026-11-12') }, null],
		[{ earlier: Array.from({ length: 8 }, () => day('2026-10-23')) }, 'too-often'],
		[{ earlier: Array.from({ length: 8 }, () => day('2026-10-22')) }, null]
	] as const)('%j: %s', (change, refusal) => {
		expect(contactRefusal({ ...asked, ...change }, policy.C1.value)).toBe(refusal);
	});
});
