/**
 * Where money that waits is likeliest to belong, and why: the reference it quotes or one a slip away, the same payer
 * before, a name, an amount that is exactly an instalment or a balance. An amount alone, or a name alone, says nothing.
 */
import { plainWords } from '../../customers/plain-words.ts';
import type { Pence } from '../../money/pence.ts';
import { normalised, oneSlipAway, referencesIn } from '../references/reference.ts';

export type HomeReason =
	| 'reference'
	| 'reference-one-slip'
	| 'payer-before'
	| 'instalment'
	| 'balance'
	/** Something else speaks for another debt of the same customer. */
	| 'their-other-debt'
	| 'payer-name';

/** How much each says, out of a hundred. Ours, for the order of a list that a person decides by. */
const WEIGHTS: Record<HomeReason, number> = {
	reference: 50,
	'reference-one-slip': 40,
	'payer-before': 35,
	instalment: 25,
	balance: 25,
	'their-other-debt': 20,
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
	customerId: string;
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
	const quoted = quotedIn(waiting.reference, candidates);
	const named = new Set(
		candidates
			.filter((candidate) => namesSomebody(reasonsFor(candidate, { waiting, quoted })))
			.map(({ customerId }) => customerId)
	);
	return candidates
		.filter(({ balance }) => balance > 0)
		.map((candidate) => {
			const reasons = reasonsFor(candidate, { waiting, quoted });
			return {
				candidate,
				home: homeOf(candidate, { reasons, isNamed: named.has(candidate.customerId) })
			};
		})
		.filter(({ home }) => home.score >= LIKELY)
		.sort((a, b) => b.home.score - a.home.score || b.candidate.balance - a.candidate.balance)
		.map(({ home }) => home);
}

type Quoted = { exactly: ReadonlySet<string>; nearly: ReadonlySet<string> };

/** The references in it, and everything a slip away from what stands there. */
function quotedIn(written: string, debts: readonly Pick<Candidate, 'reference'>[]): Quoted {
	const exactly = new Set(referencesIn(written));
	const plain = normalised(written);
	// The reference of one of the debts is not a slip of another; longer than any with a digit too many, it is words.
	const isOne = debts.some(({ reference }) => exactly.has(reference));
	const isLikeOne = !isOne && plain !== null && plain.length <= 16;
	return { exactly, nearly: isLikeOne ? oneSlipAway(plain) : new Set() };
}

const NAMES_SOMEBODY: ReadonlySet<HomeReason> = new Set([
	'reference',
	'reference-one-slip',
	'payer-before'
]);

function namesSomebody(reasons: readonly HomeReason[]): boolean {
	return reasons.some((reason) => NAMES_SOMEBODY.has(reason));
}

/** Another debt of somebody who is named is a home where the amount speaks for it. */
function homeOf(
	{ debtId }: Candidate,
	{ reasons, isNamed }: { reasons: readonly HomeReason[]; isNamed: boolean }
): Home {
	const isAnother = isNamed && reasons.length > 0 && !namesSomebody(reasons);
	const all: readonly HomeReason[] = isAnother ? [...reasons, 'their-other-debt'] : reasons;
	return { debtId, score: all.reduce((sum, reason) => sum + WEIGHTS[reason], 0), reasons: all };
}

function reasonsFor(
	candidate: Candidate,
	{ waiting, quoted }: { waiting: Waiting; quoted: Quoted }
): readonly HomeReason[] {
	const { amount, payerName } = waiting;
	const isQuoted = quoted.exactly.has(candidate.reference);
	const holds: Record<Exclude<HomeReason, 'their-other-debt'>, boolean> = {
		reference: isQuoted,
		'reference-one-slip': !isQuoted && quoted.nearly.has(candidate.reference),
		'payer-before': candidate.paidBefore,
		instalment: candidate.instalments.includes(amount),
		balance: candidate.balance === amount,
		'payer-name': payerName !== null && candidate.names.some((name) => isOfName(payerName, name))
	};
	return (Object.keys(holds) as (keyof typeof holds)[]).filter((reason) => holds[reason]);
}

/** Banks write `ASHWORTH K`, `MRS K ASHWORTH` or `Kelly Ashworth`: the family name, and an initial of the given. */
export function isOfName(payer: string, name: { givenNames: string; familyName: string }): boolean {
	const words = plainWords(payer);
	const family = plainWords(name.familyName);
	if (family.length === 0 || !family.every((word) => words.includes(word))) return false;
	const initial = plainWords(name.givenNames)[0]?.charAt(0);
	const others = words.filter((word) => !family.includes(word) && !TITLES.has(word));
	return initial === undefined || others.some((word) => word.startsWith(initial));
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr']);
