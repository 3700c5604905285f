import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { callerMatch, matchOfOne } from './caller.ts';
import { addressLine, maskedName, type PersonFacts } from './person.ts';

const TODAY = day('2026-11-19');

function person(facts: Partial<PersonFacts> = {}): PersonFacts {
	return {
		customerId: 'kelly',
		kind: 'person',
		givenNames: 'Kelly',
		familyName: 'Ashworth',
		bornOn: day('1987-03-14'),
		diedOn: null,
		isRestricted: false,
		needsExtraCheck: false,
		isSafeContact: false,
		language: null,
		address: null,
		email: null,
		phone: '+447700900142',
		confirmedOn: day('2026-09-02'),
		needs: [],
		...facts
	};
}

describe('a number that belongs to one customer', () => {
	it.each([
		['confirmed in September', {}, 'likely'],
		['confirmed twelve months ago to the day', { confirmedOn: day('2025-11-19') }, 'likely'],
		['confirmed a day earlier', { confirmedOn: day('2025-11-18') }, 'unconfirmed'],
		['never confirmed', { confirmedOn: null }, 'unconfirmed'],
		['confirmed, and noted as their own', { belongs: 'own' }, 'likely'],
		['confirmed, on the telephone of somebody who speaks', { belongs: 'speaker' }, 'unconfirmed'],
		['restricted, though confirmed', { isRestricted: true }, 'restricted'],
		['safe contact, though confirmed', { isSafeContact: true }, 'safe-contact']
	] as const)('%s: %s', (_, facts, expected) => {
		const match = matchOfOne(person(facts), TODAY);
		expect(match.kind === 'matched' ? match.because : match.kind).toBe(expected);
	});
});

describe('a number that several share', () => {
	const household = [person(), person({ customerId: 'dean', givenNames: 'Dean' })];

	it('lets the officer pick, and shows no debts until they do', () => {
		expect(callerMatch({ count: 2, people: household }, TODAY)).toEqual({
			kind: 'several',
			people: household,
			isHousehold: false
		});
	});

	it('is never a list where one of them must be contacted safely', () => {
		const people = [...household, person({ customerId: 'x', isSafeContact: true })];
		expect(callerMatch({ count: 3, people }, TODAY)).toEqual({
			kind: 'matched',
			customerId: null,
			because: 'safe-contact'
		});
	});

	it('is never a list of thirty', () => {
		expect(callerMatch({ count: 30, people: household }, TODAY)).toEqual({
			kind: 'matched',
			customerId: null,
			because: 'shared'
		});
	});
});

describe('a number that was noted as somebody’s', () => {
	const dean = person({ customerId: 'dean', givenNames: 'Dean', isRestricted: false });
	const noted = (belongs: PersonFacts['belongs'], facts: Partial<PersonFacts> = {}) =>
		person({ belongs: belongs ?? null, ...facts });

	it.each([
		['their own: they stand first', [dean, noted('own')], ['kelly', 'dean']],
		['theirs, and wrong elsewhere: they alone are meant', [dean, noted('only-own')], 'likely'],
		[
			'theirs and wrong elsewhere, never confirmed',
			[dean, noted('only-own', { confirmedOn: null })],
			'unconfirmed'
		],
		['the household’s: a list, though of one', [noted('household')], ['kelly']],
		['of somebody who speaks for them: nobody is named', [noted('speaker')], 'speaker'],
		['of somebody who owes too: only whose it is', [dean, noted('speaker')], 'likely'],
		[
			'theirs, and of somebody to be contacted safely: nobody is named',
			[person({ customerId: 'x', isSafeContact: true }), noted('only-own')],
			'safe-contact'
		]
	] as const)('%s', (_, people, expected) => {
		const count = people.filter(({ belongs }) => belongs !== 'speaker').length;
		const match = callerMatch({ count, people }, TODAY);
		const shown =
			match.kind === 'several'
				? match.people.map(({ customerId }) => customerId)
				: match.kind === 'matched'
					? match.because
					: match.kind;
		expect(shown).toEqual(expected);
	});
});

it('a number known to nobody matches nobody', () => {
	expect(callerMatch({ count: 0, people: [] }, TODAY)).toEqual({ kind: 'nobody' });
});

it.each([
	['Kelly', 'Ashworth', 'K•••• A••••'],
	['', 'Harbour Lane Café Ltd', 'H••••'],
	['émile', "o'Brien", 'É•••• O••••'],
	['𝒳avier', 'Ng', '𝒳•••• N••••']
])('%s %s is masked as %s', (givenNames, familyName, masked) => {
	expect(maskedName({ givenNames, familyName })).toBe(masked);
});

it('writes an address on one line', () => {
	const address = { line1: '14 Lantern Row', line2: null, town: 'Northmere', postcode: 'NM4 7QT' };
	expect(addressLine(address)).toBe('14 Lantern Row, Northmere NM4 7QT');
});
