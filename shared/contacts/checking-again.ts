/**
 * The further check before a change, as the officer's screen has it, and one answer of it as a line of the log. Nothing
 * that is held is in it, and nothing that was said.
 */
import {
	againStanding,
	askedAgain,
	needOf,
	type AgainPolicy,
	type AgainStanding
} from '../customers/changes/again.ts';
import type { TypedKind } from '../customers/changes/kinds.ts';
import { compareAnswer, type HeldFacts } from '../customers/check/held.ts';
import { isSpent, lastResult, resultOf, type CheckedRecord } from '../customers/check/identity.ts';
import { KNOWN_TO_OTHERS, type Question } from '../customers/check/questions.ts';
import type { CheckView } from './shown/check-view.ts';
import type { Heard } from './checking.ts';
import type { Contact } from './state/fold.ts';

export type AgainView = {
	customerId: string;
	kind: 'person' | 'organisation';
	questions: CheckView['questions'];
	/** Null where identity is enough for such a change. */
	standing: AgainStanding | null;
};

export type AgainGround = {
	about: TypedKind;
	record: CheckedRecord & { customerId: string };
	policy: AgainPolicy;
	wrongStops: number;
};

/** Null where identity has not passed. */
export function againView(contact: Contact, ground: AgainGround): AgainView | null {
	const { about, record } = ground;
	const { customerId, kind } = record;
	const need = needOf(about, ground.policy);
	if (contact.person.passed?.customerId !== customerId) return null;
	if (need === null) return { customerId, kind, questions: [], standing: null };
	const known = knownOf(contact, ground);
	const answers = { answers: known.answers };
	return {
		customerId,
		kind,
		questions: askedAgain(need, known).map((question) => ({
			question,
			result: lastResult(answers, question),
			isSpent: isSpent(answers, question),
			onlyTheyKnow: !KNOWN_TO_OTHERS.has(question)
		})),
		standing: againStanding(need, known)
	};
}

export function heardAgain(
	{ question, said }: { question: Question; said: string | null },
	given: { contact: Contact; ground: AgainGround; facts: HeldFacts; isPassword: boolean }
): Heard {
	const { contact, ground, facts, isPassword } = given;
	const view = againView(contact, ground);
	if (view?.standing?.is !== 'open') return { ok: false, because: 'check-over' };
	const asked = view.questions.find((one) => one.question === question);
	if (!asked || asked.isSpent) return { ok: false, because: 'not-offered' };
	const { about } = ground;
	const { customerId } = view;
	const answered = { type: 'answeredAgain', customerId, about, question } as const;
	if (said === null) return { ok: true, body: { ...answered, result: 'declined' } };
	const compared = compareAnswer({ question, said }, facts, isPassword);
	if (compared === 'unread') return { ok: false, because: 'unread' };
	const soFar = { answers: contact.person.again[about] ?? [] };
	return { ok: true, body: { ...answered, result: resultOf(compared, question, soFar) } };
}

function knownOf(contact: Contact, { about, record, wrongStops }: AgainGround) {
	const { check, passed, again } = contact.person;
	return {
		first: check.answers,
		passedBy: passed?.by ?? 'answers',
		answers: again[about] ?? [],
		record,
		wrongStops
	};
}
