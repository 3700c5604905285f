/**
 * The agreement as it would be printed if it were committed now, by the functions that make it then, so that an officer
 * may look before anything is agreed. It has no number, says on every page that it is not agreed, and is not kept.
 */
import { disclosedTo } from '../../shared/contacts/shown/disclosure.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { readBack } from '../../shared/outcomes/read-back.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { draftOf } from '../letters/queue.ts';
import { inputOf } from './commit.ts';
import { caseOf, customerOf } from './queries.ts';

export type Previewed =
	{ ok: true; pdf: string } | { ok: false; because: 'not-identified' | 'no-plan' };

export async function previewAgreement(
	tx: Transaction,
	{ contactId, council, today }: { contactId: string; council: string; today: Day }
): Promise<Previewed> {
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return { ok: false, because: 'not-identified' };
	const { events, person } = await caseOf(tx, { contactId, customerId, today });
	const contact = foldContact(events);
	const told = disclosedTo(contact, person, today);
	if (!told) return { ok: false, because: 'not-identified' };
	const policy = await policyOn(tx, today);
	const input = inputOf(told, { contact, policy, today });
	const said = readBack(input);
	if (!said.ok || !input.planned?.ok) return { ok: false, because: 'no-plan' };
	const pdf = await draftOf({
		input,
		lines: said.lines,
		person,
		council,
		today,
		counters: policy.BC.value.counters
	});
	return { ok: true, pdf: Buffer.from(pdf).toString('base64') };
}
