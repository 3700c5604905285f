/**
 * `npm run plans`: the planner's proofs in full, from a printed seed. `npm test` runs fewer of each.
 * `--small N`, `--medium N`, `--plans N`, `--households N`, `--refusals N` and `--seed N` change the counts: a million
 * fuzzed plans are `npm run plans -- --plans 1000000`.
 */
import {
	againstEverySchedule,
	againstSolver,
	refusalsWithoutNeedlessReasons,
	trueAndBrokenPlans
} from './proofs.ts';
import { planForEveryHousehold } from './door.ts';
import { drawFrom } from './random.ts';

const seed = given('seed', 20261119);
const draw = drawFrom(seed);
console.log(`Seed ${seed}.`);

const proofs = [
	() => againstEverySchedule(given('small', 5_000), draw),
	() => againstSolver(given('medium', 500), draw),
	() => trueAndBrokenPlans(given('plans', 5_000), draw),
	() => planForEveryHousehold(given('households', 5_000), draw),
	() => refusalsWithoutNeedlessReasons(given('refusals', 2_000), draw)
];
let failed = 0;
let passed = 0;
for (const proof of proofs) {
	const { name, cases, failures } = proof();
	console.log(`${cases} ${name}: ${failures.length} wrong.`);
	for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
	failed += failures.length;
	passed += cases - failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function given(name: string, usual: number): number {
	const at = process.argv.indexOf(`--${name}`);
	const value = at < 0 ? usual : Number(process.argv[at + 1]);
	if (!Number.isSafeInteger(value) || value < 0)
		throw new RangeError(`--${name} needs a whole number.`);
	return value;
}
