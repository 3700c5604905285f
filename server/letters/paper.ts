/**
 * A4 paper and a cursor that goes down it: a block that does not fit begins the next page. Black on white, the council's
 * margins of 16, 18 and 14 millimetres. Letters that the typeface has not are written without their marks.
 */
import { rgb, type PDFDocument, type PDFPage } from 'pdf-lib';
import type { LetterTable } from '../../shared/outcomes/agreement-text.ts';
import { widthOf, type Face, type Faces } from './typeface.ts';
import { wrapped, writable } from './type-setting.ts';

export type Sizes = { body: number; table: number; title: number; heading: number; small: number };

/** What is being written on: the page, and how far down it. Everything below moves `y`. */
export type Paper = Faces & {
	document: PDFDocument;
	sizes: Sizes;
	page: PDFPage;
	y: number;
};

export type Style = { isBold?: boolean; size?: number; align?: 'right'; leading?: number };

export type Box = { x: number; width: number };

/** Points. */
const PAGE = { width: 595.28, height: 841.89, top: 45, side: 51, bottom: 42 };
const WIDTH = PAGE.width - 2 * PAGE.side;
export const WHOLE: Box = { x: PAGE.side, width: WIDTH };
export const LEADING = 1.3;
/** Between a section and the one before it, in parts of its words' size. */
const APART = 0.45;
const INK = rgb(0, 0, 0);
/** Between the words of a cell and its edges, in parts of their size. */
const PAD = 0.25;

/** A first page in these sizes; of what was tried on the document before nothing is left. */
export function paperFor(document: PDFDocument, faces: Faces, sizes: Sizes): Paper {
	for (const index of document.getPageIndices().toReversed()) document.removePage(index);
	return { document, sizes, ...faces, ...freshPage(document) };
}

export function newPage(paper: Paper): void {
	Object.assign(paper, freshPage(paper.document));
}

/** Words from side to side of their box, the whole width where none is given, as many lines as they need. */
export function write(paper: Paper, text: string, style: Style & { box?: Box } = {}): void {
	const { box = WHOLE, ...look } = style;
	const size = look.size ?? paper.sizes.body;
	const down = size * (look.leading ?? LEADING);
	for (const line of linesOf(paper, text, { ...look, width: box.width })) {
		makeRoom(paper, down);
		draw(paper, line, { ...look, ...box });
		paper.y -= down;
	}
}

export function heading(paper: Paper, title: string, box: Box = WHOLE): void {
	const { heading: size, body } = paper.sizes;
	makeRoom(paper, size * LEADING + body * LEADING * 2);
	paper.y -= body * APART;
	write(paper, title, { isBold: true, size, box });
}

export type LetterSection = { title: string; lines: readonly string[] };

export function section(paper: Paper, { title, lines }: LetterSection, box: Box = WHOLE): void {
	heading(paper, title, box);
	for (const line of lines) write(paper, line, { box });
}

/** How far down the paper a section goes. */
export function heightOf(paper: Paper, { title, lines }: LetterSection, width: number): number {
	const { heading: size, body } = paper.sizes;
	const count = lines.flatMap((line) => linesOf(paper, line, { width })).length;
	const titled = linesOf(paper, title, { isBold: true, size, width }).length * size * LEADING;
	return body * APART + titled + count * body * LEADING;
}

/** What is left of the page. */
export function roomOn({ y }: Paper): number {
	return y - PAGE.bottom;
}

export function linesOf(paper: Paper, text: string, look: Style & { width: number }): string[] {
	const face = look.isBold ? paper.bold : paper.plain;
	const size = look.size ?? paper.sizes.body;
	return wrapped(writable(text, face), { face, size, width: look.width });
}

export function table(paper: Paper, rows: LetterTable): void {
	paper.y -= PAD * paper.sizes.table;
	row(paper, rows.heads, { of: rows, isBold: true });
	for (const cells of rows.rows) row(paper, cells, { of: rows, isBold: false });
	if (rows.total) row(paper, rows.total, { of: rows, isBold: true });
	paper.y -= PAD * paper.sizes.table;
}

/** The key facts side by side, in a box; one below the other where large print leaves no room beside. */
export function facts(paper: Paper, list: readonly { label: string; value: string }[]): void {
	const { small, body } = paper.sizes;
	const isStacked = body > 12;
	const line = (small + body) * LEADING;
	const height = line * (isStacked ? list.length : 1) + 14;
	makeRoom(paper, height + 8);
	const top = paper.y - 5;
	const frame = { borderWidth: 1.5, borderColor: INK };
	paper.page.drawRectangle({ ...WHOLE, y: top - height, height, ...frame });
	const width = WIDTH / (isStacked ? 1 : list.length);
	for (const [index, { label, value }] of list.entries()) {
		const x = PAGE.side + 8 + (isStacked ? 0 : width * index);
		paper.y = top - 6 - (isStacked ? line * index : 0);
		draw(paper, writable(label, paper.plain), { x, width, size: small });
		paper.y -= small * LEADING;
		draw(paper, writable(value, paper.bold), { x, width, isBold: true });
	}
	paper.y = top - height - 5;
}

/** In a box across the top: that it is not what it looks like. */
export function marked(paper: Paper, mark: string): void {
	const { heading: size } = paper.sizes;
	const height = size * LEADING + 8;
	const frame = { borderWidth: 1.5, borderColor: INK };
	paper.page.drawRectangle({ ...WHOLE, y: paper.y - height, height, ...frame });
	paper.y -= 4;
	write(paper, mark, { isBold: true, size, box: { x: WHOLE.x + 8, width: WIDTH - 16 } });
	paper.y -= 4 + size * APART;
}

/** On every page at last, when it is known how many there are. */
export function numberPages({ document, sizes, plain }: Paper, mark?: string): void {
	const pages = document.getPages();
	for (const [index, page] of pages.entries()) {
		const text = [`Page ${index + 1} of ${pages.length}`, mark].filter(Boolean).join('. ');
		page.drawText(text, { x: PAGE.side, y: 28, size: sizes.small, font: plain.font, color: INK });
	}
}

function freshPage(document: PDFDocument): Pick<Paper, 'page' | 'y'> {
	return { page: document.addPage([PAGE.width, PAGE.height]), y: PAGE.height - PAGE.top };
}

export function makeRoom(paper: Paper, height: number): void {
	if (paper.y - height < PAGE.bottom) newPage(paper);
}

function draw(paper: Paper, text: string, at: Box & Style): void {
	const { isBold = false, size = paper.sizes.body, align, x, width } = at;
	const face: Face = isBold ? paper.bold : paper.plain;
	const shift = align === 'right' ? width - widthOf(text, face, size) : 0;
	const start = { x: x + shift, y: paper.y - size };
	paper.page.drawText(text, { ...start, size, font: face.font, color: INK });
}

function row(
	paper: Paper,
	cells: readonly string[],
	{ of, isBold }: { of: LetterTable; isBold: boolean }
): void {
	const size = paper.sizes.table;
	const pad = PAD * size;
	const face = isBold ? paper.bold : paper.plain;
	const boxes = boxesOf(of);
	const texts = cells.map((cell, index) => {
		const width = (boxes[index]?.width ?? WIDTH) - 2 * pad;
		return wrapped(writable(cell, face), { face, size, width });
	});
	const height = Math.max(...texts.map((lines) => lines.length)) * size * LEADING + 2 * pad;
	makeRoom(paper, height);
	const top = paper.y;
	for (const [index, lines] of texts.entries()) {
		const style: Style = index < of.heads.length - of.right ? {} : { align: 'right' };
		for (const [at, line] of lines.entries()) {
			paper.y = top - pad - at * size * LEADING;
			draw(paper, line, { ...(boxes[index] ?? WHOLE), size, isBold, ...style });
		}
	}
	paper.y = top - height;
	const ends = { start: { x: PAGE.side, y: paper.y }, end: { x: PAGE.side + WIDTH, y: paper.y } };
	paper.page.drawLine({ ...ends, thickness: 0.5, color: INK });
}

function boxesOf({ widths }: LetterTable): Box[] {
	const whole = widths.reduce((sum, width) => sum + width, 0);
	let x = PAGE.side;
	return widths.map((part) => {
		const box = { x, width: (WIDTH * part) / whole };
		x += box.width;
		return box;
	});
}
