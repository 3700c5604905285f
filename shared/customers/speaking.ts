/**
 * Somebody who says that they speak for the customer: which of the authorities that stand is theirs. Their own name and
 * their organisation's must both be as recorded, tolerant of spelling; a name alone opens nothing, because the questions
 * of the check come after it.
 */
import type { Authority } from './authorities.ts';
import { compareName, type NameHeld } from './check/name-said.ts';
import { closenessOf, plainText } from './plain-words.ts';

export type RepresentativeSaid = { name: string; organisation: string };

export function authorityOf<Held extends Pick<Authority, 'name' | 'organisation'>>(
	said: RepresentativeSaid,
	authorities: readonly Held[]
): Held | null {
	return authorities.find((held) => isNameOf(said, held) && isOfTheirs(said, held)) ?? null;
}

function isNameOf({ name }: RepresentativeSaid, held: Pick<Authority, 'name'>): boolean {
	return compareName(name, nameOf(held.name)) === 'matches';
}

/** Whoever has no organisation on record may name any, or none. */
function isOfTheirs(said: RepresentativeSaid, held: Pick<Authority, 'organisation'>): boolean {
	const organisation = plainText(held.organisation);
	if (organisation === '') return true;
	return closenessOf(plainText(said.organisation), organisation) === 'matches';
}

/** A name in one piece: its last word is the family's. */
export function nameOf(whole: string): NameHeld {
	const words = whole.trim().split(/\s+/);
	return { givenNames: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
}
