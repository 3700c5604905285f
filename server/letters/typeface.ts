/**
 * The letters' own typeface, inside every PDF: what a reader's computer would put in its place has other widths, and
 * columns set by one run into each other by the other. English needs no shaping: a letter is a glyph, which is also what
 * keeps a letter from costing half a second.
 */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { unpacked } from './woff.ts';

export type Face = {
	font: PDFFont;
	/** Every letter it has. */
	letters: ReadonlySet<number>;
	/** Of each letter, at a size of one. */
	widths: Map<string, number>;
};

export type Faces = { plain: Face; bold: Face };

const files = createRequire(import.meta.url);

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];

/** Reads fonts as fontkit does, and sets one glyph for one letter. */
const unshaped: Fontkit = {
	create(bytes, name) {
		const font = fontkit.create(bytes, name);
		font.layout = (text) => {
			const glyphs = font.glyphsForString(text);
			return {
				glyphs,
				positions: glyphs.map(({ advanceWidth }) => ({
					xAdvance: advanceWidth,
					yAdvance: 0,
					xOffset: 0,
					yOffset: 0
				})),
				script: 'latn',
				language: null,
				direction: 'ltr',
				features: {},
				advanceWidth: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
				advanceHeight: 0,
				bbox: font.bbox
			};
		};
		return font;
	}
};

const MEASURED_AT = 1000;

/** With `measured` what another document's faces were measured at is not measured again. */
export async function facesFor(document: PDFDocument, measured?: Faces): Promise<Faces> {
	document.registerFontkit(unshaped);
	return {
		plain: await faceOf(document, { weight: 400, measured: measured?.plain }),
		bold: await faceOf(document, { weight: 600, measured: measured?.bold })
	};
}

export function widthOf(text: string, { font, widths }: Face, size: number): number {
	let width = 0;
	for (const letter of text) {
		const known = widths.get(letter);
		const one = known ?? font.widthOfTextAtSize(letter, MEASURED_AT) / MEASURED_AT;
		if (known === undefined) widths.set(letter, one);
		width += one * size;
	}
	return width;
}

async function faceOf(
	document: PDFDocument,
	{ weight, measured }: { weight: 400 | 600; measured: Face | undefined }
): Promise<Face> {
	const name = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff`;
	const bytes = unpacked(await readFile(files.resolve(name)));
	const font = await document.embedFont(bytes, { subset: true });
	return {
		font,
		letters: measured?.letters ?? new Set(font.getCharacterSet()),
		widths: measured?.widths ?? new Map<string, number>()
	};
}
