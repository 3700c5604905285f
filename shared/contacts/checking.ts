/**
 * One answer of the identity check as a line of the log, and what it decides. A slip of the keys is no attempt, a
 * question answered is not asked again, and once it is over only a document may still be shown.
 */
import type { Authority } from '../customers/authorities.ts';
import type { DocumentKind } from '../customers/check/documents.ts';
import { compareAnswer, type HeldFacts } from '../customers/check/held.ts';
import { isSpent, resultOf } from '../customers/check/identity.ts';
import type { Question } from '../customers/check/questions.ts';
import { authorityOf, type RepresentativeSaid } from '../customers/speaking.ts';
import type { CheckView } from './shown/check-view.ts';
import type { Contact } from './state/fold.ts';
import type { DecidedEvent } from './log/person-events.ts';

/** What the officer heard or saw. `said` is null for `would rather not answer`. */
export type Shown =
	| { kind: 'answer'; question: Question; said: string | null }
	| { kind: 'document'; document: DocumentKind }
	| { kind: 'speaker'; name: string; role: string }
	/** Somebody who says that they speak for the customer. */
	| ({ kind: 'representative' } & RepresentativeSaid);

export type ShownRefusal =
	| 'check-over'
	| 'not-offered'
	/** What was typed is no answer to that question: not an attempt. */
	| 'unread';

type HeardWith = {
	contact: Contact;
	check: CheckView;
	facts: HeldFacts;
	isPassword: boolean;
	/** Who may speak for them today. */
	authorities: readonly Authority[];
};

export type Heard =
	| { ok: true; body: DecidedEvent; words?: Record<string, string> }
	| { ok: false; because: ShownRefusal };

export function heardFrom(shown: Shown, known: HeardWith): Heard {
	const { check, contact } = known;
	const { customerId } = check;
	const isOver = check.standing.is !== 'open';
	if (shown.kind === 'document') {
		const mayStill = check.standing.is !== 'passed' && check.mayShowDocuments;
		return mayStill
			? { ok: true, body: { type: 'documentSeen', customerId, document: shown.document } }
			: { ok: false, because: isOver ? 'check-over' : 'not-offered' };
	}
	if (shown.kind === 'representative') return representative(shown, known);
	if (isOver) return { ok: false, because: 'check-over' };
	// No question is worth asking of somebody who may not speak for them whatever they answer.
	if (check.representative === 'unknown') return { ok: false, because: 'not-offered' };
	if (shown.kind === 'speaker') {
		if (check.isSpeakerNamed === null) return { ok: false, because: 'not-offered' };
		const words = { name: shown.name, role: shown.role };
		return { ok: true, body: { type: 'speakerNamed', customerId }, words };
	}
	const { question, said } = shown;
	const soFar = contact.person.check;
	const isOffered = check.questions.some((one) => one.question === question);
	if (!isOffered || isSpent(soFar, question)) return { ok: false, because: 'not-offered' };
	const answered = { type: 'identityAnswered', customerId, question } as const;
	if (said === null) return { ok: true, body: { ...answered, result: 'declined' } };
	const compared = compareAnswer({ question, said }, known.facts, known.isPassword);
	if (compared === 'unread') return { ok: false, because: 'unread' };
	return { ok: true, body: { ...answered, result: resultOf(compared, question, soFar) } };
}

/** A new check begins with them, whoever spoke before; not on a day when two answers were wrong. */
function representative(
	{ name, organisation }: RepresentativeSaid,
	{ check, authorities }: Pick<HeardWith, 'check' | 'authorities'>
): Heard {
	const { customerId, standing } = check;
	if (standing.is === 'stopped' && standing.because === 'two-wrong') {
		return { ok: false, because: 'check-over' };
	}
	const authorityId = authorityOf({ name, organisation }, authorities)?.id ?? null;
	const body = { type: 'representativeSpoke', customerId, authorityId } as const;
	return { ok: true, body, words: { name, organisation } };
}

/** What the check has come to and the log does not know yet. */
export function decisionOn(contact: Contact, check: CheckView): DecidedEvent | null {
	const { passed, stoppedFor } = contact.person;
	const { customerId, standing } = check;
	if (standing.is === 'passed' && passed?.customerId !== customerId) {
		return { type: 'identityPassed', customerId, passedBy: standing.by };
	}
	const isNews = standing.is === 'stopped' && stoppedFor !== customerId;
	return isNews ? { type: 'identityStopped', customerId } : null;
}
