/**
 * The money that waits and looks like the customer of a contact, for the officer who has it on the screen, once
 * identity has passed. The debts are compared as that person may know them.
 */
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import { disclosedTo, type PersonRecord } from '../../../shared/contacts/shown/disclosure.ts';
import {
	waitingFor,
	type TheirDebt,
	type WaitingReceipt
} from '../../../shared/income/waiting/waiting.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { caseOf, customerOf } from '../../outcomes/queries.ts';
import { waitingNear } from '../queries.ts';

export type TheirMoney =
	{ ok: true; waiting: readonly WaitingReceipt[] } | { ok: false; because: 'not-identified' };

export async function theirMoney(
	tx: Transaction,
	{ contactId, today }: { contactId: string; today: Day }
): Promise<TheirMoney> {
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return { ok: false, because: 'not-identified' };
	const { events, person } = await caseOf(tx, { contactId, customerId, today });
	const told = disclosedTo(foldContact(events), person, today);
	if (!told) return { ok: false, because: 'not-identified' };
	return { ok: true, waiting: await waitingOf(tx, told.person) };
}

export async function waitingOf(
	tx: Transaction,
	person: PersonRecord
): Promise<readonly WaitingReceipt[]> {
	return waitingFor(await waitingNear(tx, person), debtsOf(person));
}

function debtsOf({ customerId, givenNames, familyName, debts }: PersonRecord): TheirDebt[] {
	return (debts ?? []).map(({ id, reference, balance, dues }) => ({
		debtId: id,
		customerId,
		reference,
		balance,
		instalments: [...new Set(dues.map(({ amount }) => amount))],
		names: [{ givenNames, familyName }]
	}));
}
