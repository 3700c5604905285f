/**
 * Who a customer is, as the database gathers them, and how their name is written before and after identity.
 * A masked name is initials and always four dots, so that its length says nothing.
 */
import type { Day } from '../time/day.ts';
import type { ToldRecord } from './changes/told.ts';
import type { Authority } from './authorities.ts';
import type { Belongs, NumberNote } from './number/belonging.ts';
import type { NeedSeenBy } from './support.ts';
import type { Reach } from './wishes/wish.ts';

export type PersonFacts = {
	customerId: string;
	kind: 'person' | 'organisation';
	givenNames: string;
	familyName: string;
	bornOn: Day | null;
	diedOn: Day | null;
	isRestricted: boolean;
	needsExtraCheck: boolean;
	isSafeContact: boolean;
	language: string | null;
	address: { line1: string; line2: string | null; town: string; postcode: string } | null;
	email: string | null;
	phone: string | null;
	/** The last day they passed identity on a call from the number that rang; null at the desk. */
	confirmedOn: Day | null;
	/** Whose the number that rang was noted to be; null or absent where nobody did, or it has run out. */
	belongs?: Belongs | null;
	/** The same with who noted it. Read only of somebody chosen. */
	numberNote?: NumberNote | null;
	needs: readonly { need: string; adjustment: string; seenBy?: NeedSeenBy }[];
	/** They asked that no message be left for them. */
	noMessages?: boolean;
	/** How they may be reached. Read only of somebody chosen. */
	reach?: Reach;
	/** Who may speak for them today. Read only of somebody chosen. */
	authorities?: readonly Authority[];
	/** Changes told and not confirmed, the newest first. Read only of somebody chosen. */
	told?: readonly ToldRecord[];
};

const DOTS = '••••';

export function fullName(person: Pick<PersonFacts, 'givenNames' | 'familyName'>): string {
	return `${person.givenNames} ${person.familyName}`.trim();
}

/** `K•••• A••••`, and one initial for an organisation. */
export function maskedName(person: Pick<PersonFacts, 'givenNames' | 'familyName'>): string {
	return [person.givenNames, person.familyName]
		.map((name) => Array.from(name.trim())[0])
		.filter((initial) => initial !== undefined)
		.map((initial) => initial.toLocaleUpperCase('en-GB') + DOTS)
		.join(' ');
}

/** `14 Lantern Row, Northmere NM4 7QT`. */
export function addressLine(address: PersonFacts['address']): string | null {
	if (!address) return null;
	const lines = [address.line1, address.line2, `${address.town} ${address.postcode}`];
	return lines.filter(Boolean).join(', ');
}
