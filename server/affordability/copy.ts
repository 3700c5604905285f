/**
 * The customer's copy of their statement as a PDF, made when it is asked for, once identity has passed: the statement of
 * the contact as it stands, or a version that was kept. It is in the record who took it and of which version; one that
 * is finished is kept as a version first, so that what is on paper can be read again.
 */
import { reviewOf } from '../../shared/affordability/kept.ts';
import type { Statement } from '../../shared/affordability/statement.ts';
import type { Sum } from '../../shared/affordability/means.ts';
import { addressToWriteTo } from '../../shared/customers/changes/write-to.ts';
import { fullName } from '../../shared/customers/person.ts';
import { disclosedTo, type Disclosed } from '../../shared/contacts/shown/disclosure.ts';
import { foldContact, type Contact } from '../../shared/contacts/state/fold.ts';
import { requestFrom } from '../../shared/contacts/plan-request.ts';
import { statementFrom } from '../../shared/contacts/state/statement-state.ts';
import { statementText } from '../../shared/outcomes/statement-text.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { pdfOf } from '../letters/pdf.ts';
import { knownOf } from '../outcomes/commit.ts';
import { caseOf, customerOf } from '../outcomes/queries.ts';
import { keepStatement } from './keep-statement.ts';
import { versionRecords } from './queries.ts';

export type CopyRefusal = 'not-identified' | 'theirs-alone' | 'no-statement';

export type Copied = { ok: true; pdf: Uint8Array } | { ok: false; because: CopyRefusal };

export type CopyAsked = {
	contactId: string;
	/** Null for the statement of the contact as it stands. */
	version: number | null;
	officerId: string;
	council: string;
	today: Day;
	at: Instant;
};

/** What is printed, and under which version; null where it is not whole yet. */
type Printed = {
	statement: Statement;
	means: Sum | null;
	reviewOn: Day;
	version: number | null;
};

export async function printCopy(tx: Transaction, asked: CopyAsked): Promise<Copied> {
	const { contactId, version, officerId, council, today, at } = asked;
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return { ok: false, because: 'not-identified' };
	const { events, person } = await caseOf(tx, { contactId, customerId, today });
	const contact = foldContact(events);
	const told = disclosedTo(contact, person, today);
	if (!told) return { ok: false, because: 'not-identified' };
	if (version !== null && told.actingBy) return { ok: false, because: 'theirs-alone' };
	const printed =
		version === null
			? await asItStands(tx, { asked, customerId, contact, told })
			: await asKept(tx, { customerId, version });
	if (!printed) return { ok: false, because: 'no-statement' };
	const text = statementText({ ...printed, to: addressee(told.person, today), today });
	const isLargePrint = contact.person.support?.adjustments.includes('large-print') === true;
	const pdf = await pdfOf(text, { council, isLargePrint });
	await record(tx, {
		at,
		officerId,
		act: 'affordability.copy',
		contactId,
		customerId,
		detail: { version: printed.version, madeOn: printed.statement.madeOn, line: contact.version }
	});
	return { ok: true, pdf };
}

async function asKept(
	tx: Transaction,
	{ customerId, version }: { customerId: string; version: number }
): Promise<Printed | null> {
	const kept = (await versionRecords(tx, customerId)).find((one) => one.version === version);
	if (!kept) return null;
	const { statement, reviewOn, left, usable } = kept;
	const means = left === null || usable === null ? null : { left, usable };
	return { statement, means, reviewOn, version };
}

async function asItStands(
	tx: Transaction,
	{
		asked,
		customerId,
		contact,
		told
	}: { asked: CopyAsked; customerId: string; contact: Contact; told: Disclosed }
): Promise<Printed | null> {
	const { contactId, today, at } = asked;
	const { statement: state } = contact;
	const statement = statementFrom(state);
	if (!statement) return null;
	const policy = await policyOn(tx, today);
	const { means } = requestFrom(contact, knownOf(told.person, { policy, today })).request;
	const about = { customerId, contactId, policy, at };
	const kept =
		state.finishedAt === null ? null : await keepStatement(tx, { ...about, told: state, means });
	const before = statement.form === 'three-questions' ? state.answeredBefore : state.before;
	return {
		statement,
		means,
		reviewOn: reviewOf(statement.madeOn, policy.L7.value),
		version: state.isUntouched ? (before?.version ?? null) : kept
	};
}

function addressee(person: Disclosed['person'], today: Day): { name: string; address: string[] } {
	const address = addressToWriteTo(person, today);
	const lines = address && [address.line1, address.line2, address.town, address.postcode];
	return {
		name: fullName(person),
		address: (lines ?? []).filter((line): line is string => Boolean(line))
	};
}
