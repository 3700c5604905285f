/**
 * A letter as a PDF, in the order of the council's printed letters: on one page wherever it can be, in the largest of
 * our types that lets it, with the dates of every payment under the rest. In large print it is 16 point.
 */
import { PDFDocument } from 'pdf-lib';
import type { LetterText } from '../../shared/outcomes/agreement-text.ts';
import { scheduleColumns, scheduleHeight, sections } from './columns.ts';
import {
	facts,
	heading,
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
const LARGE: Sizes = { body: 16, table: 16, title: 24, heading: 18, small: 16 };

/** The demo council's; the name is the council's own setting. */
const SENDER = ['Market House, Quay Street', 'Northmere NM1 1AA', '01632 960180'];

type Letter = { text: LetterText; council: string };

export async function pdfOf(
	text: LetterText,
	{ council, isLargePrint }: { council: string; isLargePrint: boolean }
): Promise<Uint8Array> {
	const letter = { text, council };
	if (isLargePrint) return save(await laidOut(letter, LARGE));
	const tries: Laid[] = [];
	for (const sizes of USUAL) {
		const laid = await laidOut(letter, sizes);
		if (laid.isWhole) return save(laid);
		tries.push(laid);
	}
	const [usual] = tries;
	const nearest = tries.find(({ isOnePage }) => isOnePage) ?? usual;
	if (!nearest) throw new Error('A letter was laid out in no size.');
	return save(nearest);
}

type Laid = {
	paper: Paper;
	/** All but the dates of every payment is on one page. */
	isOnePage: boolean;
	/** With the dates. */
	isWhole: boolean;
};

async function laidOut({ text, council }: Letter, sizes: Sizes): Promise<Laid> {
	const document = await PDFDocument.create();
	document.setTitle(text.title);
	document.setLanguage('en-GB');
	const paper = await paperFor(document, sizes);
	writeHead(paper, { text, council, sizes });
	if (text.keyFacts.length > 0) facts(paper, text.keyFacts);
	if (text.table) table(paper, text.table);
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

function save({ paper }: Laid): Promise<Uint8Array> {
	numberPages(paper);
	return paper.document.save();
}

function writeHead(
	paper: Paper,
	{ text, council, sizes }: { text: LetterText; council: string; sizes: Sizes }
): void {
	const top = paper.y;
	for (const line of SENDER) write(paper, line, { size: sizes.small, align: 'right' });
	paper.y = top;
	write(paper, council, { isBold: true, size: sizes.title * 0.75 });
	paper.y = top - sizes.small * 1.3 * SENDER.length - sizes.body;
	const beside = paper.y;
	const number = text.number === null ? [] : [`Agreement ${text.number}`];
	for (const line of [text.date, ...number]) write(paper, line, { align: 'right', isBold: true });
	paper.y = beside;
	const address = { x: WHOLE.x, width: WHOLE.width * 0.55 };
	for (const line of [text.to.name, ...text.to.address]) write(paper, line, { box: address });
	paper.y -= sizes.body;
	write(paper, text.title, { isBold: true, size: sizes.title });
	write(paper, text.opening);
}
