/** The planner's proofs, fewer of each than `npm run plans` tries, from the same seed. */
import { describe, expect, it } from 'vitest';
import {
	againstEverySchedule,
	againstSolver,
	refusalsWithoutNeedlessReasons,
	trueAndBrokenPlans
} from './plans/proofs.ts';
import { planForEveryHousehold } from './plans/door.ts';
import { drawFrom } from './plans/random.ts';

const draw = drawFrom(20261119);

describe('the planner', () => {
	it.each([
		againstEverySchedule(300, draw),
		againstSolver(20, draw),
		trueAndBrokenPlans(300, draw),
		planForEveryHousehold(300, draw),
		refusalsWithoutNeedlessReasons(300, draw)
	])('$cases cases: $name', ({ failures }) => {
		expect(failures).toEqual([]);
	});
});
