import { describe, expect, it } from 'vitest';
import { chanceFrom } from './chance.ts';
import { numbersFor } from './numbers.ts';
import { homesFor } from './places.ts';

const HOUSEHOLDS = 250_000;

describe('the homes of a city', () => {
	const homes = homesFor(HOUSEHOLDS);

	it('are each of one household, and no two have one address', () => {
		const own = new Set<number>();
		const addresses = new Set<string>();
		for (let household = 0; household < HOUSEHOLDS; household += 1) {
			const home = homes.ownOf(household);
			own.add(home);
			const { line1, postcode } = homes.addressOf(home);
			addresses.add(`${line1}, ${postcode}`);
		}
		expect(own.size).toBe(HOUSEHOLDS);
		expect(addresses.size).toBe(HOUSEHOLDS);
	});

	it('have postcodes as postcodes are, each of one street', () => {
		const streets = new Map<string, Set<string>>();
		for (let home = 0; home < homes.count; home += 7) {
			const { line1, postcode } = homes.addressOf(home);
			expect(postcode).toMatch(/^NM([1-9]|1[0-2]) [1-9][ABD-HJLNP-UW-Z]{2}$/);
			const street = line1.replace(/^.*?\d+ (?=\D+$)/, '');
			streets.set(postcode, (streets.get(postcode) ?? new Set()).add(street));
		}
		expect([...streets.values()].filter((named) => named.size > 1)).toEqual([]);
	});

	it('lie in districts that are not all alike', () => {
		const hardship = Array.from({ length: 500 }, (_, home) => homes.hardshipAt(home));
		expect(Math.max(...hardship)).toBeGreaterThan(1.2);
		expect(Math.min(...hardship)).toBeLessThan(0.8);
	});
});

describe('the numbers of a city', () => {
	const around = { taken: [], chance: chanceFrom(7) };

	it('are no two alike, of no place, and none of the demo’s', () => {
		const numbers = numbersFor(HOUSEHOLDS, around);
		const taken = Array.from({ length: 300_000 }, () => numbers.take() ?? '');
		expect(new Set(taken).size).toBe(taken.length);
		expect(taken.filter((number) => !/^01632 [2-9]\d{5}$/.test(number))).toEqual([]);
		expect(taken.filter((number) => number.startsWith('01632 960'))).toEqual([]);
	});

	it('are somebody else’s once they are given back', () => {
		const numbers = numbersFor(HOUSEHOLDS, around);
		const number = numbers.take() ?? '';
		numbers.giveBack(number);
		expect(numbers.take()).toBe(number);
	});

	it('run out in a small set, where people then have none', () => {
		const numbers = numbersFor(300, around);
		const taken = Array.from({ length: 2_100 }, () => numbers.take());
		expect(taken.at(-1)).toBeUndefined();
		expect(taken.filter((number) => number !== undefined).length).toBeGreaterThan(1_900);
	});
});
