/** Words into lines that fit, in letters that the font has: a name is never a reason to fail. */
import type { PDFFont } from 'pdf-lib';

export function wrapped(
	text: string,
	{ font, size, width }: { font: PDFFont; size: number; width: number }
): string[] {
	const lines: string[] = [];
	let last = '';
	const fitting = (word: string) =>
		font.widthOfTextAtSize(word, size) <= width ? [word] : word.split('\u00a0');
	// A date is kept together where the line is wide enough for it.
	for (const word of text.split(' ').flatMap(fitting)) {
		const longer = last === '' ? word : `${last} ${word}`;
		const fits = last === '' || font.widthOfTextAtSize(longer, size) <= width;
		if (!fits) lines.push(last);
		last = fits ? longer : word;
	}
	return [...lines, last];
}

/** What the font has no letter for is written plainly. */
export function writable(text: string, font: PDFFont): string {
	const letters = new Set(font.getCharacterSet());
	const has = (one: string) => letters.has(one.codePointAt(0) ?? 0);
	return Array.from(text.normalize('NFC'), (one) => {
		if (has(one)) return one;
		const bare = one.normalize('NFD').replace(/\p{M}/gu, '');
		return PLAIN[one] ?? (Array.from(bare).every(has) ? bare : '?');
	}).join('');
}

/** Letters that are no other letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = {
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	ı: 'i',
	'\u202f': ' '
};
