/**
 * The generated customers, household by household: who shares a line or a bill, whose number was another's before,
 * who has died, who changed name, who needs something of us. One in twenty has a support need or breathing space.
 */
import { addDays, day, type Day } from '../../../../shared/time/day.ts';
import type { SeedAddress, SeedCustomer, SeedPhone } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import type { Chance } from './chance.ts';
import { FAMILY_NAMES, GIVEN_NAMES, NEEDS, STREETS, TRADES } from './words.ts';

export type Generated = SeedCustomer & {
	/** The one before, when they live together: their bill may be joint. */
	partnerOf?: string;
	hasBreathingSpace: boolean;
};

export type Peopling = { time: Timeline; chance: Chance; numbers: string[]; count: number };

export function generatedPeople(peopling: Peopling): readonly Generated[] {
	const people: Generated[] = [];
	while (people.length < peopling.count) {
		const before = people.at(-1);
		const at = people.length;
		const livesWithBefore =
			before?.kind === 'person' && before.partnerOf === undefined && peopling.chance.happens(0.12);
		people.push(
			peopling.chance.happens(0.04)
				? organisation(peopling, at)
				: person(peopling, { at, partner: livesWithBefore ? before : undefined })
		);
	}
	return people;
}

function person(
	peopling: Peopling,
	place: { at: number; partner: Generated | undefined }
): Generated {
	const { chance, time } = peopling;
	const { at, partner } = place;
	const familyName =
		partner && chance.happens(0.8) ? partner.familyName : chance.pick(FAMILY_NAMES);
	const hasDied = chance.happens(0.008);
	const isTwentieth = at % 20 === 7;
	return {
		key: `generated-${at}`,
		kind: 'person',
		givenNames: givenNames(chance),
		familyName,
		bornOn: addDays(day('1938-01-01'), chance.whole(0, 24_500)),
		...(hasDied ? { diedOn: addDays(time.today, -chance.whole(5, 400)) } : {}),
		isRestricted: chance.happens(0.003),
		needsExtraCheck: chance.happens(0.02),
		isSafeContact: chance.happens(0.004),
		...(chance.happens(0.03)
			? { language: chance.pick(['Polish', 'Urdu', 'Bengali', 'Romanian', 'Arabic', 'Punjabi']) }
			: {}),
		...(chance.happens(0.04)
			? { names: [{ kind: 'former' as const, name: chance.pick(FAMILY_NAMES) }] }
			: {}),
		phones: phonesOf(peopling, partner),
		addresses: addressesOf(peopling, partner),
		...(chance.happens(0.55) ? { email: `${familyName.toLowerCase()}.${at}@example.com` } : {}),
		...((isTwentieth && at % 40 === 7) || at % 120 === 50 ? { needs: [needOf(chance)] } : {}),
		...(partner ? { partnerOf: partner.key } : {}),
		hasBreathingSpace: isTwentieth && at % 40 !== 7
	};
}

function organisation({ chance, time, numbers }: Peopling, at: number): Generated {
	const name = `${chance.pick(FAMILY_NAMES)} ${chance.pick(TRADES)}`;
	const number = numbers.pop();
	return {
		key: `generated-${at}`,
		kind: 'organisation',
		familyName: chance.happens(0.7) ? `${name} Ltd` : name,
		phones: number ? [{ number, ...confirmation(chance, time.today) }] : [],
		addresses: [{ ...address(chance), kind: 'business' }],
		hasBreathingSpace: false
	};
}

function givenNames(chance: Chance): string {
	const first = chance.pick(GIVEN_NAMES);
	return chance.happens(0.15) ? `${first} ${chance.pick(GIVEN_NAMES)}` : first;
}

function needOf(chance: Chance) {
	const [need, adjustment] = chance.pick(NEEDS);
	return { need, adjustment };
}

/** One in twelve has no number; some share one; some had one that is now somebody else's. */
function phonesOf({ chance, time, numbers }: Peopling, partner?: Generated): SeedPhone[] {
	const shared = partner?.phones?.[0];
	if (shared && chance.happens(0.5)) return [{ number: shared.number }];
	const number = chance.happens(0.92) ? numbers.pop() : undefined;
	if (number === undefined) return [];
	if (chance.happens(0.04)) {
		const gaveItUpOn = addDays(time.today, -chance.whole(200, 900));
		// Back into the pile: whoever draws it next has a recycled number.
		numbers.push(number);
		return [{ number, toOn: gaveItUpOn, confirmedOn: addDays(gaveItUpOn, -90) }];
	}
	return [{ number, ...confirmation(chance, time.today) }];
}

/** Most numbers were confirmed in the last year, some long ago, some never. */
function confirmation(chance: Chance, today: Day): { confirmedOn?: Day } {
	if (chance.happens(0.25)) return {};
	return { confirmedOn: addDays(today, -Math.min(chance.skewed(160, 0.8), 1500)) };
}

function addressesOf({ chance, time }: Peopling, partner?: Generated): SeedAddress[] {
	const home = partner?.addresses?.at(-1) ?? address(chance);
	if (!chance.happens(0.1)) return [home];
	const movedOn = addDays(time.today, -chance.whole(30, 1200));
	return [
		{ ...address(chance), toOn: movedOn },
		{ ...home, fromOn: movedOn }
	];
}

function address(chance: Chance): SeedAddress {
	const flat = chance.happens(0.25) ? `Flat ${chance.whole(1, 24)}, ` : '';
	const inward = `${chance.whole(1, 9)}${letter(chance)}${letter(chance)}`;
	return {
		line1: `${flat}${chance.whole(1, 190)} ${chance.pick(STREETS)}`,
		postcode: `NM${chance.whole(1, 6)} ${inward}`
	};
}

/** The letters a postcode's second half may have. */
function letter(chance: Chance): string {
	return chance.pick([...'ABDEFGHJLNPQRSTUWXYZ']);
}
