/**
 * A death as anybody reports it, without an identity check: of whom it is, among the few it can be of, and when. It is
 * believed of one person alone, whose name is the one said; where that is not plain, nobody's record changes. A day that
 * cannot be is no day, and the report stands without one.
 */
import { readDayBehind } from '../../time/day-behind.ts';
import { addMonths, type Day } from '../../time/day.ts';
import { compareName, type NameHeld } from '../check/name-said.ts';

/** Who may be meant: whoever the contact is about, and those who owe a debt with them. */
export type MayBeMeant = NameHeld & { customerId: string };

export function whoDied(said: string, people: readonly MayBeMeant[]): string | null {
	const meant = people.filter((one) => compareName(said, one) === 'matches');
	const [only, ...others] = meant;
	return only && others.length === 0 ? only.customerId : null;
}

/** A death is told of within this time, or its year was mistyped. */
const MONTHS_BACK = 240;

export type DiedRead = { ok: true; on: Day | null } | { ok: false; because: string };

/** Nothing typed is a day not known. */
export function readDied(said: string, today: Day): DiedRead {
	if (said.trim() === '') return { ok: true, on: null };
	const on = readDayBehind(said, today);
	if (on === null)
		return { ok: false, because: 'There is no such day. Write one like 3 November 2026.' };
	if (on > today)
		return { ok: false, because: 'That day is still to come. Ask again when it was.' };
	return on < addMonths(today, -MONTHS_BACK)
		? { ok: false, because: 'That is more than twenty years ago. Check the year with them.' }
		: { ok: true, on };
}
