/**
 * The references in what a payer wrote, as the source systems hold them: upper case, ungrouped, found among other
 * words and under an ISO 11649 wrapping. A number whose check digit is wrong is no reference.
 */
import { hasItsCheckDigit, insideCreditorReference } from './check-digits.ts';
import { REFERENCE_KINDS, type ReferenceKind } from './reference-kinds.ts';

const GAP = '[ .\\-]?';

type Pattern = { kind: ReferenceKind; finds: RegExp };

const PATTERNS: readonly Pattern[] = REFERENCE_KINDS.map((kind) => {
	const isNumber = /^\d/.test(kind.begins);
	const begins = [...kind.begins].join(GAP);
	// A number may follow a word and not another digit; letters may not be the end of a longer word.
	const before = isNumber ? '(?<!\\d)' : '(?<![A-Z])';
	return {
		kind,
		finds: new RegExp(`${before}${begins}(?:${GAP}\\d){${kind.digits}}(?!\\d)`, 'g')
	};
});

/** Every reference in it, each once, in the order in which they are written. */
export function referencesIn(written: string): readonly string[] {
	const text = withoutWrapping(written).toUpperCase();
	const found = PATTERNS.flatMap(({ kind, finds }) =>
		[...text.matchAll(finds)].map((match) => ({
			at: match.index,
			reference: squeezed(match[0]),
			check: kind.check
		}))
	);
	const checked = found.filter(
		({ reference, check }) => check === null || hasItsCheckDigit(reference, check)
	);
	return [...new Set(checked.sort((a, b) => a.at - b.at).map(({ reference }) => reference))];
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
