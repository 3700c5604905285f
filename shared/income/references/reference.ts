/**
 * The references in what a payer wrote, as the source systems hold them: upper case, ungrouped, found among other
 * words and under an ISO 11649 wrapping. A number whose check digit is wrong is no reference.
 */
import { hasItsCheckDigit, insideCreditorReference } from './check-digits.ts';
import { REFERENCE_KINDS, type ReferenceKind } from './reference-kinds.ts';

const GAP = '[ .\\-]?';

type Pattern = { kind: ReferenceKind; finds: RegExp };

const PATTERNS = patternsOf(REFERENCE_KINDS);

function patternsOf(kinds: readonly ReferenceKind[]): readonly Pattern[] {
	return kinds.map((kind) => {
		const isNumber = /^\d/.test(kind.begins);
		const begins = [...kind.begins].join(GAP);
		// A number may follow a word and not another digit; letters may not be the end of a longer word.
		const before = isNumber ? '(?<!\\d)' : '(?<![A-Z])';
		return {
			kind,
			finds: new RegExp(`${before}${begins}(?:${GAP}\\d){${kind.digits}}(?!\\d)`, 'g')
		};
	});
}

type Found = { at: number; reference: string; kind: ReferenceKind; checks: boolean };

/** All that looks like one of ours, in the order in which it is written. */
function foundIn(written: string, patterns: readonly Pattern[]): Found[] {
	const text = withoutWrapping(written).toUpperCase();
	const found = patterns.flatMap(({ kind, finds }) =>
		[...text.matchAll(finds)].map((match) => {
			const reference = squeezed(match[0]);
			const checks = kind.check === null || hasItsCheckDigit(reference, kind.check);
			return { at: match.index, reference, kind, checks };
		})
	);
	return found.sort((a, b) => a.at - b.at);
}

/** Every reference in it, each once, in the order in which they are written. */
export function referencesIn(written: string): readonly string[] {
	const found = foundIn(written, PATTERNS).filter(({ checks }) => checks);
	return [...new Set(found.map(({ reference }) => reference))];
}

/** What somebody typed as the one reference there is. */
export type ReferenceRead =
	| { is: 'ours'; reference: string; name: string }
	| { is: 'several' }
	/** It looks like one of these, and its check digits are not right. */
	| { is: 'wrong-check'; name: string }
	| { is: 'nobodys' };

export function readReference(
	written: string,
	kinds: readonly ReferenceKind[] = REFERENCE_KINDS
): ReferenceRead {
	if (isWrongWrapping(written)) return { is: 'wrong-check', name: 'Creditor reference' };
	const found = foundIn(written, kinds === REFERENCE_KINDS ? PATTERNS : patternsOf(kinds));
	const right = found.filter(({ checks }) => checks);
	if (new Set(right.map(({ reference }) => reference)).size > 1) return { is: 'several' };
	const [first] = right;
	if (first) return { is: 'ours', reference: first.reference, name: first.kind.name };
	const [wrong] = found;
	return wrong ? { is: 'wrong-check', name: wrong.kind.name } : { is: 'nobodys' };
}

function isWrongWrapping(written: string): boolean {
	return /^\s*RF\d\d/i.test(written) && insideCreditorReference(written.trim()) === null;
}

/** What it can be looked up and compared by, whether or not it is a reference of ours. */
export function normalised(written: string): string | null {
	const [first] = referencesIn(written);
	const plain = squeezed(withoutWrapping(written).toUpperCase());
	const likeOne = plain.match(LIKE_ONE)?.toSorted((a, b) => b.length - a.length)[0];
	const best = first ?? likeOne ?? plain.slice(0, 40);
	return best === '' ? null : best;
}

/** Enough digits for a reference with a slip in it, after the letters of one of ours. */
const LIKE_ONE = new RegExp(
	`(?:${REFERENCE_KINDS.map(({ begins }) => begins)
		.filter((begins) => /^[A-Z]/.test(begins))
		.join('|')})?\\d{5,14}`,
	'g'
);

function withoutWrapping(written: string): string {
	return written.replace(
		/\bRF\d\d(?:\s?[A-Z0-9]){1,21}\b/gi,
		(wrapped) => insideCreditorReference(wrapped) ?? wrapped
	);
}

function squeezed(text: string): string {
	return text.replace(/[^A-Z0-9]/g, '');
}

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * Everything one slip away: a digit mistyped, two changed round, one left out, one too many. So few that they can be
 * looked up among all the accounts there are.
 */
export function oneSlipAway(reference: string): ReadonlySet<string> {
	const slips = new Set<string>();
	const letters = [...reference];
	const put = (changed: readonly (string | undefined)[]) => slips.add(changed.join(''));
	for (let at = 0; at <= letters.length; at += 1) {
		for (const digit of DIGITS) put(letters.toSpliced(at, 0, digit));
		const here = letters[at];
		if (here === undefined || !/\d/.test(here)) continue;
		for (const digit of DIGITS) put(letters.with(at, digit));
		put(letters.toSpliced(at, 1));
		const next = letters[at + 1];
		if (next !== undefined) put(letters.toSpliced(at, 2, next, here));
	}
	slips.delete(reference);
	return slips;
}
