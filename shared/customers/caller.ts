/**
 * Who a ringing number may mean. It is a hint and never identity: what may be shown before the identity check is
 * decided here, from how many share the number, whose an officer noted it to be, when identity last passed on it, and
 * how the record is marked.
 */
import { addMonths, type Day } from '../time/day.ts';
import { holdersOf } from './number/belonging.ts';
import type { PersonFacts } from './person.ts';

/** More people than this on one number (a refuge, a hostel) are never listed: the officer searches. */
export const LARGEST_PICKER = 6;

/** Identity passed on the number within this many months lets the debts show, the person masked. */
export const CONFIRMED_MONTHS = 12;

/**
 * `count` is how many customers the number may be of; `people` are the first of them, in a stable order, and after them
 * those for whom somebody speaks from it.
 */
export type Candidates<Person extends PersonFacts = PersonFacts> = {
	count: number;
	people: readonly Person[];
};

export type CallerMatch<Person extends PersonFacts = PersonFacts> =
	| { kind: 'nobody' }
	| {
			kind: 'matched';
			/** Null where not even which record may be told. */
			customerId: string | null;
			because: 'unconfirmed' | 'restricted' | 'safe-contact' | 'shared' | 'speaker';
	  }
	| { kind: 'several'; people: readonly Person[]; isHousehold: boolean }
	| { kind: 'likely'; person: Person };

export function callerMatch<Person extends PersonFacts>(
	{ count, people }: Candidates<Person>,
	today: Day
): CallerMatch<Person> {
	if (people.length === 0) return { kind: 'nobody' };
	if (people.some((person) => person.isSafeContact)) {
		return { kind: 'matched', customerId: null, because: 'safe-contact' };
	}
	if (count > LARGEST_PICKER) return { kind: 'matched', customerId: null, because: 'shared' };
	const { holders, isHousehold } = holdersOf(people);
	const [first, ...others] = holders;
	if (!first) return { kind: 'matched', customerId: null, because: 'speaker' };
	if (others.length > 0 || isHousehold) return { kind: 'several', people: holders, isHousehold };
	return matchOfOne(first, today);
}

/** What may be shown of the one person who is meant or was chosen, before identity. */
export function matchOfOne<Person extends PersonFacts>(
	person: Person,
	today: Day
): CallerMatch<Person> {
	const because = reasonToHide(person, today);
	return because
		? { kind: 'matched', customerId: person.customerId, because }
		: { kind: 'likely', person };
}

function reasonToHide(
	person: PersonFacts,
	today: Day
): 'restricted' | 'safe-contact' | 'unconfirmed' | null {
	if (person.isRestricted) return 'restricted';
	if (person.isSafeContact) return 'safe-contact';
	// They passed the check on a telephone that is not theirs.
	if (person.belongs === 'speaker') return 'unconfirmed';
	return isConfirmed(person, today) ? null : 'unconfirmed';
}

/** Identity passed on the number lately enough. */
export function isConfirmed(
	{ confirmedOn }: Pick<PersonFacts, 'confirmedOn'>,
	today: Day
): boolean {
	return confirmedOn !== null && addMonths(confirmedOn, CONFIRMED_MONTHS) >= today;
}
