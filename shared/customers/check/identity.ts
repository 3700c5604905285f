/**
 * Whether the person speaking has shown who they are. How many answers, how many that only they should know and how
 * many wrong ones stop it are council policy I1; that name, address and date of birth never pass alone is not for a
 * policy to change. `Would rather not answer` is not wrong.
 */
import type { Authority } from '../authorities.ts';
import type { LifeRows } from '../../law/policy-values.ts';
import { documentsPass, type DocumentKind } from './documents.ts';
import type { Closeness } from '../plain-words.ts';
import { KNOWN_TO_OTHERS, type Question } from './questions.ts';

export type IdentityPolicy = LifeRows['I1'];

export type AnswerResult = Closeness | 'declined';

/** Which question, and how it compared. What was said is never kept. */
export type Answer = { question: Question; result: AnswerResult };

/** The check of the person speaking now; a new speaker begins a new one. */
export type Check = {
	answers: readonly Answer[];
	documents: readonly DocumentKind[];
	/** An organisation's speaker has given a name and a role. */
	isSpeakerNamed: boolean;
	/** Somebody who speaks for the customer; null while the customer speaks. */
	speaker: Speaker | null;
};

/** By which authority; null where none stands under the name they gave. */
export type Speaker = { authorityId: string | null };

export const NEW_CHECK: Check = {
	answers: [],
	documents: [],
	isSpeakerNamed: false,
	speaker: null
};

export type CheckedRecord = {
	kind: 'person' | 'organisation';
	needsExtraCheck: boolean;
	isSafeContact: boolean;
	hasDied: boolean;
	/** The questions it holds answers to. */
	offered: readonly Question[];
	/** Wrong answers about this customer today, in whichever contact. */
	wrongToday: number;
	/** Who may speak for them today. */
	authorities?: readonly Pick<Authority, 'id' | 'kind'>[];
};

export type PassedBy = 'answers' | 'documents' | 'organisation' | 'authority';

export type Standing =
	| {
			is: 'open';
			matched: number;
			needed: number;
			/** What is still missing, in words. */
			says: string;
			/** False when the questions left cannot make it up: documents, a letter or a call back. */
			canPass: boolean;
	  }
	| { is: 'passed'; by: PassedBy }
	| { is: 'stopped'; because: 'two-wrong' | 'died' };

export function identityStanding(
	check: Check,
	policy: IdentityPolicy,
	record: CheckedRecord
): Standing {
	const acting = actingBy(check, record);
	// A grant of probate begins where everything else ends.
	if (record.hasDied && acting?.kind !== 'executor') return { is: 'stopped', because: 'died' };
	const isStopped = record.wrongToday >= policy.wrongStops;
	const isOwnPaper = record.kind === 'person' && check.speaker === null;
	if (isOwnPaper && documentsPass(check.documents, { isStopped })) {
		return { is: 'passed', by: 'documents' };
	}
	if (isStopped) return { is: 'stopped', because: 'two-wrong' };
	const missing = missingFrom(check, policy, record);
	if (check.speaker && !acting) {
		return { is: 'open', matched: 0, needed: missing.needed, says: NO_AUTHORITY, canPass: false };
	}
	if (missing.count > 0) return openWith(check, missing, record);
	if (acting) return { is: 'passed', by: 'authority' };
	return { is: 'passed', by: record.kind === 'person' ? 'answers' : 'organisation' };
}

const NO_AUTHORITY = 'Nobody of that name may speak for them today.';

/** The authority they speak by, while it stands. */
export function actingBy(
	{ speaker }: Pick<Check, 'speaker'>,
	{ authorities = [] }: Pick<CheckedRecord, 'authorities'>
): Pick<Authority, 'id' | 'kind'> | null {
	return authorities.find(({ id }) => id === speaker?.authorityId) ?? null;
}

/** A second `nearly` to the same question is wrong: nobody feels their way to an answer. */
export function resultOf(
	compared: Closeness,
	question: Question,
	check: Pick<Check, 'answers'>
): AnswerResult {
	const wasNearly = check.answers.some(
		(answer) => answer.question === question && answer.result === 'nearly'
	);
	return compared === 'nearly' && wasNearly ? 'differs' : compared;
}

/** What was last heard of a question in this check. */
export function lastResult(check: Pick<Check, 'answers'>, question: Question): AnswerResult | null {
	return check.answers.findLast((answer) => answer.question === question)?.result ?? null;
}

/** A question answered, right or wrong, is not asked again in this check. */
export function isSpent(check: Pick<Check, 'answers'>, question: Question): boolean {
	const result = lastResult(check, question);
	return result === 'matches' || result === 'differs';
}

type Missing = {
	count: number;
	needed: number;
	/** Of those missing, how many must be something only they should know. */
	onlyTheirs: number;
	/** Those of an organisation, by name. */
	named: readonly Question[];
	speaker: boolean;
};

function missingFrom(check: Check, policy: IdentityPolicy, record: CheckedRecord): Missing {
	const isMarked = record.needsExtraCheck || record.isSafeContact;
	const needed = policy.answers + (isMarked ? policy.moreOnExtraCheck : 0);
	const matched = matchedIn(check);
	if (record.kind === 'organisation') {
		const named = (['reference', 'address'] as const).filter(
			(question) => !matched.includes(question)
		);
		const speaker = !check.isSpeakerNamed && check.speaker === null;
		const have = matched.length + (speaker ? 0 : 1);
		const least = named.length + (speaker ? 1 : 0);
		return { count: Math.max(needed - have, least), needed, onlyTheirs: 0, named, speaker };
	}
	const theirs = matched.filter((question) => !KNOWN_TO_OTHERS.has(question)).length;
	// Whatever a policy says, what others know is never enough.
	const onlyTheirs = Math.max(Math.max(policy.knownOnlyToThem, 1) - theirs, 0);
	// Whose authority it is has been answered already.
	const have = matched.length + (check.speaker ? 1 : 0);
	const count = Math.max(needed - have, onlyTheirs);
	return { count, needed, onlyTheirs, named: [], speaker: false };
}

function openWith(check: Check, missing: Missing, record: CheckedRecord): Standing {
	const left = record.offered.filter((question) => !isSpent(check, question));
	const theirsLeft = left.filter((question) => !KNOWN_TO_OTHERS.has(question));
	const canPass =
		left.length + (missing.speaker ? 1 : 0) >= missing.count &&
		theirsLeft.length >= missing.onlyTheirs &&
		missing.named.every((question) => left.includes(question));
	const isNamed = check.isSpeakerNamed || check.speaker !== null;
	const matched = matchedIn(check).length + (isNamed ? 1 : 0);
	return { is: 'open', matched, needed: missing.needed, says: sayMissing(missing), canPass };
}

function sayMissing({ count, onlyTheirs, named, speaker }: Missing): string {
	const more = count === 1 ? 'One more needed' : `${count} more needed`;
	const parts = [
		...(named.includes('reference') ? ['its reference'] : []),
		...(named.includes('address') ? ['its address'] : []),
		...(speaker ? ['the speaker’s name and role'] : [])
	];
	if (parts.length > 0) return `${more}: ${parts.join(', ')}.`;
	if (onlyTheirs === 0) return `${more}.`;
	return count === 1
		? `${more}: something only they should know.`
		: `${more}, one of them something only they should know.`;
}

function matchedIn({ answers }: Check): Question[] {
	const matched = answers.filter(({ result }) => result === 'matches');
	return [...new Set(matched.map(({ question }) => question))];
}
