/**
 * The step about money is entered and nothing of a statement is told yet: the customer's last one is carried into the
 * contact, or one that was begun on another channel and not finished. Only once identity has passed, only where the
 * customer speaks themselves, and only where it is still inside its time of review (policy L7) if it was half done.
 */
import type { Statement } from '../../shared/affordability/statement.ts';
import { disclosedTo, isIdentified } from '../../shared/contacts/shown/disclosure.ts';
import type { Channel } from '../../shared/contacts/log/events.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import { statementFrom } from '../../shared/contacts/state/statement-state.ts';
import { withoutWords } from '../../shared/contacts/statement-words.ts';
import { addMonths, instantInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { caseOf, customerOf } from '../outcomes/queries.ts';
import { lastKept, lastToldElsewhere, type LastKept } from './queries.ts';

type Carrying = {
	contactId: string;
	mayOpenRestricted: boolean;
	today: Day;
	at: Instant;
};

/** Doing it again changes nothing. */
export async function carryStatement(tx: Transaction, carrying: Carrying): Promise<void> {
	const { contactId, today, at } = carrying;
	const customerId = await customerOf(tx, contactId);
	if (!customerId) return;
	const { events, person } = await caseOf(tx, { contactId, customerId, today });
	const contact = foldContact(events);
	const told = disclosedTo(contact, person, today);
	if (!told || told.actingBy || (person.isRestricted && !carrying.mayOpenRestricted)) return;
	if (statementFrom(contact.statement) !== null) return;
	const last = await lastKept(tx, customerId);
	const kept = last?.statement.form === 'three-questions' ? null : last;
	const resumed = await halfDone(tx, { customerId, contactId, last, today });
	if (!kept && !resumed) return;
	await appendDecided(tx, { contactId, by: null, at, ...lineOf({ kept, resumed }) });
}

type HalfDone = { channel: Channel; statement: Statement };

async function halfDone(
	tx: Transaction,
	{
		customerId,
		contactId,
		last,
		today
	}: { customerId: string; contactId: string; last: LastKept | null; today: Day }
): Promise<HalfDone | null> {
	const policy = await policyOn(tx, today);
	const oldest = instantInLondon(addMonths(today, -policy.L7.value.everyMonths), '00:00');
	const since = last && last.at > oldest ? last.at : oldest;
	const elsewhere = await lastToldElsewhere(tx, { customerId, contactId, since });
	if (!elsewhere) return null;
	const contact = foldContact(elsewhere.events);
	if (contact.customerId !== customerId || !isIdentified(contact)) return null;
	const statement = contact.statement.isUntouched ? null : statementFrom(contact.statement);
	if (!statement || statement.form === 'three-questions') return null;
	return { channel: elsewhere.channel, statement };
}

function lineOf({ kept, resumed }: { kept: LastKept | null; resumed: HalfDone | null }) {
	const was = kept && withoutWords(kept.statement);
	const is = resumed && withoutWords(resumed.statement);
	return {
		body: {
			type: 'statementCarried',
			kept: kept &&
				was && { version: kept.version, reviewOn: kept.reviewOn, statement: was.figures },
			resumed: resumed && is && { channel: resumed.channel, statement: is.figures }
		} as const,
		words: { ...(was ? { kept: was.spoken } : {}), ...(is ? { resumed: is.spoken } : {}) }
	};
}
