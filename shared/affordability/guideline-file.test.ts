import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { GUIDELINE_AREAS } from './groups.ts';
import { AREA_CODES, PERSON_CODES, readGuidelines } from './guideline-file.ts';
import { guidelinesOn, PERSON_KINDS, SAMPLE_GUIDELINES } from './guidelines.ts';

const HEAD = ['area', 'person', 'monthly'];
const ROWS = GUIDELINE_AREAS.flatMap((area, of) =>
	PERSON_KINDS.map((person, at) => [AREA_CODES[area], PERSON_CODES[person], `${of * 10 + at}.50`])
);

function saidOf(rows: readonly (readonly string[])[]): readonly string[] {
	const read = readGuidelines(rows);
	return read.ok ? [] : read.faults.map(({ row, says }) => `${row ?? '-'}: ${says}`);
}

describe('a file of guideline figures', () => {
	it('is taken whole, in any order and spelling of capitals', () => {
		const read = readGuidelines([['Area ', 'PERSON', 'Monthly'], ...ROWS.toReversed()]);
		expect(read.ok && read.areas.food).toEqual({
			firstAdult: 10_50,
			otherAdult: 11_50,
			child: 12_50,
			youngPerson: 13_50
		});
	});

	const but = (at: number, row: readonly string[]) => [HEAD, ...ROWS.with(at, [...row])];

	it.each<readonly [string, readonly (readonly string[])[], RegExp]>([
		['nothing', [], /^-: The first row must be area, person, monthly/],
		['another heading', [['Area', 'Who', 'Monthly'], ...ROWS], /^-: The first row/],
		[
			'a row less',
			[HEAD, ...ROWS.slice(1)],
			/^-: There is no figure for communications and leisure, first adult/
		],
		['a row twice', [HEAD, ...ROWS, ROWS[3] ?? []], /^14: It says again what row 5 says/],
		['another area', but(4, ['drink', 'first adult', '1']), /^6: The area must be one of/],
		[
			'another person',
			but(4, ['food and housekeeping', 'lodger', '1']),
			/^6: The person must be one of/
		],
		['no amount', but(4, ['food and housekeeping', 'first adult', '']), /^6: The amount must be/],
		['words', but(4, ['food and housekeeping', 'first adult', 'two hundred']), /^6: The amount/],
		[
			'part of a penny',
			but(4, ['food and housekeeping', 'first adult', '1200.005']),
			/^6: The amount/
		],
		['below nothing', but(4, ['food and housekeeping', 'first adult', '-5']), /^6: The amount/],
		[
			'a cell more',
			but(4, ['food and housekeeping', 'first adult', '1', 'x']),
			/^6: There are more/
		],
		[
			'a thousand rows',
			[HEAD, ...Array.from({ length: 1000 }, () => ROWS[0] ?? [])],
			/^-: It has more rows/
		]
	])('with %s is not taken, and says why', (_what, rows, says) => {
		expect(saidOf(rows).join('\n')).toMatch(new RegExp(says.source, 'm'));
	});
});

describe('on a day', () => {
	const read = readGuidelines([HEAD, ...ROWS]);
	const areas = read.ok ? read.areas : SAMPLE_GUIDELINES.areas;
	const sets = [
		{ fromOn: day('2026-04-06'), areas },
		{ fromOn: day('2027-04-05'), areas: SAMPLE_GUIDELINES.areas }
	];

	it.each([
		['2026-04-05', true],
		['2026-04-06', false],
		['2027-04-05', false]
	] as const)('%s: sample figures are used: %s', (on, isSample) => {
		const used = guidelinesOn(day(on), sets);
		expect(used.isSample).toBe(isSample);
		expect(used.areas === areas).toBe(on === '2026-04-06');
	});
});
