import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import type { Frequency } from './frequency.ts';
import { changedLines, reviewOf } from './kept.ts';
import type { LineId } from './lines.ts';

type Told = readonly [line: LineId, amount: number, frequency?: Frequency];

const statement = (...told: Told[]) => ({
	lines: told.map(([line, amount, frequency = 'monthly']) => ({
		line,
		amount: pence(amount),
		frequency,
		provenance: 'said' as const
	}))
});

const BEFORE = statement(['salary', 1286_40], ['gas', 62_00], ['groceries', 101_00, 'weekly']);

describe('beside the statement before', () => {
	it.each<readonly [string, readonly Told[], readonly string[]]>([
		[
			'the same',
			[
				['salary', 1286_40],
				['gas', 62_00],
				['groceries', 101_00, 'weekly']
			],
			[]
		],
		[
			'another amount, how often, one more and one less',
			[
				['salary', 1100_00],
				['groceries', 101_00, 'monthly'],
				['mobile', 20_00]
			],
			['salary 128640 110000', 'gas 6200 -', 'groceries 10100 10100', 'mobile - 2000']
		],
		['none at all', [], ['salary 128640 -', 'gas 6200 -', 'groceries 10100 -']]
	])('%s', (_what, told, changes) => {
		const said = changedLines(BEFORE, statement(...told)).map(
			({ line, was, is }) => `${line} ${was?.amount ?? '-'} ${is?.amount ?? '-'}`
		);
		expect(said).toEqual(changes);
	});
});

it('is looked at again after as long as plans are, on the month’s last day where there is no such day', () => {
	const L7 = { everyMonths: 6, overMonths: 12 };
	expect(reviewOf(day('2026-11-19'), L7)).toBe('2027-05-19');
	expect(reviewOf(day('2026-08-31'), L7)).toBe('2027-02-28');
});
