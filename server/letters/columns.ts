/**
 * What keeps a letter on one page: short sections side by side, and the dates of every payment in narrow columns. What
 * has no room beside goes one below the other and on to the next page, as any letter does.
 */
import type { Schedule } from '../../shared/outcomes/agreement-text.ts';
import {
	heading,
	heightOf,
	LEADING,
	roomOn,
	section,
	WHOLE,
	write,
	type Box,
	type LetterSection,
	type Paper
} from './paper.ts';

const GUTTER = 20;
const [LEFT, RIGHT] = boxes(2, GUTTER);
const SCHEDULE_COLUMNS = 4;

/** In two columns in their order, down the left and then down the right, where both have room on this page. */
export function sections(paper: Paper, all: readonly LetterSection[]): void {
	const heights = all.map((one) => heightOf(paper, one, LEFT.width));
	const total = sum(heights);
	const tallest = (at: number) => {
		const left = sum(heights.slice(0, at));
		return Math.max(left, total - left);
	};
	const cuts = all.map((_, index) => index + 1);
	const cut = cuts.toSorted((a, b) => tallest(a) - tallest(b))[0] ?? all.length;
	const isLarge = paper.sizes.body > 12;
	if (isLarge || tallest(cut) > roomOn(paper)) {
		for (const one of all) section(paper, one);
		return;
	}
	const top = paper.y;
	for (const one of all.slice(0, cut)) section(paper, one, LEFT);
	paper.y = top;
	for (const one of all.slice(cut)) section(paper, one, RIGHT);
	paper.y = top - tallest(cut);
}

/** Number, date and amount, column by column. How each is paid is said above it. */
export function scheduleColumns(paper: Paper, { title, table, note }: Schedule): void {
	const { rows } = table;
	const size = paper.sizes.small - 1;
	const deep = Math.ceil(rows.length / SCHEDULE_COLUMNS);
	heading(paper, title);
	const top = paper.y;
	for (const [index, box] of boxes(SCHEDULE_COLUMNS, GUTTER).entries()) {
		paper.y = top;
		for (const [number = '', date = '', , amount = ''] of rows.slice(
			index * deep,
			(index + 1) * deep
		)) {
			const { y } = paper;
			write(paper, `${number}. ${date}`, { size, box });
			paper.y = y;
			write(paper, amount, { size, box, align: 'right' });
		}
	}
	paper.y = top - deep * size * LEADING;
	if (note) write(paper, note, { size });
}

/** As tall as it will be. */
export function scheduleHeight(paper: Paper, { title, table, note }: Schedule): number {
	const size = paper.sizes.small - 1;
	const deep = Math.ceil(table.rows.length / SCHEDULE_COLUMNS) + (note ? 1 : 0);
	return heightOf(paper, { title, lines: [] }, WHOLE.width) + deep * size * LEADING;
}

function boxes(count: 2, gutter: number): readonly [Box, Box];
function boxes(count: number, gutter: number): readonly Box[];
function boxes(count: number, gutter: number): readonly Box[] {
	const width = (WHOLE.width - gutter * (count - 1)) / count;
	return Array.from({ length: count }, (_, index) => ({
		x: WHOLE.x + index * (width + gutter),
		width
	}));
}

function sum(heights: readonly number[]): number {
	return heights.reduce((all, height) => all + height, 0);
}
