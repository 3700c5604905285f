/**
 * The identity check, where what is held is: what the customer says is compared here, only how it compared is kept,
 * and passing or stopping is decided in the same transaction. What was said is not stored, logged or sent back.
 */
import { randomUUID } from 'node:crypto';
import { checkView, type CheckView } from '../../../shared/contacts/shown/check-view.ts';
import {
	decisionOn,
	heardFrom,
	type Shown,
	type ShownRefusal
} from '../../../shared/contacts/checking.ts';
import { onlyCandidate } from '../../../shared/contacts/choosing.ts';
import { foldContact, standingOf, type Contact } from '../../../shared/contacts/state/fold.ts';
import type { Policy } from '../../../shared/law/policy-values.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { confirmNumber } from '../../customers/confirm-number.ts';
import { isTheirPassword } from '../../customers/password.ts';
import { noteAttempts, type RestrictedWay } from '../../customers/restricted.ts';
import { heldRecord, type HeldRecord } from '../../customers/queries.ts';
import type { Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { append, type AppendRefusal, type SentEvent } from './append.ts';
import { contactInHand, type ContactInHand } from '../queries.ts';

export type CheckRefusal =
	| AppendRefusal
	| ShownRefusal
	/** Nobody is chosen, and the number means nobody or several. */
	| 'nobody-chosen'
	/** The record is not theirs to open. */
	| 'restricted'
	/** They do not have the customer: it rings, it has gone on, or it is over. */
	| 'not-on-this-call';

export type Checked = { ok: true; check: CheckView } | { ok: false; because: CheckRefusal };

export type CheckAsked = {
	contactId: string;
	officerId: string;
	mayOpenRestricted: boolean;
	at: Instant;
	today: Day;
};

export type IdentifyAsked = CheckAsked & { key: string; shown: Shown };

/** Where the check stands now. */
export async function checkOf(tx: Transaction, asked: CheckAsked): Promise<Checked> {
	const subject = await subjectOf(tx, asked);
	return subject.ok ? { ok: true, check: subject.check } : subject;
}

/** Sent again with the same key it changes nothing. */
export async function identify(tx: Transaction, asked: IdentifyAsked): Promise<Checked> {
	const way = asked.shown.kind === 'document' ? 'documents' : 'check';
	const subject = await subjectOf(tx, asked, way);
	if (!subject.ok) return subject;
	if (subject.inHand.keys.includes(asked.key)) return { ok: true, check: subject.check };
	const heard = heardFrom(asked.shown, {
		contact: subject.contact,
		check: subject.check,
		facts: subject.held.facts,
		isPassword: await isPassword(asked.shown, subject.held),
		authorities: subject.held.authorities
	});
	if (!heard.ok) return heard;
	const { body, words } = heard;
	const appended = await append(tx, {
		...asked,
		events: [...choiceOf(subject), { key: asked.key, body, words }]
	});
	return appended.ok ? decide(tx, asked) : appended;
}

/** What the answer just written comes to. */
async function decide(tx: Transaction, asked: CheckAsked): Promise<Checked> {
	const subject = await subjectOf(tx, asked);
	if (!subject.ok) return subject;
	const { check, contact, inHand } = subject;
	const decision = decisionOn(contact, check);
	if (decision) {
		const decided = { key: randomUUID(), body: decision };
		const appended = await append(tx, { ...asked, events: [decided] });
		if (!appended.ok) return appended;
		const isTheirOwn = check.representative === 'none';
		if (decision.type === 'identityPassed' && isTheirOwn)
			await confirmCaller(tx, inHand, asked.today);
	}
	return { ok: true, check };
}

export type Subject =
	| {
			ok: true;
			contact: Contact;
			held: HeldRecord;
			inHand: ContactInHand;
			check: CheckView;
			policy: Policy;
	  }
	| { ok: false; because: CheckRefusal };

export async function subjectOf(
	tx: Transaction,
	asked: CheckAsked,
	way: RestrictedWay = 'check'
): Promise<Subject> {
	const inHand = await contactInHand(tx, asked);
	if (!inHand) return { ok: false, because: 'no-such-contact' };
	const contact = foldContact(inHand.events);
	const standing = standingOf(contact, asked.officerId);
	if (standing !== 'on-call' && standing !== 'on-hold') {
		return { ok: false, because: 'not-on-this-call' };
	}
	const customerId = inHand.customerId ?? onlyCandidate(inHand.candidates);
	if (customerId === null) return { ok: false, because: 'nobody-chosen' };
	const held = await heldRecord(tx, { customerId, today: asked.today });
	if (!held) throw new Error('A contact is about a customer that there is not.');
	if (held.isRestricted) {
		const { mayOpenRestricted: isAllowed } = asked;
		await noteAttempts(tx, [customerId], { ...asked, way, isAllowed });
		if (!isAllowed) return { ok: false, because: 'restricted' };
	}
	const policy = await policyOn(tx, asked.today);
	const check = checkView(contact, held.checked, policy.I1.value);
	return { ok: true, policy, contact, held, inHand, check };
}

/** Only the digest is held, so that only the server can tell. */
export async function isPassword(shown: Shown, held: HeldRecord): Promise<boolean> {
	const said = shown.kind === 'answer' && shown.question === 'password' ? shown.said : null;
	return said !== null && isTheirPassword(said, held.password);
}

/** The number's one customer is whom it is about from the first answer on. */
function choiceOf({ inHand, check }: Extract<Subject, { ok: true }>): SentEvent[] {
	if (inHand.customerId !== null) return [];
	const body = { type: 'customerChosen', customerId: check.customerId, how: 'number' } as const;
	return [{ key: randomUUID(), body }];
}

/** Only a number that the network let through, and never whoever speaks for them. */
async function confirmCaller(tx: Transaction, inHand: ContactInHand, on: Day): Promise<void> {
	const { callerNumber, presentation, customerId } = inHand;
	if (callerNumber === null || presentation !== 'allowed' || customerId === null) return;
	await confirmNumber(tx, { customerId, number: callerNumber, on });
}
