/** What a line may leave out at its end, and what is never taken of what it says there. */
import { describe, expect, it } from 'vitest';
import { mappingNamed } from '../mapping/mappings.ts';
import { lineReader } from './lines.ts';

function reading(name: string) {
	const read = mappingNamed(name, '/nonexistent');
	if (!read.ok) throw new Error(read.because.join(' '));
	const { mapping } = read;
	const line = lineReader(mapping);
	return (written: string) =>
		line({ line: 2, cells: mapping.format === 'csv' ? written.split(',') : [written] });
}

const TAX = 'P,CT-1,P,Kelly,Ashworth,,,,,,,,,';
const LIABLE = 'L,7710448261,Council Tax,CT-1,joint,2026-04-01,';
const NOT_THE_END =
	'Taken without the end of the bank account, which is not the last four figures of an account.';

describe('a person line of council tax', () => {
	const read = reading('council-tax');

	it.each([
		['ends before what its system does not have', TAX, {}, []],
		['says when somebody died', `${TAX},2026-11-03`, { diedOn: '2026-11-03' }, []],
		['says how many adults live there', `${TAX},,2`, { adults: 2 }, []],
		['says how their bank account ends', `${TAX},,,0958`, { accountEnding: '0958' }, []],
		['has a whole account number', `${TAX},,,66374958`, {}, [NOT_THE_END]],
		['has a formula for one', `${TAX},,,=1+1`, {}, [NOT_THE_END]],
		[
			'has adults that are no count',
			`${TAX},,-2`,
			{},
			['Taken without the adults, which is not a count.']
		]
	])('%s', (_, written, more, notes) => {
		const line = read(written);
		expect(line).toMatchObject({ ok: true, notes });
		const said = line.ok ? line.said : {};
		expect(said).toEqual({
			key: 'CT-1',
			kind: 'person',
			givenNames: 'Kelly',
			familyName: 'Ashworth',
			...more
		});
	});

	it.each([
		['a cell too many', `${TAX},,,,`, 'It has 18 cells and a person line has from 14 to 17.'],
		['a cell too few', TAX.slice(0, -1), 'It has 13 cells and a person line has from 14 to 17.'],
		[
			'an exception of no kind',
			`${LIABLE},diplomat`,
			'Its exception is none of student, severely-mentally-impaired.'
		],
		[
			'an exception that ends before the liability begins',
			`${LIABLE},student,,2026-03-31`,
			'Its exception ends before it begins.'
		]
	])('with %s is left out', (_, written, because) => {
		expect(read(written)).toMatchObject({ ok: false, because });
	});
});

describe('a fixed person line of rent', () => {
	const read = reading('rent');
	const short =
		`${'P'}${'H0000001'.padEnd(20)}P ${'Kelly'.padEnd(60)}${'Ashworth'.padEnd(80)}`.padEnd(462);

	it.each([
		['ends after its address', short, {}],
		[
			'names the claim that pays its rent',
			short + 'HBO300042'.padEnd(20),
			{ benefitClaim: 'HBO300042' }
		],
		[
			'says all it can',
			short + 'HBO300042'.padEnd(20) + '03/11/2026' + '4958',
			{ diedOn: '2026-11-03', accountEnding: '4958' }
		]
	])('%s', (_, written, said) => {
		expect(read(written)).toMatchObject({ ok: true, said });
	});

	it('that ends within a column is left out', () => {
		expect(read(`${short}HBO3`)).toMatchObject({
			because: 'It has 466 letters and a person line has from 462 to 496.'
		});
	});
});
