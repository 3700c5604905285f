import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { byDebt, takenFrom } from './returning.ts';

const where = (placed: [string, number][], suspense: number, refunded: number) => ({
	placed: placed.map(([debtId, amount]) => ({ debtId, amount: pence(amount) })),
	suspense: pence(suspense),
	refunded: pence(refunded)
});

describe('what the bank takes back', () => {
	it.each([
		['all on the debt', 100, where([['a', 100]], 0, 0), where([['a', 100]], 0, 0), 0],
		['all waiting again', 100, where([], 100, 0), where([], 100, 0), 0],
		[
			'split over two',
			100,
			where(
				[
					['b', 40],
					['a', 60]
				],
				0,
				0
			),
			where(
				[
					['a', 60],
					['b', 40]
				],
				0,
				0
			),
			0
		],
		[
			'part waiting',
			100,
			where(
				[
					['b', 30],
					['a', 50]
				],
				20,
				0
			),
			where(
				[
					['a', 50],
					['b', 30]
				],
				20,
				0
			),
			0
		],
		[
			'part of it',
			50,
			where(
				[
					['b', 30],
					['a', 40]
				],
				20,
				0
			),
			where([['a', 40]], 10, 0),
			0
		],
		['part given back', 100, where([['a', 70]], 0, 30), where([['a', 70]], 0, 30), 0],
		['all given back', 100, where([], 0, 100), where([], 0, 100), 0],
		['more than there is', 100, where([['a', 70]], 0, 0), where([['a', 70]], 0, 0), 30]
	])('comes off where it is: %s', (_what, amount, from, expected, missing) => {
		expect(takenFrom(pence(amount), { first: 'a', where: from })).toEqual({ ...expected, missing });
	});

	it('counts two parts on one debt as one', () => {
		expect(
			byDebt(
				where(
					[
						['a', 10],
						['b', 5],
						['a', 20]
					],
					0,
					0
				).placed
			)
		).toEqual([
			{ debtId: 'a', amount: 30 },
			{ debtId: 'b', amount: 5 }
		]);
	});
});
