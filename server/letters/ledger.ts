/**
 * Figures line by line in two columns, as close as a bank sets them: what it is on the left, its amounts on the right,
 * under a heading with their sum. A block that goes on in the second column has its heading there again. In large print
 * it is one column and goes on to the next page, as any letter does.
 */
import type { LedgerBlock } from '../../shared/outcomes/agreement-text.ts';
import { linesOf, makeRoom, roomOn, WHOLE, write, type Box, type Paper } from './paper.ts';
import { widthOf } from './typeface.ts';

const GUTTER = 22;
const LEADING = 1.15;
/** Between two cells, and above a heading, in parts of the words' size. */
const APART = 0.8;
const HALF = (WHOLE.width - GUTTER) / 2;
const LEFT: Box = { x: WHOLE.x, width: HALF };
const RIGHT: Box = { x: WHOLE.x + HALF + GUTTER, width: HALF };

/** One line of a block, or its heading. */
type Row = { block: LedgerBlock; cells: readonly string[]; isHeading: boolean };

export function ledger(paper: Paper, blocks: readonly LedgerBlock[]): void {
	const rows = blocks.flatMap(rowsOf);
	const isLarge = paper.sizes.body > 12;
	const cut = isLarge ? null : cutOf(paper, rows);
	if (cut === null) {
		for (const row of rows) set(paper, row, WHOLE);
		return;
	}
	const top = paper.y;
	for (const row of rows.slice(0, cut)) set(paper, row, LEFT);
	const left = paper.y;
	paper.y = top;
	for (const row of inSecond(rows, cut)) set(paper, row, RIGHT);
	paper.y = Math.min(left, paper.y);
}

function rowsOf(block: LedgerBlock): Row[] {
	const heading = { block, cells: [block.title, block.total ?? ''], isHeading: true };
	return [heading, ...block.rows.map((cells) => ({ block, cells, isHeading: false }))];
}

/** After how many rows the second column begins; null where two columns have no room on this page. */
function cutOf(paper: Paper, rows: readonly Row[]): number | null {
	const heights = rows.map((row) => rowHeight(paper, row, HALF));
	const again = rows.map((_, cut) => {
		const [first] = inSecond(rows, cut);
		return first && first !== rows[cut] ? rowHeight(paper, first, HALF) : 0;
	});
	const tallest = (cut: number) =>
		Math.max(sum(heights.slice(0, cut)), (again[cut] ?? 0) + sum(heights.slice(cut)));
	// A heading is never the last of its column.
	const cuts = rows.map((_, index) => index + 1).filter((cut) => !rows[cut - 1]?.isHeading);
	const tried = cuts.map((cut) => ({ cut, height: tallest(cut) }));
	const best = tried.toSorted((one, other) => one.height - other.height)[0];
	return best && best.height <= roomOn(paper) ? best.cut : null;
}

function inSecond(rows: readonly Row[], cut: number): Row[] {
	const rest = rows.slice(cut);
	const [first] = rest;
	if (!first || first.isHeading) return rest;
	const title = `${first.block.title}, continued`;
	return [{ block: first.block, cells: [title, ''], isHeading: true }, ...rest];
}

function sum(heights: readonly number[]): number {
	return heights.reduce((all, height) => all + height, 0);
}

function rowHeight(paper: Paper, row: Row, width: number): number {
	const size = sizeOf(paper, row);
	const [label = ''] = row.cells;
	const count = linesOf(paper, label, {
		...lookOf(row, size),
		width: labelWidth(paper, row, width)
	});
	return count.length * size * LEADING + (row.isHeading ? paper.sizes.body * APART : 0);
}

/** Amounts stand under each other; what they are of has the room that its own leave. */
function set(paper: Paper, row: Row, box: Box): void {
	const size = sizeOf(paper, row);
	makeRoom(paper, rowHeight(paper, row, box.width));
	if (row.isHeading) paper.y -= paper.sizes.body * APART;
	const top = paper.y;
	const look = { ...lookOf(row, size), leading: LEADING };
	for (const { cell, width, fromRight } of placesOf(paper, row)) {
		paper.y = top;
		const x = box.x + box.width - fromRight - width;
		if (cell !== '') write(paper, cell, { ...look, box: { x, width } });
	}
	paper.y = top;
	const [label = ''] = row.cells;
	write(paper, label, { ...look, box: { x: box.x, width: labelWidth(paper, row, box.width) } });
}

function labelWidth(paper: Paper, row: Row, width: number): number {
	const apart = sizeOf(paper, row) * APART;
	const taken = placesOf(paper, row)
		.filter(({ cell }) => cell !== '')
		.map((place) => place.fromRight + place.width + apart);
	return width - Math.max(0, ...taken);
}

type Placed = { cell: string; width: number; fromRight: number };

function placesOf(paper: Paper, row: Row): Placed[] {
	const size = sizeOf(paper, row);
	const face = row.isHeading ? paper.bold : paper.plain;
	// A hair more, so that what was measured is never wrapped.
	const wide = (cell: string) => widthOf(cell, face, size) + 0.1;
	const column = row.isHeading ? [row.cells] : row.block.rows;
	let fromRight = 0;
	const places: Placed[] = [];
	for (let at = row.cells.length - 1; at > 0; at -= 1) {
		const cell = row.cells[at] ?? '';
		places.push({ cell, width: wide(cell), fromRight });
		fromRight += Math.max(...column.map((cells) => wide(cells[at] ?? ''))) + size * APART;
	}
	return places;
}

function sizeOf({ sizes }: Paper, { isHeading }: Row): number {
	return isHeading ? Math.max(sizes.table, sizes.heading - 1.5) : sizes.table;
}

function lookOf({ isHeading }: Row, size: number) {
	return { isBold: isHeading, size };
}
