import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareName, compareOrganisation } from './name-said.ts';
import { closenessOf, editsBetween, plainText } from '../plain-words.ts';

const KELLY = { givenNames: 'Kelly', familyName: 'Ashworth' };
const ZHANG = { givenNames: 'Li Wen', familyName: 'Chang' };

describe('a name said', () => {
	it.each([
		// As it stands on the record, and as people say and officers type it.
		['Kelly Ashworth', KELLY, 'matches'],
		['Ashworth, Kelly', KELLY, 'matches'],
		['mrs kelly ashworth', KELLY, 'matches'],
		['K Ashworth', KELLY, 'matches'],
		['Kelly Ashwroth', KELLY, 'matches'],
		['Kely Ashworth', KELLY, 'matches'],
		['Kelly Jane Ashworth', KELLY, 'matches'],
		['  KELLY   ASHWORTH ', KELLY, 'matches'],
		// Right as far as it goes, or one slip too many.
		['Ashworth', KELLY, 'nearly'],
		['Kelly Ashwirtt', KELLY, 'nearly'],
		['Nelly Ashworth', KELLY, 'nearly'],
		// Somebody else.
		['Dean Ashworth', KELLY, 'differs'],
		['D Ashworth', KELLY, 'differs'],
		['Kelly', KELLY, 'differs'],
		['Kelly Ashby', KELLY, 'differs'],
		['', KELLY, 'differs'],
		['?', KELLY, 'differs'],
		['a b c d e f g h', KELLY, 'differs'],
		// From another script, in another order, with other spaces.
		['Zhang Liwen', ZHANG, 'matches'],
		['Zhang Li Wen', ZHANG, 'matches'],
		['Liwen Zhang', ZHANG, 'matches'],
		['Mrs Zhang', ZHANG, 'nearly'],
		['Wang Liwen', ZHANG, 'nearly'],
		['Sun Liwen', ZHANG, 'differs'],
		['Chang Mei', ZHANG, 'differs'],
		// Accents, apostrophes, hyphens.
		['Emile OBrien', { givenNames: 'Émile', familyName: "O'Brien" }, 'matches'],
		['Anna Mueller', { givenNames: 'Anna', familyName: 'Müller' }, 'matches'],
		['Lukasz Zielinski', { givenNames: 'Łukasz', familyName: 'Zieliński' }, 'matches'],
		['Ann Smith Jones', { givenNames: 'Ann', familyName: 'Smith-Jones' }, 'matches'],
		['Ann Smith', { givenNames: 'Ann', familyName: 'Smith-Jones' }, 'nearly'],
		// Short names have no room for a slip.
		['Jo Ng', { givenNames: 'Jo', familyName: 'Ng' }, 'matches'],
		['Jo Ho', { givenNames: 'Jo', familyName: 'Ng' }, 'differs'],
		// A first letter is not misspelled: these are two people of one household.
		['Jean Tully', { givenNames: 'Dean', familyName: 'Tully' }, 'nearly'],
		['Evan Cole', { givenNames: 'Erin', familyName: 'Cole' }, 'nearly'],
		// What people are called.
		['Liz Taylor', { givenNames: 'Elizabeth', familyName: 'Taylor' }, 'matches'],
		['Sam Haddad', { givenNames: 'Samira', familyName: 'Haddad' }, 'matches'],
		['Bob Frost', { givenNames: 'Robert', familyName: 'Frost' }, 'matches'],
		['Mohamed Ali', { givenNames: 'Mohammed', familyName: 'Ali' }, 'matches']
	] as const)('%j for %j: %s', (said, held, expected) => {
		expect(compareName(said, held)).toBe(expected);
	});

	it('matches itself in any order of its words, whoever it is', () => {
		const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
		fc.assert(
			fc.property(word, word, (givenNames, familyName) => {
				const held = { givenNames, familyName };
				expect(compareName(`${givenNames} ${familyName}`, held)).toBe('matches');
				expect(compareName(`${familyName} ${givenNames}`, held)).toBe('matches');
			})
		);
	});

	it('never throws and never matches on nothing', () => {
		fc.assert(
			fc.property(fc.string(), (said) => {
				const result = compareName(said, KELLY);
				if (plainText(said) === '') expect(result).toBe('differs');
			})
		);
	});
});

it.each([
	['Harbour Lane Cafe', 'Harbour Lane Café Ltd', 'matches'],
	['harbor lane café limited', 'Harbour Lane Café Ltd', 'matches'],
	['Corn Street Café', 'Harbour Lane Café Ltd', 'differs'],
	['Ltd', 'Ltd', 'differs']
] as const)('the organisation %j for %j: %s', (said, held, expected) => {
	expect(compareOrganisation(said, held)).toBe(expected);
});

describe('edits', () => {
	it.each([
		['', '', 0],
		['row', 'row', 0],
		['row', 'rwo', 1],
		['lantern', 'lantren', 1],
		['abc', '', 3],
		['kelly', 'kelsi', 2]
	] as const)('from %j to %j: %i', (one, other, edits) => {
		expect(editsBetween(one, other)).toBe(edits);
		expect(editsBetween(other, one)).toBe(edits);
	});

	it('are the same both ways and none only between the same', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				expect(editsBetween(one, other)).toBe(editsBetween(other, one));
				expect(editsBetween(one, other) === 0).toBe(one === other);
			})
		);
	});

	it('are not forgiven in a word of three letters', () => {
		expect(closenessOf('roe', 'row')).toBe('differs');
	});
});
