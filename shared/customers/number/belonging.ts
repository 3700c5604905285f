/**
 * Whose a number is, as an officer noted it after a passed check: it goes before what the extracts say of the number for
 * as long as it stands, and says nothing that may be disclosed before the next check. A year, ours and no law's: so long
 * a check that was passed on a number counts, and after that it may be somebody else's, because networks give numbers
 * out again.
 */
import { addMonths, type Day } from '../../time/day.ts';

export const BELONGS = ['own', 'household', 'speaker', 'only-own'] as const;

export type Belongs = (typeof BELONGS)[number];

export const NOTED_MONTHS = 12;

/** The last day on which a note made today is used. */
export function notedUntil(today: Day): Day {
	return addMonths(today, NOTED_MONTHS);
}

export const BELONGS_NAMES: Record<Belongs, string> = {
	own: 'Their own',
	household: 'Their household’s',
	speaker: 'Somebody’s who speaks for them',
	'only-own': 'Theirs, and wrong on somebody else’s record'
};

/** What comes of it when the number next rings. */
export const BELONGS_MEANS: Record<Belongs, string> = {
	own: 'They stand first when it rings, before anybody else who has it.',
	household:
		'When it rings, it says that a household shares it. Debts wait until somebody is chosen.',
	speaker: 'A friend, or an adviser’s office. It is never taken for the customer’s.',
	'only-own': 'When it rings, it means them alone. The other record itself is not changed.'
};

/** A note in force, and what it is told by. */
export type NumberNote = {
	belongs: Belongs;
	untilOn: Day;
	notedOn: Day;
	/** By name; null where they are not here any more. */
	by: string | null;
};

type Link = { belongs?: Belongs | null };

export type Holders<Held extends Link> = {
	/** Those whose number it may be, whoever is certain first. */
	holders: readonly Held[];
	/** Then nobody is meant by it, however few are known. */
	isHousehold: boolean;
};

/** Of everybody to whom a number is linked. */
export function holdersOf<Held extends Link>(links: readonly Held[]): Holders<Held> {
	const theirs = links.filter(({ belongs }) => belongs !== 'speaker');
	const isWrongElsewhere = theirs.some(({ belongs }) => belongs === 'only-own');
	const holders = isWrongElsewhere ? theirs.filter(({ belongs }) => belongs) : theirs;
	return {
		holders: [...holders.filter(isCertain), ...holders.filter((link) => !isCertain(link))],
		isHousehold: holders.some(({ belongs }) => belongs === 'household')
	};
}

export function isCertain({ belongs }: Link): boolean {
	return belongs === 'own' || belongs === 'only-own';
}

/** Somebody who speaks for a customer tells us of their own telephone only. */
export function mayNote(belongs: Belongs, { isRepresentative }: { isRepresentative: boolean }) {
	return !isRepresentative || belongs === 'speaker';
}
