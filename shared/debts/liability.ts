/**
 * Who answers for a debt on a day. Several who are liable are liable for all of it; a student or severely mentally
 * impaired person is not jointly liable for council tax with somebody who is neither (LGFA 1992 s6(4), s9(2)), and where
 * all of them are one or the other all of them are.
 */
import { addDays, type Day } from '../time/day.ts';
import type { Exception, Ground } from './debt.ts';
import type { Stream } from './streams.ts';

export type Liability = {
	customerId: string;
	ground: Ground;
	fromOn: Day;
	/** The last day it is for. */
	toOn: Day | null;
	exception: { why: Exception; fromOn: Day; toOn: Day | null } | null;
};

/** Jointly or as a couple: on another ground a person's own circumstances change nothing. */
const SHARED: ReadonlySet<Ground> = new Set(['joint', 'couple']);

export function liableOn(
	liabilities: readonly Liability[],
	{ stream, on }: { stream: Stream; on: Day }
): readonly string[] {
	const there = liabilities.filter((one) => isWithin(one, on));
	const answer = stream === 'council-tax' ? there.filter((one) => !isExcepted(one, on)) : there;
	return [...new Set((answer.length > 0 ? answer : there).map(({ customerId }) => customerId))];
}

/** Everybody who answers for some part of the days that the debt is for. */
export function liableEver(
	liabilities: readonly Liability[],
	{ stream }: { stream: Stream }
): readonly string[] {
	// Who is liable can only change on a first day, or on the day after a last one.
	const edges = liabilities.flatMap(({ fromOn, toOn, exception }) => [
		fromOn,
		toOn,
		exception?.fromOn ?? null,
		exception?.toOn ?? null,
		exception?.toOn ? addDays(exception.toOn, 1) : null
	]);
	const days = [...new Set(edges.filter((on) => on !== null))];
	return [...new Set(days.flatMap((on) => liableOn(liabilities, { stream, on })))];
}

function isExcepted({ ground, exception }: Liability, on: Day): boolean {
	return SHARED.has(ground) && exception !== null && isWithin(exception, on);
}

function isWithin({ fromOn, toOn }: { fromOn: Day; toOn: Day | null }, on: Day): boolean {
	return fromOn <= on && (toOn === null || on <= toOn);
}
