/**
 * Whether what was taken of an extract is what its trailer says there is. What differs is said in words, because a
 * person has to accept it in writing before anything of the file shows.
 */
import { formatPounds, minus, pence, type Pence } from '../../shared/money/pence.ts';

export type Trailer = { count: number; total: Pence };

export function differencesOf(taken: Trailer, trailer: Trailer | null): readonly string[] {
	if (trailer === null) {
		return ['The mapping has no trailer, so that nothing says whether all of the file is here.'];
	}
	const differences: string[] = [];
	if (taken.count !== trailer.count) {
		const count = (number: number) => number.toLocaleString('en-GB');
		differences.push(
			`The trailer says ${count(trailer.count)} lines and ${count(taken.count)} could be taken.`
		);
	}
	const missing = minus(trailer.total, taken.total);
	if (missing !== 0) {
		const apart = formatPounds(pence(Math.abs(missing)));
		differences.push(
			`The trailer says ${formatPounds(trailer.total)} and the lines that could be taken come to ${formatPounds(taken.total)}: ${apart} ${missing > 0 ? 'less' : 'more'}.`
		);
	}
	return differences;
}
