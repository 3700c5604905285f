import { describe, expect, it } from 'vitest';
import { pence } from '../../../shared/money/pence.ts';
import { day } from '../../../shared/time/day.ts';
import { extractWriter } from './extract-writer.ts';
import { mappingNamed } from './mappings.ts';

function written(name: string): string {
	const read = mappingNamed(name, '/nonexistent');
	if (!read.ok) throw new Error(read.because.join(' '));
	const writer = extractWriter(read.mapping);
	const debt = { reference: '7710448261', title: 'Rates, "2025"' };
	return [
		writer.header(day('2026-11-19')),
		writer.line('person', { key: '1', kind: 'organisation', familyName: 'Zhang’s Ltd' }),
		writer.line('due', { ...debt, on: day('2026-05-01'), amount: pence(14020) }),
		writer.line('transaction', {
			...debt,
			id: 'A1',
			on: day('2026-05-02'),
			kind: 'payment',
			amount: pence(-4896)
		}),
		writer.trailer()
	].join('');
}

describe('a file in the layout of', () => {
	it('council tax is commas, days as they sort and pounds', () => {
		expect(written('council-tax').split('\r\n')).toEqual([
			'H,2026-11-19',
			'P,1,O,,Zhang’s Ltd,,,,,,,,,,,,',
			'I,7710448261,"Rates, ""2025""",2026-05-01,140.20',
			'T,A1,7710448261,"Rates, ""2025""",2026-05-02,payment,-48.96,,',
			'Z,3,-48.96',
			''
		]);
	});

	it('business rates is places, days without strokes and pence', () => {
		const lines = written('business-rates').split('\r\n');
		expect(lines[0]).toBe('H20261119');
		expect(lines[3]).toContain('20260502PAY-4896');
		expect(lines[4]).toBe(`Z${'3'.padEnd(10)}${'-4896'.padEnd(16)}`);
	});

	it('care has semicolons', () => {
		expect(written('care')).toContain('I;7710448261;"Rates, ""2025""";01/05/2026;140.20');
	});
});
