/**
 * Where a letter goes: to where they told us they live now, from the day they moved, because what goes to a home that
 * somebody left is read by another. Not to one told for later, and for whoever is contacted safely only where the record
 * says.
 */
import type { Day } from '../../time/day.ts';
import type { PersonFacts } from '../person.ts';

export function addressToWriteTo(
	{ address, told, isSafeContact }: Pick<PersonFacts, 'address' | 'told' | 'isSafeContact'>,
	today: Day
): PersonFacts['address'] {
	const moved = told?.find(({ kind, on }) => kind === 'address' && on !== null && on <= today);
	if (!moved || isSafeContact) return address;
	const { line1 = '', line2 = '', town = '', postcode = '' } = moved.after;
	return { line1, line2: line2 === '' ? null : line2, town, postcode };
}
