import { describe, expect, it } from 'vitest';
import { pence } from '../../../shared/money/pence.ts';
import { day, instant } from '../../../shared/time/day.ts';
import { csvOf, type OutLine } from './lines.ts';

const STOP: OutLine = {
	id: 12,
	given: instant('2026-11-19T10:57:00Z'),
	what: 'stop',
	because: 'arrangement',
	account: 'R0000042',
	reference: '7710448261',
	amount: null,
	on: null,
	change: null
};

function changed(
	kind: 'phone' | 'address' | 'name',
	[before, after]: [Record<string, string>, Record<string, string>]
): OutLine {
	const change = { kind, from: day('2026-11-16'), evidence: 'none', before, after };
	return { ...STOP, id: 13, what: 'change', because: kind, reference: null, change };
}

const linesOf = (lines: readonly OutLine[]) => csvOf(lines).split('\r\n').slice(1, -1);

describe('a file for a source', () => {
	it('has a stop in one line', () => {
		expect(linesOf([STOP])).toEqual([
			'12,2026-11-19 10:57,stop,arrangement,R0000042,7710448261,,,,,'
		]);
	});

	it('is one line of a payment, with its day and its amount', () => {
		const paid = { what: 'payment', because: 'plan', amount: pence(95_00), on: day('2026-12-01') };
		expect(csvOf([{ ...STOP, ...paid } as OutLine]).split('\r\n')[1]).toBe(
			'12,2026-11-19 10:57,payment,plan,R0000042,7710448261,2026-12-01,,amount,,95.00'
		);
	});

	it('has a line for each field that is new, and none for one that was never said', () => {
		const line = changed('address', [
			{ line1: '14 Lantern Row', line2: '', postcode: 'NM4 7QT' },
			{ line1: '3 Quay Street', line2: '', postcode: 'NM1 2AB' }
		]);
		expect(linesOf([line]).map((text) => text.split(',').slice(8).join('|'))).toEqual([
			'line1|14 Lantern Row|3 Quay Street',
			'postcode|NM4 7QT|NM1 2AB'
		]);
	});

	it('writes a number without a plus sign', () => {
		const [line] = linesOf([
			changed('phone', [{ phone: '+447700900123' }, { phone: '+447700900456' }])
		]);
		expect(line).toContain('phone,07700 900123,07700 900456');
	});

	it.each([
		'=HYPERLINK("http://evil.example","Refund")',
		'+1+1',
		'-2+3',
		'@SUM(A1)',
		'\tTab',
		'＝1'
	])('makes %s inert', (familyName) => {
		const text = csvOf([changed('name', [{ familyName }, { familyName }])]);
		const cells = text.split('\r\n')[1]?.match(/'[^,]*/g) ?? [];
		expect(cells.length).toBeGreaterThanOrEqual(2);
		expect(text).not.toMatch(/[,"][=+\-@\t＝]/);
	});

	it('keeps quotes and newlines inside their cell', () => {
		const text = csvOf([changed('name', [{ familyName: 'A' }, { familyName: 'B"\r\nstop' }])]);
		expect(text).toContain('"B""\r\nstop"');
	});
});
