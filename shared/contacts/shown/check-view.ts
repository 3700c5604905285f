/**
 * The identity check as the officer's screen has it: which questions may be asked, how each compared, and where it
 * stands. Nothing that is held is in it, and nothing that was said.
 */
import type { DocumentKind } from '../../customers/check/documents.ts';
import {
	actingBy,
	identityStanding,
	isSpent,
	lastResult,
	type AnswerResult,
	type CheckedRecord,
	type IdentityPolicy,
	type Standing
} from '../../customers/check/identity.ts';
import { KNOWN_TO_OTHERS, type Question } from '../../customers/check/questions.ts';
import type { Contact } from '../state/fold.ts';

export type CheckView = {
	customerId: string;
	kind: 'person' | 'organisation';
	questions: readonly {
		question: Question;
		result: AnswerResult | null;
		/** Answered, right or wrong: it is not asked again. */
		isSpent: boolean;
		onlyTheyKnow: boolean;
	}[];
	documents: readonly DocumentKind[];
	/** At the desk, for a person. */
	mayShowDocuments: boolean;
	/** Null for a person. */
	isSpeakerNamed: boolean | null;
	/** Somebody speaks for the customer, and whether an authority stands under that name. */
	representative: 'none' | 'known' | 'unknown';
	wrongToday: number;
	wrongStops: number;
	standing: Standing;
	/** A call back goes to a number held for this person alone; otherwise they ring us. */
	mayCallBack: boolean;
};

/** A check already passed stays so in this contact, whatever was answered about the customer elsewhere. */
export function checkView(
	contact: Contact,
	record: CheckedRecord & { customerId: string; mayCallBack: boolean },
	policy: IdentityPolicy
): CheckView {
	const { check, passed } = contact.person;
	const acting = actingBy(check, record);
	const isPassed =
		passed?.customerId === record.customerId && (check.speaker === null || acting !== null);
	const standing: Standing = isPassed
		? { is: 'passed', by: passed.by }
		: identityStanding(check, policy, record);
	return {
		customerId: record.customerId,
		kind: record.kind,
		questions: record.offered.map((question) => ({
			question,
			result: lastResult(check, question),
			isSpent: isSpent(check, question),
			onlyTheyKnow: !KNOWN_TO_OTHERS.has(question)
		})),
		documents: check.documents,
		mayShowDocuments:
			contact.channel === 'desk' && record.kind === 'person' && check.speaker === null,
		isSpeakerNamed:
			record.kind === 'organisation' && check.speaker === null ? check.isSpeakerNamed : null,
		representative: check.speaker === null ? 'none' : acting ? 'known' : 'unknown',
		wrongToday: record.wrongToday,
		wrongStops: policy.wrongStops,
		standing,
		mayCallBack: record.mayCallBack
	};
}
