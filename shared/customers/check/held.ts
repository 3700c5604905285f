/**
 * What a record holds that a person could be asked, and whether what they say is it. On a record marked for an extra
 * check (separation, a joint debt) whatever the other person's bill shows as well is left out: they know it too.
 */
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { compareAddress, type AddressHeld } from './address-said.ts';
import { readDay } from '../../time/day-said.ts';
import { compareDay } from './day-compared.ts';
import { compareName, type NameHeld } from './name-said.ts';
import {
	compareAmount,
	comparePayment,
	readAmount,
	readPayment,
	type PaymentHeld
} from './payment-said.ts';
import { closest, plainText, type Closeness } from '../plain-words.ts';
import { ASKED_OF, type Question } from './questions.ts';
import { compareReference, readReference } from './reference-said.ts';

/** As the server gathers it by one query. It never leaves the server. */
export type HeldFacts = {
	kind: 'person' | 'organisation';
	needsExtraCheck: boolean;
	isSafeContact: boolean;
	bornOn: Day | null;
	/** The name on the record first, then former names and what else they are known by. */
	names: readonly NameHeld[];
	addresses: readonly AddressHeld[];
	debts: readonly {
		reference: string;
		isJoint: boolean;
		/** What falls due again and again. */
		instalments: readonly Pence[];
	}[];
	/** Their own last payment on each debt, never another person's. */
	payments: readonly PaymentHeld[];
	hasPassword: boolean;
};

/** What may be asked of this record: only what it holds an answer to. */
export function questionsOf(facts: HeldFacts): Question[] {
	const held: Record<Question, boolean> = {
		'full-name': facts.names.length > 0,
		address: facts.addresses.length > 0,
		'date-of-birth': facts.bornOn !== null,
		reference: referencesOf(facts).length > 0,
		instalment: instalmentsOf(facts).length > 0,
		'last-payment': facts.payments.length > 0,
		password: facts.hasPassword
	};
	return ASKED_OF[facts.kind].filter((question) => held[question]);
}

/**
 * `unread` where what was typed is no answer to this question: a slip of the keys is no attempt. A password is kept
 * only as a digest, so that the server says whether it is the one.
 */
export function compareAnswer(
	{ question, said }: { question: Question; said: string },
	facts: HeldFacts,
	isPassword: boolean
): Closeness | 'unread' {
	if (plainText(said) === '') return 'unread';
	switch (question) {
		case 'full-name':
			return closest(facts.names.map((name) => compareName(said, name)));
		case 'address':
			return closest(facts.addresses.map((address) => compareAddress(said, address)));
		case 'date-of-birth': {
			const read = readDay(said);
			return read && facts.bornOn ? compareDay(read, facts.bornOn) : 'unread';
		}
		case 'reference': {
			const read = readReference(said);
			return read === null ? 'unread' : compareReference(read, referencesOf(facts));
		}
		case 'instalment': {
			const read = readAmount(said);
			return read === null ? 'unread' : compareAmount(read, instalmentsOf(facts));
		}
		case 'last-payment': {
			const read = readPayment(said);
			return read === null ? 'unread' : comparePayment(read, facts.payments);
		}
		case 'password':
			return isPassword ? 'matches' : 'differs';
	}
}

function referencesOf(facts: HeldFacts): string[] {
	return theirOwn(facts).map((debt) => debt.reference);
}

function instalmentsOf(facts: HeldFacts): Pence[] {
	return theirOwn(facts).flatMap((debt) => debt.instalments);
}

function theirOwn({ debts, needsExtraCheck, isSafeContact }: HeldFacts): HeldFacts['debts'] {
	return needsExtraCheck || isSafeContact ? debts.filter((debt) => !debt.isJoint) : debts;
}
