/**
 * One generated customer: names as mixed as the city's, who has died, who changed name, who needs something of us, and
 * how we would reach them. One in twenty has a support need or breathing space.
 */
import { addDays, addMonths, day, type Day } from '../../../../shared/time/day.ts';
import type { Exception } from '../../../../shared/debts/debt.ts';
import type { SeedAddress, SeedCustomer, SeedPhone } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import type { Chance } from './chance.ts';
import type { Homes } from './places.ts';
import type { Numbers } from './numbers.ts';
import { FAMILY_NAMES, GIVEN_NAMES, NAME_ENDINGS, NAME_PLACES, NEEDS, TRADES } from './words.ts';

export type Generated = SeedCustomer & {
	hasBreathingSpace: boolean;
	/** Of pension age, or in supported housing: almost nobody else still has Housing Benefit (domain 1.3). */
	mayHaveHousingBenefit: boolean;
	/** Why they are not jointly liable for council tax. */
	exception: Exception | null;
};

export type Peopling = {
	time: Timeline;
	chance: Chance;
	numbers: Numbers;
	homes: Homes;
	/** How many customers there are already: the next one's number. */
	made: number;
};

/** What the household says of this one of its people. */
export type Place = {
	home: SeedAddress;
	givenNames?: string;
	familyName?: string;
	bornOn?: Day;
	/** Somebody of the household whose line they may share. */
	sharesWith?: Generated;
	isSupported?: boolean;
};

export function person(peopling: Peopling, place: Place): Generated {
	const { chance, time } = peopling;
	const at = peopling.made;
	peopling.made += 1;
	const familyName = place.familyName ?? familyNameOf(chance);
	const bornOn = place.bornOn ?? addDays(day('1938-01-01'), chance.whole(0, 24_500));
	const isTwentieth = at % 20 === 7;
	const isExcepted = at % 30 === 11;
	return {
		key: `generated-${at}`,
		kind: 'person',
		givenNames: place.givenNames ?? givenNamesOf(chance),
		familyName,
		bornOn,
		...(chance.happens(0.8) ? { nino: ninoOf(at) } : {}),
		...(chance.happens(0.008) ? { diedOn: addDays(time.today, -chance.whole(5, 400)) } : {}),
		isRestricted: chance.happens(0.003),
		needsExtraCheck: chance.happens(0.02),
		isSafeContact: chance.happens(0.004),
		...(chance.happens(0.03)
			? { language: chance.pick(['Polish', 'Urdu', 'Bengali', 'Romanian', 'Arabic', 'Punjabi']) }
			: {}),
		...(chance.happens(0.04)
			? { names: [{ kind: 'former' as const, name: familyNameOf(chance) }] }
			: {}),
		phones: phonesOf(peopling, place.sharesWith),
		addresses: addressesOf(peopling, place),
		...(chance.happens(0.55) ? { email: `${familyName.toLowerCase()}.${at}@example.com` } : {}),
		...((isTwentieth && at % 40 === 7) || at % 120 === 50 ? { needs: [needOf(chance)] } : {}),
		hasBreathingSpace: isTwentieth && at % 40 !== 7,
		mayHaveHousingBenefit: place.isSupported === true || bornOn <= addMonths(time.today, -12 * 66),
		exception: isExcepted ? exceptionOf(bornOn) : null
	};
}

export function organisation(peopling: Peopling, home: SeedAddress): Generated {
	const { chance, time, numbers } = peopling;
	const at = peopling.made;
	peopling.made += 1;
	const name = `${familyNameOf(chance)} ${chance.pick(TRADES)}`;
	const number = numbers.take();
	return {
		key: `generated-${at}`,
		kind: 'organisation',
		familyName: chance.happens(0.7) ? `${name} Ltd` : name,
		phones: number ? [{ number, ...confirmation(chance, time.today) }] : [],
		addresses: [{ ...home, kind: 'business' }],
		hasBreathingSpace: false,
		mayHaveHousingBenefit: false,
		exception: null
	};
}

function exceptionOf(bornOn: Day): Exception {
	return bornOn > day('1994-01-01') ? 'student' : 'severely-mentally-impaired';
}

export function givenNamesOf(chance: Chance): string {
	const first = commonest(GIVEN_NAMES, chance);
	return chance.happens(0.15) ? `${first} ${chance.pick(GIVEN_NAMES)}` : first;
}

/** A third of all are seldom ones, as a city's are; a few have two. */
export function familyNameOf(chance: Chance): string {
	if (chance.happens(0.65)) return commonest(FAMILY_NAMES, chance);
	if (chance.happens(0.04)) return `${chance.pick(FAMILY_NAMES)}-${chance.pick(FAMILY_NAMES)}`;
	return `${chance.pick(NAME_PLACES)}${chance.pick(NAME_ENDINGS)}`;
}

/** Some names are borne ten times as often as others: which, the list's own order decides, a stride apart. */
function commonest(names: readonly string[], chance: Chance): string {
	const at = Math.floor(names.length * chance.fraction() ** 1.7);
	return names[(at * 71) % names.length] ?? '';
}

function needOf(chance: Chance) {
	const [need, adjustment] = chance.pick(NEEDS);
	return { need, adjustment };
}

/** Of a series that has no two alike, written as the Department writes them and given to nobody. */
function ninoOf(at: number): string {
	const prefix = ['ZE', 'ZG', 'ZH', 'ZJ'][Math.floor(at / 1_000_000) % 4] ?? 'ZE';
	return `${prefix}${String((at * 617_239) % 1_000_000).padStart(6, '0')}${'ABCD'[at % 4] ?? 'A'}`;
}

/** One in twelve has no number; some share one; some had one that is now somebody else's. */
function phonesOf({ chance, time, numbers }: Peopling, sharesWith?: Generated): SeedPhone[] {
	const shared = sharesWith?.phones?.[0];
	if (shared && chance.happens(0.5)) return [{ number: shared.number }];
	const number = chance.happens(0.92) ? numbers.take() : undefined;
	if (number === undefined) return [];
	if (chance.happens(0.04)) {
		const gaveItUpOn = addDays(time.today, -chance.whole(200, 900));
		numbers.giveBack(number);
		return [{ number, toOn: gaveItUpOn, confirmedOn: addDays(gaveItUpOn, -90) }];
	}
	return [{ number, ...confirmation(chance, time.today) }];
}

/** Most numbers were confirmed in the last year, some long ago, some never. */
function confirmation(chance: Chance, today: Day): { confirmedOn?: Day } {
	if (chance.happens(0.25)) return {};
	return { confirmedOn: addDays(today, -Math.min(chance.skewed(160, 0.8), 1500)) };
}

/** One in ten has moved here, from a home where others live now. */
function addressesOf({ chance, time, homes }: Peopling, { home }: Place): SeedAddress[] {
	if (!chance.happens(0.1)) return [home];
	const movedOn = addDays(time.today, -chance.whole(30, 1200));
	const before = homes.addressOf(chance.whole(0, homes.count - 1));
	return [
		{ ...before, toOn: movedOn },
		{ ...home, fromOn: movedOn }
	];
}
