/**
 * What the day came to, in the order in which it matters: arrangements, take-up claims, people with no surplus helped,
 * and pounds last. Counted from what was committed; nothing here is a target.
 */
import { NO_PENCE, plus, type Pence } from '../money/pence.ts';
import type { OutcomeKind } from '../outcomes/outcome.ts';
import type { OutcomeCount } from './team-state.ts';

export type OutcomesToday = {
	arrangements: number;
	takeUpClaims: number;
	/** People and not holds: somebody helped twice in a day is one. */
	noSurplusHelped: number;
	arranged: Pence;
	/** Every kind there was, in the order of `KINDS`. */
	byKind: readonly { kind: OutcomeKind; count: number }[];
};

const KINDS: readonly OutcomeKind[] = [
	'arrangement',
	'claim',
	'no-surplus',
	'promise',
	'payment',
	'hold',
	'recall',
	'callback',
	'letter',
	'nothing-agreed'
];

/** Of one team or of several: a customer is helped by one team. */
export function outcomesOf(counts: readonly OutcomeCount[]): OutcomesToday {
	const of = (kind: OutcomeKind) => counts.filter((one) => one.kind === kind);
	const sum = (kind: OutcomeKind, figure: 'count' | 'people') =>
		of(kind).reduce((total, one) => total + one[figure], 0);
	return {
		arrangements: sum('arrangement', 'count'),
		takeUpClaims: sum('claim', 'count'),
		noSurplusHelped: sum('no-surplus', 'people'),
		arranged: plus(NO_PENCE, ...of('arrangement').map(({ amount }) => amount)),
		byKind: KINDS.map((kind) => ({ kind, count: sum(kind, 'count') })).filter(
			({ count }) => count > 0
		)
	};
}
