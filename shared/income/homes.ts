/**
 * Where money that waits is likeliest to belong, and why: the reference it quotes or one a slip away, the same payer
 * before, a name, an amount that is exactly an instalment or a balance. An amount alone, or a name alone, says nothing.
 */
import { plainWords } from '../customers/plain-words.ts';
import type { Pence } from '../money/pence.ts';
import { normalised, oneSlipAway, referencesIn } from './reference.ts';

export type HomeReason =
	'reference' | 'reference-one-slip' | 'payer-before' | 'instalment' | 'balance' | 'payer-name';

/** How much each says, out of a hundred. Ours, for the order of a list that a person decides by. */
const WEIGHTS: Record<HomeReason, number> = {
	reference: 50,
	'reference-one-slip': 40,
	'payer-before': 35,
	instalment: 25,
	balance: 25,
	'payer-name': 15
};

/** Below it nothing is suggested: a name or an amount alone is a coincidence. */
const LIKELY = 35;

export type Waiting = {
	amount: Pence;
	/** As the payer wrote it. */
	reference: string;
	payerName: string | null;
};

export type Candidate = {
	debtId: string;
	reference: string;
	balance: Pence;
	/** What fell due at once, each amount that there is. */
	instalments: readonly Pence[];
	names: readonly { givenNames: string; familyName: string }[];
	/** Money from the same bank account has been placed on this debt, or on another of the same people. */
	paidBefore: boolean;
};

export type Home = { debtId: string; score: number; reasons: readonly HomeReason[] };

/** The likeliest first; of two alike the larger balance. */
export function likeliestHomes(
	waiting: Waiting,
	candidates: readonly Candidate[]
): readonly Home[] {
	const quoted = quotedIn(waiting.reference);
	return candidates
		.filter(({ balance }) => balance > 0)
		.map((candidate) => ({ candidate, home: homeOf(candidate, { waiting, quoted }) }))
		.filter(({ home }) => home.score >= LIKELY)
		.sort((a, b) => b.home.score - a.home.score || b.candidate.balance - a.candidate.balance)
		.map(({ home }) => home);
}

type Quoted = { exactly: ReadonlySet<string>; nearly: ReadonlySet<string> };

/** The references in it, and everything a slip away from what stands there. */
export function quotedIn(written: string): Quoted {
	const exactly = new Set(referencesIn(written));
	const plain = normalised(written);
	const words = [plain, ...(written.toUpperCase().match(/[A-Z]{0,3}\d{5,14}/g) ?? [])];
	const nearly = new Set(
		words.flatMap((word) => (word === null || word.length > 16 ? [] : [...oneSlipAway(word)]))
	);
	return { exactly, nearly };
}

function homeOf(
	candidate: Candidate,
	{ waiting, quoted }: { waiting: Waiting; quoted: Quoted }
): Home {
	const { amount, payerName } = waiting;
	const isQuoted = quoted.exactly.has(candidate.reference);
	const holds: Record<HomeReason, boolean> = {
		reference: isQuoted,
		'reference-one-slip': !isQuoted && quoted.nearly.has(candidate.reference),
		'payer-before': candidate.paidBefore,
		instalment: candidate.instalments.includes(amount),
		balance: candidate.balance === amount,
		'payer-name': payerName !== null && candidate.names.some((name) => isNamed(payerName, name))
	};
	const reasons = (Object.keys(WEIGHTS) as HomeReason[]).filter((reason) => holds[reason]);
	const score = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0);
	return { debtId: candidate.debtId, score, reasons };
}

/** Banks write `ASHWORTH K`, `MRS K ASHWORTH` or `Kelly Ashworth`: the family name, and an initial of the given. */
function isNamed(payer: string, name: { givenNames: string; familyName: string }): boolean {
	const words = plainWords(payer);
	const family = plainWords(name.familyName);
	if (family.length === 0 || !family.every((word) => words.includes(word))) return false;
	const initial = plainWords(name.givenNames)[0]?.charAt(0);
	const others = words.filter((word) => !family.includes(word) && !TITLES.has(word));
	return initial === undefined || others.some((word) => word.startsWith(initial));
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr']);
