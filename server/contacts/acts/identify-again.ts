/**
 * The further check before a change of the record: an answer is compared here, only how it compared is kept, and wrong
 * ones count with all others of the day. Two stop disclosure as they do in the first check.
 */
import { randomUUID } from 'node:crypto';
import {
	againView,
	heardAgain,
	type AgainGround,
	type AgainView
} from '../../../shared/contacts/checking-again.ts';
import type { ShownRefusal } from '../../../shared/contacts/checking.ts';
import type { TypedKind } from '../../../shared/customers/changes/kinds.ts';
import type { Question } from '../../../shared/customers/check/questions.ts';
import type { Transaction } from '../../db/transaction.ts';
import { append } from './append.ts';
import {
	isPassword,
	subjectOf,
	type CheckAsked,
	type CheckRefusal,
	type Subject
} from './identify.ts';

export type AgainAsked = CheckAsked & { about: TypedKind };

export type AgainRefusal = CheckRefusal | ShownRefusal | 'not-identified';

export type AgainAnswer = { ok: true; check: AgainView } | { ok: false; because: AgainRefusal };

export async function againOf(tx: Transaction, asked: AgainAsked): Promise<AgainAnswer> {
	const subject = await subjectOf(tx, asked);
	return subject.ok ? viewOf(subject, asked) : subject;
}

/** Sent again with the same key it changes nothing. */
export async function answerAgain(
	tx: Transaction,
	asked: AgainAsked & { key: string; question: Question; said: string | null }
): Promise<AgainAnswer> {
	const subject = await subjectOf(tx, asked);
	if (!subject.ok) return subject;
	if (subject.inHand.keys.includes(asked.key)) return viewOf(subject, asked);
	const { contact, held } = subject;
	const { question, said, key } = asked;
	const heard = heardAgain(asked, {
		contact,
		ground: groundOf(subject, asked),
		facts: held.facts,
		isPassword: await isPassword({ kind: 'answer', question, said }, held)
	});
	if (!heard.ok) return heard;
	const appended = await append(tx, { ...asked, events: [{ key, body: heard.body }] });
	if (!appended.ok) return appended;
	return stopped(tx, asked);
}

/** As it stands now; two wrong are on the log as what they are. */
async function stopped(tx: Transaction, asked: AgainAsked): Promise<AgainAnswer> {
	const subject = await subjectOf(tx, asked);
	if (!subject.ok) return subject;
	const answer = viewOf(subject, asked);
	if (!answer.ok || answer.check.standing?.is !== 'stopped') return answer;
	const body = { type: 'identityStopped', customerId: answer.check.customerId } as const;
	const appended = await append(tx, { ...asked, events: [{ key: randomUUID(), body }] });
	return appended.ok ? answer : appended;
}

function viewOf(subject: Extract<Subject, { ok: true }>, asked: AgainAsked): AgainAnswer {
	const check = againView(subject.contact, groundOf(subject, asked));
	return check ? { ok: true, check } : { ok: false, because: 'not-identified' };
}

function groundOf(
	{ held, policy }: Extract<Subject, { ok: true }>,
	{ about }: AgainAsked
): AgainGround {
	const { R1, I1 } = policy;
	return { about, record: held.checked, policy: R1.value, wrongStops: I1.value.wrongStops };
}
