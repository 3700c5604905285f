/** The customer's copy of the statement of a contact, as a PDF: made when it is asked for, once identity has passed. */
import { reviewOf } from '../../shared/affordability/kept.ts';
import { addressToWriteTo } from '../../shared/customers/changes/write-to.ts';
import { fullName } from '../../shared/customers/person.ts';
import { disclosedTo } from '../../shared/contacts/shown/disclosure.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { requestFrom } from '../../shared/contacts/plan-request.ts';
import { statementFrom } from '../../shared/contacts/state/statement-state.ts';
import { statementText } from '../../shared/outcomes/statement-text.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { pdfOf } from '../letters/pdf.ts';
import { knownOf } from '../outcomes/commit.ts';
import { caseOf, customerOf } from '../outcomes/queries.ts';

export type Copied =
	{ ok: true; pdf: Uint8Array } | { ok: false; because: 'not-identified' | 'no-statement' };

export async function copyOf(
	tx: Transaction,
	{ contactId, council, today }: { contactId: string; council: string; today: Day }
): Promise<Copied> {
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return { ok: false, because: 'not-identified' };
	const { events, person } = await caseOf(tx, { contactId, customerId, today });
	const contact = foldContact(events);
	const told = disclosedTo(contact, person, today);
	if (!told) return { ok: false, because: 'not-identified' };
	const statement = statementFrom(contact.statement);
	if (!statement) return { ok: false, because: 'no-statement' };
	const policy = await policyOn(tx, today);
	const { means } = requestFrom(contact, knownOf(told.person, { policy, today })).request;
	const address = addressToWriteTo(told.person, today);
	const lines = address && [address.line1, address.line2, address.town, address.postcode];
	const to = {
		name: fullName(told.person),
		address: (lines ?? []).filter((line): line is string => Boolean(line))
	};
	const reviewOn = reviewOf(statement.madeOn, policy.L7.value);
	const text = statementText({ statement, means, reviewOn, to, today });
	const isLargePrint = contact.person.support?.adjustments.includes('large-print') === true;
	return { ok: true, pdf: await pdfOf(text, { council, isLargePrint }) };
}
