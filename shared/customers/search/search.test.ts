import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import { foundPerson, readSearch, type Piece, type SearchedPerson } from './search.ts';

const KELLY: SearchedPerson = {
	customerId: 'kelly',
	givenNames: 'Kelly',
	familyName: 'Ashworth',
	bornOn: day('1987-03-14'),
	isSafeContact: false,
	accountCount: 1,
	address: { line1: '14 Lantern Row', postcode: 'NM4 7QT' },
	matchedOn: ['name', 'address'],
	isNear: false
};

const text = (pieces: readonly Piece[] | null) => pieces?.map((piece) => piece.text).join('');
const typedIn = (pieces: readonly Piece[] | null) =>
	pieces?.filter((piece) => piece.isTyped).map((piece) => piece.text);

describe('a search', () => {
	const words = (...all: string[]) => ({ words: all, keys: [], beside: all });

	it.each([
		['ashw lantern', words('ashw', 'lantern')],
		['NM47QT', words('nm4', '7qt')],
		["O'Brien", words('obrien')],
		['Mrs Kelly Ashworth', words('kelly', 'ashworth')],
		["'; drop table customers; --", words('drop', 'table', 'customers')],
		['משה', words('משה')],
		['kelly kelly', words('kelly')],
		['a & b | !c:*', null],
		['\u0000', null],
		['\ud800', null],
		['😀', null],
		['...', null],
		['as', null],
		['k', null],
		['', null],
		['14', null]
	])('for %j', (typed, expected) => {
		expect(readSearch(typed)).toEqual(expected);
	});

	it.each([
		['7710 448 261', [{ reference: ['7710448261'] }], []],
		['HBO 210877 ashworth', [{ reference: ['HBO210877', 'HB0210877'] }], ['ashworth']],
		['kelly 14/3/1987', [{ born: ['1987-03-14'] }], ['kelly']],
		['14th of March 87', [{ born: ['1987-03-14', '2087-03-14'] }], []],
		['14 3 1987', [{ born: ['1987-03-14'] }], []],
		['1987-03-14', [{ born: ['1987-03-14'] }], []],
		['31/2/1987 kelly', [{ reference: ['3121987'] }], ['kelly']],
		['ze 12 34 56 a', [{ reference: ['ZE123456A'], nino: ['ZE123456A'] }], []],
		['07700 900123', [{ reference: ['07700900123'], phone: ['+447700900123'] }], []],
		['+44 (0)7700 900123', [{ phone: ['+447700900123'] }], []],
		['+33 1 23 45 67 89', [{ phone: ['+33123456789'] }], []],
		['Kelly.A@Example.com', [{ email: ['kelly.a@example.com'] }], []]
	])('for the key in %j', (typed, keys, beside) => {
		expect(readSearch(typed)).toMatchObject({ keys, beside });
	});

	it('reads ten thousand letters as the first of them', () => {
		const search = readSearch('ashworth '.repeat(1_200));
		expect(search?.words.slice(0, 1)).toEqual(['ashworth']);
		expect(search?.words.length).toBeLessThanOrEqual(2);
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
