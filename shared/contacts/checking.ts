/**
 * One answer of the identity check as a line of the log, and what it decides. A slip of the keys is no attempt, a
 * question answered is not asked again, and once it is over only a document may still be shown.
 */
import type { DocumentKind } from '../customers/documents.ts';
import { compareAnswer, type HeldFacts } from '../customers/held.ts';
import { isSpent, resultOf } from '../customers/identity.ts';
import type { Question } from '../customers/questions.ts';
import type { CheckView } from './check-view.ts';
import type { Contact } from './fold.ts';
import type { DecidedEvent } from './person-events.ts';

/** What the officer heard or saw. `said` is null for `would rather not answer`. */
export type Shown =
	| { kind: 'answer'; question: Question; said: string | null }
	| { kind: 'document'; document: DocumentKind }
	| { kind: 'speaker'; name: string; role: string };

export type ShownRefusal =
	| 'check-over'
	| 'not-offered'
	/** What was typed is no answer to that question: not an attempt. */
	| 'unread';

export type Heard =
	| { ok: true; body: DecidedEvent; words?: Record<string, string> }
	| { ok: false; because: ShownRefusal };

export function heardFrom(
	shown: Shown,
	known: { contact: Contact; check: CheckView; facts: HeldFacts; isPassword: boolean }
): Heard {
	const { check, contact } = known;
	const { customerId } = check;
	const isOver = check.standing.is !== 'open';
	if (shown.kind === 'document') {
		const mayStill = check.standing.is !== 'passed' && check.mayShowDocuments;
		return mayStill
			? { ok: true, body: { type: 'documentSeen', customerId, document: shown.document } }
			: { ok: false, because: isOver ? 'check-over' : 'not-offered' };
	}
	if (isOver) return { ok: false, because: 'check-over' };
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
