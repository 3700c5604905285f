/**
 * The letters a contact promised, made and queued in the transaction that makes them true: the agreement as the customer
 * keeps it, in the words that were read back.
 */
import { randomUUID } from 'node:crypto';
import { agreementText, type LetterText } from '../../shared/outcomes/agreement-text.ts';
import { plainText } from '../../shared/outcomes/plain-text.ts';
import { addressToWriteTo } from '../../shared/customers/changes/write-to.ts';
import { fullName } from '../../shared/customers/person.ts';
import type { PersonRecord } from '../../shared/contacts/disclosure.ts';
import type { OutcomeOf } from '../../shared/outcomes/outcome.ts';
import type { ReadBackInput, ReadBackLine } from '../../shared/outcomes/read-back.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Agreed } from '../arrangements/agree.ts';
import type { Transaction } from '../db/transaction.ts';
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
	const { input, agreed, contactId, customerId, council, at } = queueing;
	const asked = input.staged.filter((outcome) => outcome.kind === 'letter');
	for (const letter of withAgreement(asked, agreed)) {
		const text = textOf(letter, queueing);
		await tx.insert(letters).values({
			id: letter.id,
			contactId,
			customerId,
			arrangementId: letter.letter === 'agreement' ? (agreed?.arrangementId ?? null) : null,
			letter: letter.letter,
			channel: letter.by,
			isLargePrint: letter.isLargePrint,
			pdf: await pdfOf(text, { council, isLargePrint: letter.isLargePrint }),
			queuedAt: at
		});
	}
}

function withAgreement(
	asked: readonly OutcomeOf<'letter'>[],
	agreed: Agreed | null
): readonly OutcomeOf<'letter'>[] {
	if (!agreed || asked.some(({ letter }) => letter === 'agreement')) return asked;
	const letter = { kind: 'letter', id: randomUUID(), letter: 'agreement', by: 'post' } as const;
	return [...asked, { ...letter, isLargePrint: false }];
}

function textOf(letter: OutcomeOf<'letter'>, queueing: Queueing): LetterText {
	const { input, agreed, lines, person, today } = queueing;
	const to = { name: fullName(person), address: linesOf(addressToWriteTo(person, today)) };
	const { planned } = input;
	if (letter.letter === 'agreement' && agreed && planned?.ok) {
		return agreementText({
			...planned,
			number: agreed.number,
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
