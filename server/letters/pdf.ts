/**
 * A letter as a PDF, in the order of the council's printed letters: on one page wherever it can be, in the largest of
 * our types that lets it, with the dates of every payment under the rest. In large print it is 16 point.
 */
import { PDFDocument } from 'pdf-lib';
import type { LetterText } from '../../shared/outcomes/agreement-text.ts';
import { writeBarcodes } from './write-barcodes.ts';
import { scheduleColumns, scheduleHeight, sections } from './columns.ts';
import { ledger } from './ledger.ts';
import { facesFor, type Faces } from './typeface.ts';
import {
	facts,
	heading,
	marked,
	newPage,
	numberPages,
	paperFor,
	roomOn,
	table,
	WHOLE,
	write,
	type Paper,
	type Sizes
} from './paper.ts';

/** The largest first. Nothing is smaller than the smallest of these, whatever has to go on. */
const USUAL: readonly [Sizes, ...Sizes[]] = [
	{ body: 11, table: 10, title: 20, heading: 12.5, small: 9 },
	{ body: 10, table: 9.5, title: 18, heading: 11.5, small: 9 },
	{ body: 9.5, table: 9, title: 17, heading: 11, small: 9 },
	{ body: 9, table: 9, title: 16, heading: 10.5, small: 9 }
];
/** For line after line of figures. */
const CLOSE: readonly Sizes[] = [
	{ body: 8.5, table: 8.5, title: 15, heading: 10, small: 8.5 },
	{ body: 8, table: 8, title: 14, heading: 9.5, small: 8 }
];
const LARGE: Sizes = { body: 16, table: 16, title: 24, heading: 18, small: 16 };

/** The demo council's; the name is the council's own setting. */
const SENDER = ['Market House, Quay Street', 'Northmere NM1 1AA', '01632 960180'];

type Letter = { text: LetterText; council: string };

export async function pdfOf(
	text: LetterText,
	{ council, isLargePrint }: { council: string; isLargePrint: boolean }
): Promise<Uint8Array> {
	const letter = { text, council };
	const tried = await draft(text);
	const sizes = isLargePrint ? LARGE : fittingSizes(letter, tried);
	const final = await draft(text, tried.faces);
	const { paper } = laidOut(letter, { ...final, sizes });
	numberPages(paper, text.mark);
	return final.document.save();
}

type Draft = { document: PDFDocument; faces: Faces };

async function draft({ title }: LetterText, measured?: Faces): Promise<Draft> {
	const document = await PDFDocument.create();
	document.setTitle(title);
	document.setLanguage('en-GB');
	return { document, faces: await facesFor(document, measured) };
}

/** The largest in which all of it is on one page; else in which only the dates go on. */
function fittingSizes(letter: Letter, tried: Draft): Sizes {
	const all = letter.text.ledger ? [...USUAL, ...CLOSE] : USUAL;
	const tries = all.map((sizes) => ({ sizes, ...laidOut(letter, { ...tried, sizes }) }));
	const fitting = tries.find(({ isWhole }) => isWhole) ?? tries.find(({ isOnePage }) => isOnePage);
	return fitting?.sizes ?? USUAL[0];
}

type Laid = {
	paper: Paper;
	/** All but the dates of every payment is on one page. */
	isOnePage: boolean;
	/** With the dates. */
	isWhole: boolean;
};

function laidOut({ text, council }: Letter, on: Draft & { sizes: Sizes }): Laid {
	const { document, sizes } = on;
	const paper = paperFor(document, on.faces, sizes);
	writeHead(paper, { text, council, sizes });
	if (text.keyFacts.length > 0) facts(paper, text.keyFacts);
	if (text.table) table(paper, text.table);
	if (text.ledger) ledger(paper, text.ledger);
	sections(paper, text.sections);
	const isOnePage = document.getPageCount() === 1;
	if (text.schedule) writeSchedule(paper, text.schedule);
	return { paper, isOnePage, isWhole: document.getPageCount() === 1 };
}

function writeSchedule(paper: Paper, schedule: NonNullable<LetterText['schedule']>): void {
	const isLarge = paper.sizes.body > 12;
	if (!isLarge && scheduleHeight(paper, schedule) <= roomOn(paper)) {
		scheduleColumns(paper, schedule);
		return;
	}
	newPage(paper);
	heading(paper, schedule.title);
	table(paper, schedule.table);
	if (schedule.note) write(paper, schedule.note);
}

function writeHead(
	paper: Paper,
	{ text, council, sizes }: { text: LetterText; council: string; sizes: Sizes }
): void {
	if (text.mark) marked(paper, text.mark);
	const top = paper.y;
	for (const line of SENDER) write(paper, line, { size: sizes.small, align: 'right' });
	paper.y = top;
	write(paper, council, { isBold: true, size: sizes.title * 0.75 });
	paper.y = top - sizes.small * 1.3 * SENDER.length - sizes.body;
	const beside = paper.y;
	const number = text.number === null ? [] : [`Agreement ${text.number}`];
	for (const line of [text.date, ...number]) write(paper, line, { align: 'right', isBold: true });
	writeBarcodes(paper, { text, beside });
	const under = paper.y;
	paper.y = beside;
	const address = { x: WHOLE.x, width: WHOLE.width * 0.48 };
	for (const line of [text.to.name, ...text.to.address]) write(paper, line, { box: address });
	if (text.goes) write(paper, text.goes, { isBold: true, size: sizes.small });
	paper.y = Math.min(paper.y, under) - sizes.body;
	write(paper, text.title, { isBold: true, size: sizes.title });
	write(paper, text.opening);
}
