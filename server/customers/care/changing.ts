/**
 * One change of how a customer is treated, by whoever has them in a contact: in one transaction, with every open contact
 * about the customer told after it.
 */
import type { Officer } from '../../../shared/officers/roles.ts';
import type { App } from '../../app.ts';
import { lockContactsAbout } from '../../contacts/acts/in-order.ts';
import { customersChanged } from '../../contacts/customers-changed.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import type { InContact } from '../authorities/record.ts';
import { subjectIn, type Subject, type SubjectRefusal } from './subject.ts';

export type Doing = { app: App; officer: Officer; contactId: string };
type Ready = Extract<Subject, { ok: true }>;
type Refused = { ok: false; because: SubjectRefusal };

export async function changing<Answer extends { ok: boolean }>(
	{ app, officer, contactId }: Doing,
	allowed: (subject: Subject) => Subject,
	work: (tx: Transaction, about: InContact, subject: Ready) => Promise<Answer>
): Promise<Answer | Refused> {
	const subject = allowed(subjectIn(await app.contacts.view(contactId, officer.id)));
	if (!subject.ok) return subject;
	const at = app.clock.now();
	const { customerId } = subject;
	const about = { contactId, customerId, officerId: officer.id, at, today: app.clock.today() };
	const { answer, told } = await inTransaction(app.db, async (tx) => {
		await lockContactsAbout(tx, [customerId]);
		const given = await work(tx, about, subject);
		const changed = { customerIds: [customerId], because: 'record', at } as const;
		return { answer: given, told: given.ok ? await customersChanged(tx, changed) : [] };
	});
	for (const id of told) await app.contacts.show(id);
	return answer;
}

export const saidOf = ({ contactId, at, officerId }: InContact) => ({ contactId, at, officerId });
