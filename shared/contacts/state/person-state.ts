/**
 * What the log says of the person: the check of whoever is speaking, and what they have told us. A new speaker and a
 * new customer begin a new check; what was heard of one customer's debts is not another's.
 */
import type { TypedKind } from '../../customers/changes/kinds.ts';
import {
	NEW_CHECK,
	type Answer,
	type Check,
	type PassedBy
} from '../../customers/check/identity.ts';
import {
	readAdjustments,
	type Adjustment,
	type AskedAnswer,
	type Consent
} from '../../customers/support.ts';
import type { Reason } from '../../guide/reasons.ts';
import type { RequestKind } from '../../guide/requests.ts';
import type { TakeUpAnswer } from '../../guide/take-up.ts';
import type { Entitlement } from '../../law/entitlements.ts';
import type { Instant } from '../../time/day.ts';
import type { LogPlace } from '../log/events.ts';
import type { CustomerChange, PersonEvent, Recognised } from '../log/person-events.ts';

export type Taken = { request: RequestKind; words: Readonly<Record<string, string>> };

export type PersonState = {
	guide: { guide: string; version: number } | null;
	/** Everybody that searches for this contact have shown, part-masked. */
	found: readonly string[];
	/** The check of the person speaking now, about the customer it names. */
	check: Check & { customerId: string | null };
	passed: { customerId: string; by: PassedBy; at: Instant } | null;
	/** What the person speaking answered once more, by the kind of change it was for. */
	again: Readonly<Partial<Record<TypedKind, readonly Answer[]>>>;
	/** The customer about whom nothing more is disclosed in this contact. */
	stoppedFor: string | null;
	reason: Reason | null;
	reasonNote: string;
	needsAsked: AskedAnswer | null;
	support: { adjustments: readonly Adjustment[]; language: string; consent: Consent } | null;
	/** By debt. */
	recognised: Readonly<Record<string, Recognised>>;
	takeUp: Readonly<Partial<Record<Entitlement, TakeUpAnswer>>>;
	requests: readonly Taken[];
	/** What last became of the customer elsewhere, and when. */
	changed: { because: CustomerChange; at: Instant } | null;
};

export const NO_PERSON: PersonState = {
	guide: null,
	found: [],
	check: { ...NEW_CHECK, customerId: null },
	passed: null,
	again: {},
	stoppedFor: null,
	reason: null,
	reasonNote: '',
	needsAsked: null,
	support: null,
	recognised: {},
	takeUp: {},
	requests: [],
	changed: null
};

/** Another customer, or none: nothing that was shown or said of the one before goes on. */
export function personChosen(state: PersonState, customerId: string | null): PersonState {
	if (customerId === state.check.customerId) return state;
	const { guide, found, reason, reasonNote, requests } = state;
	const check = { ...NEW_CHECK, customerId };
	return { ...NO_PERSON, guide, found, reason, reasonNote, requests, check };
}

export function personAfter(state: PersonState, event: PersonEvent & LogPlace): PersonState {
	return { ...state, ...changeBy(state, event) };
}

function changeBy(state: PersonState, event: PersonEvent & LogPlace): Partial<PersonState> {
	switch (event.type) {
		case 'guideOpened':
			return { guide: { guide: event.guide, version: event.version } };
		case 'searched':
			return { found: [...new Set([...state.found, ...event.found])] };
		case 'identityAnswered':
		case 'documentSeen':
		case 'speakerNamed':
			return { check: checkAfter(state.check, event) };
		case 'representativeSpoke': {
			const { customerId, authorityId } = event;
			const check = { ...NEW_CHECK, customerId, speaker: { authorityId } };
			return { check, passed: null, again: {} };
		}
		case 'customerChanged':
			return { changed: { because: event.because, at: event.at } };
		case 'identityPassed':
			return {
				passed: { customerId: event.customerId, by: event.passedBy, at: event.at },
				stoppedFor: null
			};
		case 'identityStopped':
			return { passed: null, stoppedFor: event.customerId };
		case 'speakerChanged':
			return {
				check: { ...NEW_CHECK, customerId: state.check.customerId },
				passed: null,
				again: {}
			};
		case 'answeredAgain':
			return { again: againAfter(state, event) };
		case 'changeTold':
		case 'changeUndone':
			return {};
		case 'reasonGiven':
			return { reason: event.reason, reasonNote: event.words?.['reason-note'] ?? state.reasonNote };
		case 'needsAsked':
			return event.answer === 'yes'
				? { needsAsked: event.answer }
				: { needsAsked: event.answer, support: null };
		case 'supportNoted':
			return { support: supportFrom(event) };
		case 'debtRecognised':
			return { recognised: { ...state.recognised, [event.debtId]: event.answer } };
		case 'takeUpAnswered':
			return { takeUp: { ...state.takeUp, [event.entitlement]: event.answer } };
		case 'requestTaken': {
			const taken = { request: event.request, words: event.words ?? {} };
			return { requests: [...otherRequests(state, event.request), taken] };
		}
		case 'requestWithdrawn':
			return { requests: otherRequests(state, event.request) };
	}
}

function againAfter(
	{ again }: PersonState,
	{ about, question, result }: Extract<PersonEvent, { type: 'answeredAgain' }>
): PersonState['again'] {
	return { ...again, [about]: [...(again[about] ?? []), { question, result }] };
}

function supportFrom({
	words,
	consent
}: Extract<PersonEvent, { type: 'supportNoted' }> & LogPlace): PersonState['support'] {
	const adjustments = readAdjustments(words?.['adjustments']);
	return { adjustments, language: words?.['language'] ?? '', consent };
}

type Shown = Extract<PersonEvent, { type: 'identityAnswered' | 'documentSeen' | 'speakerNamed' }>;

function checkAfter(check: PersonState['check'], event: Shown): PersonState['check'] {
	switch (event.type) {
		case 'identityAnswered': {
			const answer = { question: event.question, result: event.result };
			return { ...check, answers: [...check.answers, answer] };
		}
		case 'documentSeen':
			return check.documents.includes(event.document)
				? check
				: { ...check, documents: [...check.documents, event.document] };
		case 'speakerNamed':
			return { ...check, isSpeakerNamed: true };
	}
}

function otherRequests(state: PersonState, request: RequestKind): readonly Taken[] {
	return state.requests.filter((taken) => taken.request !== request);
}
