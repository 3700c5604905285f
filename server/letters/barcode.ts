/**
 * A payment reference as the bars that counters and kiosks read: Code 128 in its set C, two digits to a symbol and an odd
 * one by itself in set B (ISO/IEC 15417). Drawn as rectangles, so that it is as sharp as the printer is.
 */
import { rgb } from 'pdf-lib';
import { WHOLE, write, type Paper } from './paper.ts';

/** The widths of bar and space by turns of the symbols 0 to 102, of the start of set C, and of the stop. */
const PAIRS =
	'212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131'.split(
		' '
	);
const START_C = { value: 105, widths: '211232' };
const STOP = '2331112';
const CHECK_BY = 103;
/** From here on in set B, in which a nought is the sixteenth symbol. */
const CODE_B = 100;
const NOUGHT_IN_B = 16;

/** A third of a millimetre, which every reader reads, and their height, in points. */
const MODULE = 0.94;
const HEIGHT = 26;
const INK = rgb(0, 0, 0);

/** How wide each bar and space is by turns, a bar first, in modules. */
export function barsOf(digits: string): readonly number[] {
	const values = valuesOf(digits);
	const sum = values.reduce((all, value, at) => all + value * (at + 1), START_C.value);
	const symbols = [...values, sum % CHECK_BY].map((value) => PAIRS[value] ?? '');
	return [...[START_C.widths, ...symbols, STOP].join('')].map(Number);
}

function valuesOf(digits: string): number[] {
	if (!/^\d{2,}$/.test(digits))
		throw new Error('A barcode of set C is of digits, at least a pair.');
	const pairs = (digits.match(/\d\d/g) ?? []).map(Number);
	const odd = digits.length % 2 === 1 ? [CODE_B, NOUGHT_IN_B + Number(digits.at(-1))] : [];
	return [...pairs, ...odd];
}

/** In points. */
export function barcodeWidth(digits: string): number {
	return barsOf(digits).reduce((all, modules) => all + modules * MODULE, 0);
}

/** From `from` and from where the paper is, with what is said of it underneath. */
export function barcode(
	paper: Paper,
	{ digits, says, from }: { digits: string; says: string; from: number }
): void {
	let x = from;
	const y = paper.y - HEIGHT;
	for (const [index, modules] of barsOf(digits).entries()) {
		const bar = { x, y, width: modules * MODULE, height: HEIGHT };
		if (index % 2 === 0) paper.page.drawRectangle({ ...bar, color: INK });
		x += bar.width;
	}
	paper.y = y - 2;
	const width = WHOLE.x + WHOLE.width - from;
	write(paper, says, { size: paper.sizes.small, box: { x: from, width } });
}
