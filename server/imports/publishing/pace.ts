/**
 * How far a publication is, in the lines of its file, and how long the rest takes. A person costs many times what a due
 * does, so that the time left goes by the work that is done; what an extract only says again costs less than was thought
 * and shows as a time left that falls faster than the clock.
 */
import { stopwatch } from '../../clock.ts';
import type { BodyKind } from '../mapping/fields.ts';
import type { PublishStep } from '../tables.ts';

/** What a line of a kind costs beside a due, measured where all of it is new. */
const WORK: Readonly<Record<BodyKind, number>> = {
	person: 24,
	debt: 8,
	liability: 3,
	due: 1,
	stage: 1,
	hold: 3,
	transaction: 3
};

export type Pace = {
	step: PublishStep;
	rows: number;
	rowsInAll: number;
	ms: number;
	msLeft: number | null;
};

/** Says that a share of the lines of a kind is done, all of them where no share is given. */
export type Done = (kind: BodyKind, share?: number) => Promise<void>;

export type PaceOf = {
	rowsInAll: number;
	begin(step: PublishStep): Promise<void>;
	done: Done;
};

const TELL_EVERY_MS = 1_000;

export function paceOf(
	counts: Readonly<Record<BodyKind, number>>,
	tell: (pace: Pace) => Promise<void>
): PaceOf {
	const took = stopwatch();
	const shares = new Map<BodyKind, number>();
	const kinds = Object.keys(WORK) as BodyKind[];
	const sum = (of: (kind: BodyKind) => number) => kinds.reduce((all, kind) => all + of(kind), 0);
	const rowsInAll = sum((kind) => counts[kind]);
	const workInAll = sum((kind) => counts[kind] * WORK[kind]);
	let step: PublishStep = 'people';
	let toldAt = 0;
	const say = () => {
		const ms = took();
		toldAt = ms;
		const part = (kind: BodyKind) => counts[kind] * (shares.get(kind) ?? 0);
		const work = sum((kind) => part(kind) * WORK[kind]);
		const msLeft = work === 0 ? null : Math.round((ms * (workInAll - work)) / work);
		return tell({ step, rows: Math.round(sum(part)), rowsInAll, ms, msLeft });
	};
	return {
		rowsInAll,
		begin(next) {
			step = next;
			return say();
		},
		done(kind, share = 1) {
			shares.set(kind, share);
			return took() < toldAt + TELL_EVERY_MS ? Promise.resolve() : say();
		}
	};
}
