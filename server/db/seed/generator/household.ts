/**
 * Who lives behind one door: somebody alone, a couple, sharers, a parent and the grown child of the same name, twins,
 * or a business. What they owe together is owed by those who are liable together.
 */
import { addDays, day } from '../../../../shared/time/day.ts';
import type { Ground } from '../../../../shared/debts/debt.ts';
import {
	familyNameOf,
	givenNamesOf,
	organisation,
	person,
	type Generated,
	type Peopling
} from './people.ts';

export type Household = {
	people: readonly Generated[];
	/** On what ground its people are liable together; null where each is for their own. */
	together: Extract<Ground, 'couple' | 'joint'> | null;
};

type Kind = 'alone' | 'couple' | 'sharers' | 'of-one-name' | 'twins' | 'supported' | 'business';

/** Out of a thousand that owe the council anything. */
const KINDS: readonly (readonly [Kind, number])[] = [
	['alone', 625],
	['couple', 240],
	['sharers', 40],
	['of-one-name', 14],
	['twins', 6],
	['supported', 30],
	['business', 45]
];

export function householdIn(peopling: Peopling, home: number): Household {
	const kind = peopling.chance.weighted(KINDS);
	return MAKERS[kind](peopling, home);
}

const MAKERS: Record<Kind, (peopling: Peopling, home: number) => Household> = {
	alone: (peopling, home) => apart([person(peopling, { home: addressOf(peopling, home) })]),
	business: (peopling, home) => apart([organisation(peopling, addressOf(peopling, home))]),
	couple,
	sharers,
	supported,
	'of-one-name': ofOneName,
	twins
};

function couple(peopling: Peopling, at: number): Household {
	const { chance } = peopling;
	const home = addressOf(peopling, at);
	const one = person(peopling, { home });
	const familyName = chance.happens(0.8) ? one.familyName : familyNameOf(chance);
	const other = person(peopling, { home, familyName, sharesWith: one });
	return { people: [one, other], together: 'couple' };
}

function sharers(peopling: Peopling, at: number): Household {
	const home = addressOf(peopling, at);
	const count = peopling.chance.whole(2, 4);
	const people = Array.from({ length: count }, () => person(peopling, { home }));
	return { people, together: 'joint' };
}

function supported(peopling: Peopling, at: number): Household {
	const home = addressOf(peopling, at);
	const line1 = `Room ${peopling.chance.whole(1, 12)}, ${home.line1}`;
	return apart([person(peopling, { home: { ...home, line1 }, isSupported: true })]);
}

function ofOneName(peopling: Peopling, at: number): Household {
	const { chance } = peopling;
	const home = addressOf(peopling, at);
	const parent = person(peopling, {
		home,
		bornOn: addDays(day('1940-01-01'), chance.whole(0, 11_000))
	});
	const child = person(peopling, {
		home,
		givenNames: parent.givenNames ?? '',
		familyName: parent.familyName,
		bornOn: addDays(parent.bornOn ?? day('1960-01-01'), chance.whole(7_500, 12_500)),
		sharesWith: parent
	});
	return apart([parent, child]);
}

function twins(peopling: Peopling, at: number): Household {
	const { chance } = peopling;
	const home = addressOf(peopling, at);
	const one = person(peopling, { home });
	const other = person(peopling, {
		home,
		familyName: one.familyName,
		givenNames: unlike(one.givenNames, () => givenNamesOf(chance)),
		...(one.bornOn ? { bornOn: one.bornOn } : {}),
		sharesWith: one
	});
	return apart([one, other]);
}

function unlike(taken: string | undefined, draw: () => string): string {
	const drawn = draw();
	return drawn === taken ? unlike(taken, draw) : drawn;
}

function addressOf({ homes }: Peopling, home: number) {
	return homes.addressOf(home);
}

function apart(people: readonly Generated[]): Household {
	return { people, together: null };
}
