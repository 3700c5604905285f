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
	const figures = await lastKept(tx, { customerId, isAnswers: false });
	const answers = await lastKept(tx, { customerId, isAnswers: true });
	const since = [figures, answers]
		.flatMap((one) => (one ? [one.at] : []))
		.toSorted()
		.at(-1);
	const resumed = await halfDone(tx, { customerId, contactId, since: since ?? null, today });
	const ofAnswers = { kept: answers, resumed: resumed && isAnswered(resumed) ? resumed : null };
	const ofFigures = { kept: figures, resumed: resumed && !isAnswered(resumed) ? resumed : null };
	for (const carried of inOrder(ofAnswers, ofFigures))
		await appendDecided(tx, { contactId, by: null, at, ...lineOf(carried) });
}

type Carried = { kept: LastKept | null; resumed: HalfDone | null };

/** The one it goes on in last: what is half done, else the newer. What is not there is left out. */
function inOrder(...both: readonly Carried[]): Carried[] {
	const there = both.filter(({ kept, resumed }) => kept !== null || resumed !== null);
	return there.toSorted((one, other) => {
		if (one.resumed || other.resumed) return one.resumed ? 1 : -1;
		return (one.kept?.version ?? 0) - (other.kept?.version ?? 0);
	});
}

function isAnswered({ statement }: HalfDone): boolean {
	return statement.form === 'three-questions';
}

type HalfDone = { channel: Channel; statement: Statement };

async function halfDone(
	tx: Transaction,
	{
		customerId,
		contactId,
		since: lastKeptAt,
		today
	}: { customerId: string; contactId: string; since: Instant | null; today: Day }
): Promise<HalfDone | null> {
	const policy = await policyOn(tx, today);
	const oldest = instantInLondon(addMonths(today, -policy.L7.value.everyMonths), '00:00');
	const since = lastKeptAt && lastKeptAt > oldest ? lastKeptAt : oldest;
	const elsewhere = await lastToldElsewhere(tx, { customerId, contactId, since });
	if (!elsewhere) return null;
	const contact = foldContact(elsewhere.events);
	if (contact.customerId !== customerId || !isIdentified(contact)) return null;
	const statement = contact.statement.isUntouched ? null : statementFrom(contact.statement);
	return statement && { channel: elsewhere.channel, statement };
}

function lineOf({ kept, resumed }: Carried) {
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
