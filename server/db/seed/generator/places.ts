/**
 * The homes and premises of the invented city, numbered: the same number is always the same address, and no two are
 * alike. Streets are taken up in order, so that a small set lives in the streets that a person remembers.
 */
import type { SeedAddress } from '../scenario.ts';
import { STREET_KINDS, STREET_WORDS, STREETS } from './words.ts';

const HOMES_A_STREET = 150;
const HOMES_A_POSTCODE = 16;
/** Beyond the last home of a household: where people lived before, and homes that owe nothing. */
const SPARE = 1.3;
/** The letters a postcode's second half may have. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** How much oftener than usual a district's homes owe the council, and owe it more: `NM1` first. */
const HARDSHIP = [1.35, 1.2, 1.05, 0.9, 1, 0.8, 1.25, 0.7, 1.1, 0.85, 0.75, 1.05] as const;

export type Homes = {
	count: number;
	/** A household's own; another household's never. */
	ownOf(household: number): number;
	addressOf(home: number): SeedAddress;
	hardshipAt(home: number): number;
};

export function homesFor(households: number): Homes {
	const streetCount = Math.max(STREETS.length, Math.ceil((households * SPARE) / HOMES_A_STREET));
	const count = streetCount * HOMES_A_STREET;
	const step = stepThrough(count);
	return {
		count,
		ownOf: (household) => (household * step + 17) % count,
		addressOf: (home) => addressOf(home, streetCount),
		hardshipAt: (home) => HARDSHIP[districtOf(home % streetCount)] ?? 1
	};
}

function addressOf(home: number, streetCount: number): SeedAddress {
	const street = home % streetCount;
	const place = Math.floor(home / streetCount);
	const isBlock = street % 5 === 3;
	const line1 = isBlock
		? `Flat ${(place % 6) + 1}, ${Math.floor(place / 6) + 1} ${streetNamed(street)}`
		: `${place + 1} ${streetNamed(street)}`;
	return { line1, postcode: postcodeOf(street, place), uprn: String(10_000_000_000 + home) };
}

function streetNamed(street: number): string {
	const known = STREETS[street];
	if (known !== undefined) return known;
	const [word, kind] = [street % STREET_WORDS.length, Math.floor(street / STREET_WORDS.length)];
	const round = Math.floor(kind / STREET_KINDS.length);
	const name = `${STREET_WORDS[word]} ${STREET_KINDS[kind % STREET_KINDS.length]}`;
	return round === 0 ? name : `${['Upper', 'Lower', 'East', 'West'][round - 1] ?? 'Far'} ${name}`;
}

function districtOf(street: number): number {
	return street % HARDSHIP.length;
}

/** Every sixteen homes of a street have one of their own. */
function postcodeOf(street: number, place: number): string {
	const district = districtOf(street);
	const inDistrict =
		Math.floor(street / HARDSHIP.length) * Math.ceil(HOMES_A_STREET / HOMES_A_POSTCODE);
	// Neighbouring postcodes would differ by a letter: a step apart they are spread over the district.
	const code = ((inDistrict + Math.floor(place / HOMES_A_POSTCODE)) * 1_987) % 3_600;
	const digit = 1 + (code % 9);
	const [first, second] = [Math.floor(code / 9) % 20, Math.floor(code / 180)];
	return `NM${district + 1} ${digit}${LETTERS[first] ?? 'A'}${LETTERS[second] ?? 'A'}`;
}

/** A step that comes past every number below `count` before it comes back. */
function stepThrough(count: number): number {
	let step = Math.floor(count * 0.618) | 1;
	while (commonDivisor(step, count) !== 1) step += 2;
	return step;
}

function commonDivisor(one: number, other: number): number {
	return other === 0 ? one : commonDivisor(other, one % other);
}
