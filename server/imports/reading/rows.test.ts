import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { shippedMapping } from '../../../tests/builders/extracts.ts';
import { LONGEST_LINE, rowsOf, type Row } from './rows.ts';

const csv = shippedMapping('council-tax');
const fixed = shippedMapping('rent');

async function* cut(text: string, size: number): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.length; at += size) {
		yield await Promise.resolve(bytes.subarray(at, at + size));
	}
}

async function rows(text: string, { size = 7, mapping = csv } = {}): Promise<Row[]> {
	return (await Array.fromAsync(rowsOf(mapping, cut(text, size)))).flat();
}

describe('a file is cut into lines and cells', () => {
	test.for<[string, string, readonly Row[]]>([
		['plain', 'a,b\nc,d\n', [row(1, 'a', 'b'), row(2, 'c', 'd')]],
		['with carriage returns', 'a,b\r\nc,d\r\n', [row(1, 'a', 'b'), row(2, 'c', 'd')]],
		['without a last line end', 'a,b\nc,d', [row(1, 'a', 'b'), row(2, 'c', 'd')]],
		['with empty lines, which count', 'a\n\n\r\nb\n', [row(1, 'a'), row(4, 'b')]],
		['with empty lines beside quotes', '"a"\n\nb\n', [row(1, 'a'), row(3, 'b')]],
		['of empty cells', ',,\n', [row(1, '', '', '')]],
		['with a separator in quotes', '"a,b",c\n', [row(1, 'a,b', 'c')]],
		['with a quote in quotes', '"a ""b"" c",d\n', [row(1, 'a "b" c', 'd')]],
		[
			'with line ends in quotes',
			'a\n"b\r\nc\n\nd",e\nf\n',
			[row(1, 'a'), row(2, 'b\r\nc\n\nd', 'e'), row(6, 'f')]
		],
		['with a quoted cell of nothing', '"",a\n', [row(1, '', 'a')]],
		['of letters of several bytes', 'Ærø,"Núñez–"\n', [row(1, 'Ærø', 'Núñez–')]]
	])('%s', async ([, text, expected]) => {
		expect(await rows(text)).toEqual(expected);
	});

	test('the same wherever it is cut into pieces', async () => {
		const text =
			'H,2026\nP,"Flat 2\n""The Old"" Mill",x\r\nD,1,2,3\n\n"T",1 2\nP,"a\r\nb"\nZ,5,"6"\n';
		const whole = await rows(text, { size: text.length * 2 });
		expect(whole.map(({ cells }) => cells)).toEqual(
			parse(text, {
				relax_column_count: true,
				skip_empty_lines: true,
				record_delimiter: ['\r\n', '\n']
			})
		);
		expect(whole.map(({ line }) => line)).toEqual([1, 2, 4, 6, 7, 9]);
		for (let size = 1; size < 40; size += 1) expect(await rows(text, { size })).toEqual(whole);
	});

	test('a fixed line is one cell, quotes or not', async () => {
		const read = await rows('P"a"  b\r\nD c\n', { mapping: fixed });
		expect(read).toEqual([row(1, 'P"a"  b'), row(2, 'D c')]);
	});
});

describe('what is no line is refused by its number', () => {
	const long = 'x'.repeat(LONGEST_LINE + 1);
	test.for<[string, string, RegExp]>([
		['a line that is too long', `a\n${long}\nb\n`, /^Line 2 is longer than 64 KB/],
		['a line without end', `a\nb\n${long}`, /^Line 3 is longer than 64 KB/],
		['a quoted cell without end', `a\n"b${long}`, /^Line 2 is longer than 64 KB/],
		['a quoted cell that the file ends in', 'a\n"b\nc\n', /ends inside a quoted cell.* line 2/],
		['a stray quote', 'a\nTan"nery,b\nc\n', /^Line 2 is not CSV/],
		[
			'a stray quote in a long file',
			`a\nTan"nery,b\n${'c\n'.repeat(40_000)}`,
			/^Line 2 is not CSV/
		],
		['letters after a quote', 'a\n"b"c,d\n', /^Line 2 is not CSV/]
	])('%s', async ([, text, because]) => {
		await expect(rows(text, { size: 60_000 })).rejects.toThrow(because);
		await expect(rows(text, { size: 1_000_000 })).rejects.toThrow(because);
	});
});

function row(line: number, ...cells: readonly string[]): Row {
	return { line, cells };
}
