import { describe, expect, test } from 'vitest';
import { paceOf, type Pace } from './pace.ts';

const COUNTS = {
	person: 100,
	debt: 100,
	liability: 100,
	due: 500,
	stage: 200,
	hold: 0,
	transaction: 1_000
};

function told() {
	const said: Pace[] = [];
	const pace = paceOf(COUNTS, (one) => {
		said.push(one);
		return Promise.resolve();
	});
	return { pace, said };
}

describe('how far a publication is', () => {
	test('says each part as it begins, in lines of the file', async () => {
		const { pace, said } = told();
		await pace.begin('people');
		await pace.done('person');
		await pace.begin('debts');
		await pace.done('due', 0.5);
		await pace.begin('entries');
		expect(said.map(({ step, rows, rowsInAll }) => [step, rows, rowsInAll])).toEqual([
			['people', 0, 2_000],
			['debts', 100, 2_000],
			['entries', 350, 2_000]
		]);
	});

	test('says no time left before anything is done, and none once all is', async () => {
		const { pace, said } = told();
		await pace.begin('people');
		for (const kind of Object.keys(COUNTS) as (keyof typeof COUNTS)[]) await pace.done(kind);
		await pace.begin('balances');
		expect(said.map(({ msLeft }) => msLeft)).toEqual([null, 0]);
	});

	test('an extract without lines has nothing left', async () => {
		const said: Pace[] = [];
		const none = { ...COUNTS, person: 0, debt: 0, liability: 0, due: 0, stage: 0, transaction: 0 };
		const pace = paceOf(none, (one) => {
			said.push(one);
			return Promise.resolve();
		});
		await pace.begin('balances');
		expect(said).toMatchObject([{ rows: 0, rowsInAll: 0, msLeft: null }]);
	});
});
