import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { foundPerson, readSearch, type Piece, type SearchedPerson } from './search.ts';

const KELLY: SearchedPerson = {
	customerId: 'kelly',
	givenNames: 'Kelly',
	familyName: 'Ashworth',
	bornOn: day('1987-03-14'),
	isSafeContact: false,
	address: { line1: '14 Lantern Row', postcode: 'NM4 7QT' },
	matchedOn: ['name', 'address']
};

const text = (pieces: readonly Piece[] | null) => pieces?.map((piece) => piece.text).join('');
const typedIn = (pieces: readonly Piece[] | null) =>
	pieces?.filter((piece) => piece.isTyped).map((piece) => piece.text);

describe('a search', () => {
	it.each([
		['ashw lantern', { words: ['ashw', 'lantern'], reference: null }],
		['NM47QT', { words: ['nm4', '7qt'], reference: null }],
		['7710 448 261', { words: ['7710', '448', '261'], reference: '7710448261' }],
		['HBO 210877', { words: ['hbo', '210877'], reference: 'HBO210877' }],
		["O'Brien", { words: ['obrien'], reference: null }],
		['a b c d e f g ashworth', null],
		['as', null],
		['', null],
		['14', null]
	] as const)('for %j', (typed, expected) => {
		expect(readSearch(typed)).toEqual(expected);
	});
});

describe('what it shows', () => {
	it('is only what was typed, the initials, the outward postcode and the month', () => {
		const search = readSearch('ashw lantern');
		const found = search && foundPerson(KELLY, search);
		expect(text(found?.name ?? null)).toBe('K•••• Ashw••••');
		expect(text(found?.address ?? null)).toBe('•••• Lantern ••••, NM4 ••••');
		expect(typedIn(found?.name ?? null)).toEqual(['Ashw']);
		expect(found?.bornIn).toBe(3);
	});

	it('keeps accents and apostrophes of what was typed', () => {
		const person = { ...KELLY, givenNames: 'Émile', familyName: "O'Brien" };
		const search = readSearch('obri emi');
		expect(text((search && foundPerson(person, search).name) ?? null)).toBe("Émi•••• O'Bri••••");
	});

	it('hints nothing of where somebody lives who must be contacted safely', () => {
		const search = readSearch('ashworth lantern');
		const found = search && foundPerson({ ...KELLY, isSafeContact: true }, search);
		expect(found).toMatchObject({ address: null, bornIn: null, matchedOn: ['name'] });
	});

	it('never shows a letter of the rest, whatever is typed', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z0-9 ]{3,20}$/), (typed) => {
				const search = readSearch(typed);
				if (!search) return;
				const found = foundPerson(KELLY, search);
				for (const piece of [...found.name, ...(found.address ?? [])].filter(
					(one) => one.isTyped
				)) {
					expect(typed).toContain(piece.text.toLowerCase());
				}
				const rest = found.name.filter((piece) => !piece.isTyped).map((piece) => piece.text);
				expect(rest.join('')).toMatch(/^[KA•\s]*$/);
			})
		);
	});
});
