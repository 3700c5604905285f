/**
 * Lines of the log about the person: who they are, why they got in touch, what they need and recognise. Of an identity
 * answer only the question and how it compared; what is personal is in the words beside the line, never in it.
 */
import type { ChangeKind, TypedKind } from '../../customers/changes/kinds.ts';
import type { DocumentKind } from '../../customers/check/documents.ts';
import type { AnswerResult, PassedBy } from '../../customers/check/identity.ts';
import type { Question } from '../../customers/check/questions.ts';
import type { AskedAnswer, Consent } from '../../customers/support.ts';
import type { Reason } from '../../guide/reasons.ts';
import type { RequestKind } from '../../guide/requests.ts';
import type { TakeUpAnswer } from '../../guide/take-up.ts';
import type { Entitlement } from '../../law/entitlements.ts';

/** What the server decides, where what is held is. A screen asks for these by commands of their own. */
export type DecidedEvent =
	/** A search for this contact, and whom it showed part-masked: only these may be chosen from it. */
	| { type: 'searched'; found: readonly string[] }
	| { type: 'identityAnswered'; customerId: string; question: Question; result: AnswerResult }
	| { type: 'documentSeen'; customerId: string; document: DocumentKind }
	/** Who speaks for an organisation. Words: `name`, `role`. */
	| { type: 'speakerNamed'; customerId: string }
	/** Somebody speaks for them: a new check. Null where no authority stands under that name. Words: `name`, `organisation`. */
	| { type: 'representativeSpoke'; customerId: string; authorityId: string | null }
	/** Elsewhere, while this contact was open: what its screen shows of the customer is not what it was. */
	| { type: 'customerChanged'; because: CustomerChange }
	| { type: 'identityPassed'; customerId: string; passedBy: PassedBy }
	| { type: 'identityStopped'; customerId: string }
	/** One answer more, for a change of this kind. */
	| {
			type: 'answeredAgain';
			customerId: string;
			about: TypedKind;
			question: Question;
			result: AnswerResult;
	  }
	| ChangeEvent;

/** A change of the record was told in this contact, and undone in it. What changed is with the customer. */
export type ChangeEvent =
	| { type: 'changeTold'; changeId: string; kind: ChangeKind }
	| { type: 'changeUndone'; changeId: string };

/** What the officer does and hears. */
export type HeardFromPerson =
	/** The guide this contact runs on from here. */
	| { type: 'guideOpened'; guide: string; version: number }
	/** Somebody else is speaking: the check begins again. */
	| { type: 'speakerChanged' }
	/** Words: `reason-note`. */
	| { type: 'reasonGiven'; reason: Reason }
	| { type: 'needsAsked'; answer: AskedAnswer }
	/** Words: `adjustments`, `language`. With consent declined they serve this contact and are not kept. */
	| { type: 'supportNoted'; consent: Consent }
	| { type: 'debtRecognised'; debtId: string; answer: Recognised }
	| { type: 'takeUpAnswered'; entitlement: Entitlement; answer: TakeUpAnswer }
	/** What needs no identity. Words: the request's fields. */
	| { type: 'requestTaken'; request: RequestKind }
	| { type: 'requestWithdrawn'; request: RequestKind };

export const CUSTOMER_CHANGES = ['joined', 'split', 'undone', 'authority', 'record'] as const;

export type CustomerChange = (typeof CUSTOMER_CHANGES)[number];

export const RECOGNISED = ['yes', 'no', 'unsure'] as const;

export type Recognised = (typeof RECOGNISED)[number];

export type PersonEvent = DecidedEvent | HeardFromPerson;

const PERSON_EVENTS = {
	searched: true,
	identityAnswered: true,
	documentSeen: true,
	speakerNamed: true,
	representativeSpoke: true,
	customerChanged: true,
	identityPassed: true,
	identityStopped: true,
	answeredAgain: true,
	changeTold: true,
	changeUndone: true,
	guideOpened: true,
	speakerChanged: true,
	reasonGiven: true,
	needsAsked: true,
	supportNoted: true,
	debtRecognised: true,
	takeUpAnswered: true,
	requestTaken: true,
	requestWithdrawn: true
} as const satisfies Record<PersonEvent['type'], true>;

export function isPersonEvent<Event extends { type: string }>(
	event: Event
): event is Extract<Event, { type: PersonEvent['type'] }> {
	return event.type in PERSON_EVENTS;
}
