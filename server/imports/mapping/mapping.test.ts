import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMapping } from './mapping.ts';
import { mappingNamed, mappingNames } from './mappings.ts';

const NOWHERE = '/nonexistent';

const SMALL = {
	title: 'Tolls',
	source: 'tolls',
	streams: ['parking'],
	format: 'csv',
	encoding: 'utf-8',
	days: 'YYYY-MM-DD',
	amounts: 'pounds',
	lines: {
		header: { when: 'H', columns: ['kind-of-line', 'on'] },
		due: { when: 'I', columns: ['kind-of-line', 'reference', 'title', 'on', 'amount'] }
	}
};

const withLines = (lines: object) => ({ ...SMALL, lines: { ...SMALL.lines, ...lines } });

describe('the mappings that come with the product', () => {
	it('are one for each source system', () => {
		expect(mappingNames(NOWHERE)).toEqual([
			'benefits',
			'business-rates',
			'care',
			'council-tax',
			'invoices',
			'parking',
			'rent'
		]);
	});

	it.each(mappingNames(NOWHERE))('%s has no fault', (name) => {
		expect(mappingNamed(name, NOWHERE)).toMatchObject({ ok: true, mapping: { name } });
	});

	it('give way to a council’s own', () => {
		const folder = mkdtempSync(join(tmpdir(), 'mappings-'));
		mkdirSync(join(folder, 'mappings'));
		writeFileSync(join(folder, 'mappings', 'parking.json'), JSON.stringify(SMALL));
		expect(mappingNamed('parking', folder)).toMatchObject({
			ok: true,
			mapping: { title: 'Tolls' }
		});
	});
});

describe('a mapping that is wrong', () => {
	it.each<[string, unknown, RegExp]>([
		['nothing', {}, /title is missing/],
		['not even a mapping', 'council tax', /the mapping is not|the mapping is missing/],
		['no source', { ...SMALL, source: undefined }, /source is missing/],
		['a strange encoding', { ...SMALL, encoding: 'ebcdic' }, /encoding must be "utf-8" or/],
		['a word of its own', { ...SMALL, colour: 'red' }, /"colour", which no mapping has/],
		[
			'a missing field',
			withLines({ due: { when: 'I', columns: ['kind-of-line', 'reference', 'title', 'on'] } }),
			/^lines\.due has no "amount", which every due line needs\.$/
		],
		[
			'a field it cannot say',
			withLines({ header: { when: 'H', columns: ['kind-of-line', 'on', 'colour'] } }),
			/^lines\.header has "colour", which a header line cannot say\.$/
		],
		[
			'a field twice',
			withLines({ header: { when: 'H', columns: ['kind-of-line', 'on', 'on'] } }),
			/"on" twice/
		],
		[
			'places in a csv',
			withLines({ header: { when: 'H', columns: [{ field: 'on', from: 1, length: 8 }] } }),
			/format is csv/
		],
		[
			'an optional column before one that is not',
			withLines({ due: { ...SMALL.lines.due, optional: ['reference'] } }),
			/^lines\.due\.optional must be the last of its columns, in their order\.$/
		],
		[
			'an optional column that every line needs',
			withLines({ due: { ...SMALL.lines.due, optional: ['amount'] } }),
			/^lines\.due\.optional has "amount", which every such line needs\.$/
		],
		['names in a fixed file', { ...SMALL, format: 'fixed' }, /from which place/],
		['no header', { ...SMALL, lines: { due: SMALL.lines.due } }, /how fresh/],
		[
			'two kinds with one mark',
			withLines({ header: { ...SMALL.lines.header, when: 'I' } }),
			/Two kinds of line are marked "I"/
		],
		[
			'a kind without a mark',
			withLines({ header: { columns: ['kind-of-line', 'on'] } }),
			/lines\.header\.when is missing/
		]
	])('for %s is refused with the place', (_, written, reason) => {
		const read = readMapping('tolls', written);
		expect(read.ok ? [] : read.because).toContainEqual(expect.stringMatching(reason));
	});

	it('that nobody has is answered with those there are', () => {
		expect(mappingNamed('libraries', NOWHERE)).toMatchObject({
			because: [expect.stringContaining('council-tax')]
		});
	});
});
