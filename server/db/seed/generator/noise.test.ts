import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/time/day.ts';
import { noisyHouseholds } from '../noisy-city.ts';

const CITY = { today: day('2026-11-19'), households: 3_000, seed: 7 };

describe('the records of a city as its systems have them', () => {
	const records = [...noisyHouseholds(CITY)].flatMap((household) => household.records);
	const share = (is: (record: (typeof records)[number]) => boolean) =>
		records.filter(is).length / records.length;

	it('come out the same from the same seed', () => {
		const again = [...noisyHouseholds(CITY)].flatMap((household) => household.records);
		expect(JSON.stringify(again)).toBe(JSON.stringify(records));
	});

	it('say of whom they truly are, and most people are known to more than one system', () => {
		const people = new Set(records.map(({ customer }) => customer.key));
		expect(records.length / people.size).toBeGreaterThan(1.4);
	});

	it.each([
		['a name that is not as it should be', 0.1, 0.5, 'name'],
		['a street that is not as it should be', 0.1, 0.4, 'street'],
		['a maiden name', 0.005, 0.05, 'maiden'],
		['a home left behind', 0.01, 0.08, 'moved']
	] as const)('have %s about as often as real ones', (_what, least, most, kind) => {
		const is = {
			name: ({ givenNames, familyName, customer }: (typeof records)[number]) =>
				givenNames !== (customer.givenNames ?? '') ||
				familyName.toUpperCase() !== customer.familyName.toUpperCase(),
			street: ({ line1, customer }: (typeof records)[number]) =>
				line1 !== customer.addresses?.at(-1)?.line1,
			maiden: ({ familyName, customer }: (typeof records)[number]) =>
				customer.names?.some(({ name }) => name.toUpperCase() === familyName.toUpperCase()) ===
				true,
			moved: ({ line1, customer }: (typeof records)[number]) =>
				customer.addresses?.some(({ toOn, line1: before }) => toOn && before === line1) === true
		}[kind];
		expect(share(is)).toBeGreaterThan(least);
		expect(share(is)).toBeLessThan(most);
	});

	it('have no number that anybody could have', () => {
		const numbers = records.flatMap(({ phone }) => phone ?? []);
		expect(numbers.filter((number) => !/^(07700 900\d{3}|01632 \d{6})$/.test(number))).toEqual([]);
	});

	it('have parent and child of one name, and twins, behind one door', () => {
		const homes = Map.groupBy(records, ({ customer }) => customer.addresses?.at(-1)?.uprn);
		const pairs = [...homes.values()].flatMap((home) =>
			home.flatMap(({ customer: one }) => home.map(({ customer: other }) => [one, other] as const))
		);
		const others = pairs.filter(([one, other]) => one && other && one.key < other.key);
		const sameName = others.filter(
			([one, other]) =>
				one?.givenNames && one.givenNames === other?.givenNames && one.bornOn !== other.bornOn
		);
		const twins = others.filter(
			([one, other]) => one?.bornOn === other?.bornOn && one?.familyName === other?.familyName
		);
		expect(sameName.length).toBeGreaterThan(5);
		expect(twins.length).toBeGreaterThan(2);
	});

	it('name the accounts that other systems have them under, now and then wrongly or not at all', () => {
		const accounts = new Map<string, Set<string>>();
		for (const { debts } of noisyHouseholds(CITY)) {
			for (const { stream, reference, liable } of debts) {
				for (const { customer } of liable) {
					const key = `${stream} ${customer}`;
					accounts.set(key, (accounts.get(key) ?? new Set()).add(reference));
				}
			}
		}
		const claims = records.filter(
			({ source, customer }) => source === 'benefits' && accounts.has(`council-tax ${customer.key}`)
		);
		const named = claims.filter(({ councilTaxAccount }) => councilTaxAccount !== null);
		const right = named.filter(({ councilTaxAccount, customer }) =>
			accounts.get(`council-tax ${customer.key}`)?.has(councilTaxAccount ?? '')
		);
		expect(claims.length).toBeGreaterThan(100);
		expect(named.length / claims.length).toBeCloseTo(0.7, 1);
		expect(right.length).toBeLessThan(named.length);
		expect(right.length / named.length).toBeGreaterThan(0.95);
	});
});
