/** Words into lines that fit, in letters that the font has: a name is never a reason to fail. */
import { widthOf, type Face } from './typeface.ts';

export function wrapped(
	text: string,
	{ face, size, width }: { face: Face; size: number; width: number }
): string[] {
	const lines: string[] = [];
	let last = '';
	const fitting = (word: string) =>
		widthOf(word, face, size) <= width ? [word] : word.split('\u00a0');
	// A date is kept together where the line is wide enough for it.
	for (const word of text.split(' ').flatMap(fitting)) {
		const longer = last === '' ? word : `${last} ${word}`;
		const fits = last === '' || widthOf(longer, face, size) <= width;
		if (!fits) lines.push(last);
		last = fits ? longer : word;
	}
	return [...lines, last];
}

/** What the font has no letter for is written plainly. */
export function writable(text: string, { letters }: Pick<Face, 'letters'>): string {
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
