/**
 * The letters a contact promised, made and queued in the transaction that makes them true: the agreement as the customer
 * keeps it, in the words that were read back.
 */
import { randomUUID } from 'node:crypto';
import { agreementText, type LetterText } from '../../shared/outcomes/agreement-text.ts';
import { plainText } from '../../shared/outcomes/plain-text.ts';
import { addressToWriteTo } from '../../shared/customers/changes/write-to.ts';
import { fullName } from '../../shared/customers/person.ts';
import { NO_REACH } from '../../shared/customers/wishes/wish.ts';
import {
	saySending,
	sendingOf,
	STATUTORY_WORDS,
	type Sent
} from '../../shared/customers/wishes/write.ts';
import type { PersonRecord } from '../../shared/contacts/shown/disclosure.ts';
import { asLetter, type OutcomeOf } from '../../shared/outcomes/outcome.ts';
import type { ReadBackInput, ReadBackLine } from '../../shared/outcomes/read-back.ts';
import type { Counter } from '../../shared/income/references/counter-barcodes.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Agreed } from '../arrangements/agree.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { pdfOf } from './pdf.ts';
import { letters } from './tables.ts';

export type Queueing = {
	contactId: string;
	customerId: string;
	agreed: Agreed | null;
	input: ReadBackInput;
	lines: readonly ReadBackLine[];
	person: PersonRecord;
	council: string;
	today: Day;
	at: Instant;
};

/** An agreement is always written down, by post where nobody said how. */
export async function queueLetters(tx: Transaction, queueing: Queueing): Promise<void> {
	const { input, agreed, contactId, customerId, council, today, at } = queueing;
	const { counters } = (await policyOn(tx, today)).BC.value;
	const asked = input.staged.filter((outcome) => outcome.kind === 'letter');
	for (const letter of withAgreement(asked, agreed)) {
		const sent = sendingOf(asLetter(letter), queueing.person.reach ?? NO_REACH);
		// The agreement is written down even for somebody who asked for nothing in writing: it is kept for them.
		const { by, format, writeTo } = sent.ok ? sent.sending : AS_ASKED;
		const isLargePrint = format === 'large-print';
		const text = { ...textOf(letter, { queueing, writeTo, counters }), goes: goesOf(sent) };
		await tx.insert(letters).values({
			id: letter.id,
			contactId,
			customerId,
			arrangementId: letter.letter === 'agreement' ? (agreed?.arrangementId ?? null) : null,
			letter: letter.letter,
			channel: sent.ok ? by : letter.by,
			isLargePrint,
			isBraille: format === 'braille',
			isToOther: writeTo !== '',
			state: sent.ok ? 'queued' : 'kept',
			pdf: await pdfOf(text, { council, isLargePrint }),
			queuedAt: at
		});
	}
}

/** Nothing is queued: how the agreement would look. */
export async function draftOf(
	parts: Pick<Queueing, 'input' | 'lines' | 'person' | 'council' | 'today'> & {
		counters: readonly Counter[];
	}
): Promise<Uint8Array> {
	const { input, person, council, counters } = parts;
	const asked = input.staged.filter((outcome) => outcome.kind === 'letter');
	const letter = asked.find(({ letter: which }) => which === 'agreement') ?? usual();
	const sent = sendingOf(asLetter(letter), person.reach ?? NO_REACH);
	const { format, writeTo } = sent.ok ? sent.sending : AS_ASKED;
	const agreed = { number: null, paymentReference: input.paymentReference };
	const text = {
		...textOf(letter, { queueing: { ...parts, agreed }, writeTo, counters }),
		goes: goesOf(sent)
	};
	return pdfOf(text, { council, isLargePrint: format === 'large-print' });
}

const AS_ASKED = { by: 'post', format: null, writeTo: '' } as const;

/** On the paper itself, for whoever sends it; nothing where it is an ordinary letter. */
function goesOf(sent: Sent): string | null {
	if (!sent.ok) return 'Kept on the record and not sent, as you asked.';
	const { because, writeTo, ...sending } = sent.sending;
	if (because === null) return null;
	if (because === 'statutory') return STATUTORY_WORDS;
	return `Sent ${saySending({ ...sending, isToOther: writeTo !== '' }, 'you')}.`;
}

function withAgreement(
	asked: readonly OutcomeOf<'letter'>[],
	agreed: Agreed | null
): readonly OutcomeOf<'letter'>[] {
	if (!agreed || asked.some(({ letter }) => letter === 'agreement')) return asked;
	return [...asked, usual()];
}

function usual(): OutcomeOf<'letter'> {
	const letter = { kind: 'letter', id: randomUUID(), letter: 'agreement', by: 'post' } as const;
	return { ...letter, isLargePrint: false };
}

type Writing = Pick<Queueing, 'input' | 'lines' | 'person' | 'today'> & {
	/** Without a number it is a draft; null where nothing is agreed. */
	agreed: { number: string | null; paymentReference: string | null } | null;
};

function textOf(
	letter: OutcomeOf<'letter'>,
	{
		queueing,
		writeTo,
		counters
	}: { queueing: Writing; writeTo: string; counters: readonly Counter[] }
): LetterText {
	const { input, agreed, lines, person, today } = queueing;
	const address =
		writeTo === ''
			? linesOf(addressToWriteTo(person, today))
			: writeTo.split(/\n|, */).filter((line) => line.trim() !== '');
	const to = { name: fullName(person), address };
	const { planned } = input;
	if (letter.letter === 'agreement' && agreed && planned?.ok) {
		return agreementText({
			...planned,
			number: agreed.number,
			paymentReference: agreed.paymentReference,
			counters,
			lines,
			to,
			policy: input.policy,
			today
		});
	}
	return plainText({ letter: letter.letter, lines, debts: input.debts, to, today });
}

function linesOf(address: PersonRecord['address']): readonly string[] {
	if (!address) return [];
	return [address.line1, address.line2, address.town, address.postcode].filter(
		(line): line is string => line !== null && line !== ''
	);
}
