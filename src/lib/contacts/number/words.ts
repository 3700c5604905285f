/** What screens say of whose a number was noted to be. */
import { BELONGS_NAMES, type NumberNote } from '#shared/customers/number/belonging.ts';
import { formatDay } from '#shared/time/day.ts';

/** `Noted by Priya Shah on 19 November 2026, until 19 November 2027.` */
export function notedText({ by, notedOn, untilOn }: NumberNote): string {
	const who = by === null ? 'Noted' : `Noted by ${by}`;
	return `${who} on ${formatDay(notedOn)}, until ${formatDay(untilOn)}.`;
}

export function belongsText({ belongs }: Pick<NumberNote, 'belongs'>): string {
	return BELONGS_NAMES[belongs];
}
