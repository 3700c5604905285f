import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import type { Exception, Ground } from './debt.ts';
import { liableEver, liableOn, type Liability } from './liability.ts';

const ON = day('2026-11-19');

function liable(
	customerId: string,
	{
		ground = 'joint',
		from = '2026-04-01',
		to = null,
		is = null,
		since = '2026-04-01',
		until = null
	}: {
		ground?: Ground;
		from?: string;
		to?: string | null;
		is?: Exception | null;
		since?: string;
		until?: string | null;
	} = {}
): Liability {
	return {
		customerId,
		ground,
		fromOn: day(from),
		toOn: to === null ? null : day(to),
		exception: is && { why: is, fromOn: day(since), toOn: until === null ? null : day(until) }
	};
}

const student = { is: 'student' } as const;
const impaired = { is: 'severely-mentally-impaired' } as const;

type Row = [name: string, liabilities: Liability[], expected: string[]];

const ROWS: Row[] = [
	['one alone', [liable('a', { ground: 'sole' })], ['a']],
	['two jointly', [liable('a'), liable('b')], ['a', 'b']],
	['not a student with somebody who is none', [liable('a'), liable('b', student)], ['a']],
	[
		'a couple alike',
		[liable('a', { ground: 'couple' }), liable('b', { ground: 'couple', ...impaired })],
		['a']
	],
	['two students are both', [liable('a', student), liable('b', student)], ['a', 'b']],
	[
		'a student and a severely mentally impaired person are both',
		[liable('a', student), liable('b', impaired)],
		['a', 'b']
	],
	[
		'two of three where one is a student',
		[liable('a'), liable('b'), liable('c', student)],
		['a', 'b']
	],
	['a student alone', [liable('a', { ground: 'sole', ...student })], ['a']],
	[
		'a guarantor, student or not',
		[liable('a'), liable('b', { ground: 'guarantor', ...student })],
		['a', 'b']
	],
	[
		'a student whose course begins tomorrow',
		[liable('a'), liable('b', { ...student, since: '2026-11-20' })],
		['a', 'b']
	],
	[
		'a student whose course ended yesterday',
		[liable('a'), liable('b', { ...student, until: '2026-11-18' })],
		['a', 'b']
	],
	[
		'a student on the last day of the course',
		[liable('a'), liable('b', { ...student, until: '2026-11-19' })],
		['a']
	],
	['whoever left yesterday no more', [liable('a'), liable('b', { to: '2026-11-18' })], ['a']],
	[
		'a student once the other has left',
		[liable('a', { to: '2026-11-18' }), liable('b', student)],
		['b']
	],
	['nobody before it began', [liable('a', { from: '2026-11-20' })], []]
];

describe('who answers for council tax', () => {
	it.each(ROWS)('%s', (_name, liabilities, expected) => {
		expect(liableOn(liabilities, { stream: 'council-tax', on: ON })).toEqual(expected);
	});

	it('is for other debts whoever is liable, whatever they are', () => {
		const both = [liable('a'), liable('b', student)];
		expect(liableOn(both, { stream: 'rent', on: ON })).toEqual(['a', 'b']);
	});

	it('was ever somebody who was a student for only some of it', () => {
		const part = [liable('a'), liable('b', { ...student, since: '2026-09-01' })];
		const whole = [liable('a'), liable('b', student)];
		const later = [liable('a', { to: '2026-10-31' }), liable('b', student)];
		const ever = (of: Liability[]) => [...liableEver(of, { stream: 'council-tax' })].sort();
		expect([ever(part), ever(whole)]).toEqual([['a', 'b'], ['a']]);
		expect(ever([...later.slice(0, 1), liable('b', { ...student, until: '2026-12-01' })])).toEqual([
			'a',
			'b'
		]);
	});
});
