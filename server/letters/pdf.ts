/** A letter as a PDF, in the order of the council's printed letters. In large print it is 16 point. */
import { PDFDocument } from 'pdf-lib';
import type { LetterText } from '../../shared/outcomes/agreement-text.ts';
import {
	facts,
	heading,
	newPage,
	numberPages,
	paperFor,
	table,
	write,
	type Paper,
	type Sizes
} from './paper.ts';

const USUAL: Sizes = { body: 10, table: 9.5, title: 18, heading: 11.5, small: 9 };
const LARGE: Sizes = { body: 16, table: 16, title: 24, heading: 18, small: 16 };

/** The demo council's; the name is the council's own setting. */
const SENDER = ['Market House, Quay Street', 'Northmere NM1 1AA', '01632 960180'];

export async function pdfOf(
	text: LetterText,
	{ council, isLargePrint }: { council: string; isLargePrint: boolean }
): Promise<Uint8Array> {
	const sizes = isLargePrint ? LARGE : USUAL;
	const document = await PDFDocument.create();
	document.setTitle(text.title);
	document.setLanguage('en-GB');
	const paper = await paperFor(document, sizes);
	writeHead(paper, { text, council, sizes });
	if (text.keyFacts.length > 0) facts(paper, text.keyFacts);
	if (text.table) table(paper, text.table);
	for (const { title, lines } of text.sections) {
		heading(paper, title);
		for (const line of lines) write(paper, line);
	}
	if (text.schedule) {
		newPage(paper);
		heading(paper, text.schedule.title);
		table(paper, text.schedule.table);
	}
	numberPages(paper);
	return document.save();
}

function writeHead(
	paper: Paper,
	{ text, council, sizes }: { text: LetterText; council: string; sizes: Sizes }
): void {
	const top = paper.y;
	for (const line of SENDER) write(paper, line, { size: sizes.small, align: 'right' });
	paper.y = top;
	write(paper, council, { isBold: true, size: sizes.heading });
	paper.y -= sizes.body * 1.4;
	for (const line of [text.to.name, ...text.to.address]) write(paper, line);
	paper.y -= sizes.body * 0.8;
	const number = text.number === null ? '' : `, agreement ${text.number}`;
	write(paper, `${text.date}${number}`);
	paper.y -= sizes.body * 0.6;
	write(paper, text.title, { isBold: true, size: sizes.title });
	write(paper, text.opening);
}
