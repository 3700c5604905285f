/**
 * Text as it is compared and searched: without accents, case or punctuation, in words. How close two spellings are is
 * counted in edits, where two letters changing places are one.
 */

/** Letters that are not a letter with a mark, and so do not come apart by themselves. */
const WHOLE_LETTERS: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	œ: 'oe',
	æ: 'ae',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i'
};

/** `d'Ángelo-Müller` is `dangelo muller`: an apostrophe joins, anything else parts. */
export function plainText(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[ßøœæłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
		.replace(/['’ʼ`]/g, '')
		.replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
		.trim();
}

export function plainWords(text: string): string[] {
	const plain = plainText(text);
	return plain === '' ? [] : plain.split(' ');
}

/** How many letters must be put in, left out, changed or swapped with their neighbour. */
export function editsBetween(one: string, other: string): number {
	const [a, b] = withoutSameEnds(Array.from(one), Array.from(other));
	let before: number[] = [];
	let last = b.map((_, index) => index + 1);
	last.unshift(0);
	for (const [row, letter] of a.entries()) {
		const now = [row + 1];
		for (const [column, wanted] of b.entries()) {
			const changed = (last[column] ?? 0) + (letter === wanted ? 0 : 1);
			const leftOut = (last[column + 1] ?? 0) + 1;
			const putIn = (now[column] ?? 0) + 1;
			const isSwap = a[row - 1] === wanted && letter === b[column - 1];
			const swapped = isSwap ? (before[column - 1] ?? 0) + 1 : Infinity;
			now.push(Math.min(changed, leftOut, putIn, swapped));
		}
		before = last;
		last = now;
	}
	return last[b.length] ?? 0;
}

/** What two spellings begin and end with alike is no edit, and is most of what is ever compared. */
function withoutSameEnds(
	one: readonly string[],
	other: readonly string[]
): [readonly string[], readonly string[]] {
	const shorter = Math.min(one.length, other.length);
	let begin = 0;
	while (begin < shorter && one[begin] === other[begin]) begin += 1;
	let end = 0;
	while (end < shorter - begin && one.at(-1 - end) === other.at(-1 - end)) end += 1;
	return [one.slice(begin, one.length - end), other.slice(begin, other.length - end)];
}

export type Closeness = 'matches' | 'nearly' | 'differs';

/** One edit in a word of four letters or more, two from nine on; never in the first letter. One more is nearly. */
export function closenessOf(said: string, held: string): Closeness {
	if (said === held) return 'matches';
	const edits = editsBetween(said, held);
	const allowed = held.length < 4 ? 0 : held.length < 9 ? 1 : 2;
	if (edits <= allowed && said[0] === held[0]) return 'matches';
	return held.length >= 4 && edits <= allowed + 1 ? 'nearly' : 'differs';
}

/** The better of what several ways of reading it give. */
export function closest(ways: readonly Closeness[]): Closeness {
	return ways.includes('matches') ? 'matches' : ways.includes('nearly') ? 'nearly' : 'differs';
}

/** What parts that must all be right come to together. */
export function allOf(parts: readonly Closeness[]): Closeness {
	return parts.includes('differs') ? 'differs' : parts.includes('nearly') ? 'nearly' : 'matches';
}
