import { describe, expect, it } from 'vitest';
import identifiers from '../../../tests/vectors/identifiers.json' with { type: 'json' };
import { readValue, type ValueRead } from './layout.ts';

const pounds = { days: 'DD/MM/YYYY', amounts: 'pounds' } as const;
const pence = { days: 'YYYYMMDD', amounts: 'pence' } as const;
const iso = { days: 'YYYY-MM-DD', amounts: 'pounds' } as const;

const becauseOf = (read: ValueRead) => (read.ok ? '' : read.because);

describe('an amount', () => {
	it.each([
		['19.99', 1999],
		['1.15', 115],
		['0.01', 1],
		['1,234.50', 123450],
		['-12.34', -1234],
		['12.34-', -1234],
		['12.34 CR', -1234],
		['12.34CR', -1234],
		['£5', 500],
		['0.00', 0]
	])('%s in pounds is %i pence', (text, value) => {
		expect(readValue(text, { as: 'money', sign: 'any' }, pounds)).toEqual({ ok: true, value });
	});

	it.each([
		['1234', 1234],
		['-1', -1],
		['1-', -1],
		['+20', 20]
	])('%s in pence is %i', (text, value) => {
		expect(readValue(text, { as: 'money', sign: 'any' }, pence)).toEqual({ ok: true, value });
	});

	it.each([
		['12.345', /not an amount/],
		['12,34', /not an amount/],
		['1e3', /not an amount/],
		['twelve', /not an amount/],
		['NaN', /not an amount/],
		['123456789012345', /more than any line/],
		['999999999999999.99', /more than any line/]
	])('%s in pounds is refused', (text, because) => {
		expect(becauseOf(readValue(text, { as: 'money', sign: 'any' }, pounds))).toMatch(because);
	});

	it('that cannot be below nothing is not', () => {
		const read = readValue('-0.01', { as: 'money', sign: 'not-negative' }, pounds);
		expect(becauseOf(read)).toMatch(/below nothing/);
	});
});

describe('a day', () => {
	it.each([
		['2026-11-19', iso, '2026-11-19'],
		['19/11/2026', pounds, '2026-11-19'],
		['20261119', pence, '2026-11-19'],
		['29/02/2024', pounds, '2024-02-29']
	] as const)('%s is read', (text, layout, value) => {
		expect(readValue(text, { as: 'day' }, layout)).toEqual({ ok: true, value });
	});

	it.each([
		['31/02/2026', pounds, /does not exist/],
		['29/02/2026', pounds, /does not exist/],
		['00/01/2026', pounds, /does not exist/],
		['01/13/2026', pounds, /does not exist/],
		['2026-11-19', pounds, /not a day written DD\/MM\/YYYY/],
		['19/11/26', pounds, /not a day written/],
		['01/01/0001', pounds, /another age/]
	] as const)('%s is refused', (text, layout, because) => {
		expect(becauseOf(readValue(text, { as: 'day' }, layout))).toMatch(because);
	});
});

describe('a National Insurance number', () => {
	const cases = identifiers.cases.filter(({ type }) => type === 'nino');
	it.each(cases.map((one) => [one.input, one.expected_valid_format, one.normalised] as const))(
		'%s: %s',
		(input, isValid, value) => {
			const read = readValue(input, { as: 'nino' }, iso);
			expect(read).toEqual(isValid ? { ok: true, value } : { ok: false, because: 'cannot exist' });
		}
	);
});

it('a reason never repeats what was wrong', () => {
	const read = readValue('QQ123456C', { as: 'nino' }, iso);
	expect(JSON.stringify(read)).not.toContain('QQ');
});
