/**
 * A customer who has passed identity tells of a change: kept with what was before, among their contact facts in our
 * name, and put into the outbox of each system that has them, in one transaction. A source's own entries stay as they
 * are. What cannot be is said of its field and nothing is written; the same key again changes nothing.
 */
import { randomUUID } from 'node:crypto';
import { foldContact, type Contact } from '../../shared/contacts/state/fold.ts';
import { disclosedTo, type PersonRecord } from '../../shared/contacts/shown/disclosure.ts';
import { holdsCardNumber } from '../../shared/customers/card-number.ts';
import { againStanding, needOf } from '../../shared/customers/changes/again.ts';
import { beforeOf } from '../../shared/customers/changes/before.ts';
import { changesFor, type ChangeValues } from '../../shared/customers/changes/kinds.ts';
import {
	readChange,
	type ReadChange,
	type TypedChange
} from '../../shared/customers/changes/read.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import { heldRecord } from '../customers/queries.ts';
import { addToldFact } from '../customers/told-facts.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { instructChange } from '../letters/instruct.ts';
import { holdStill, type Held } from '../outcomes/queries.ts';
import { canBeAnAccount } from './bank-account.ts';
import { changeBy, systemsToTell } from './queries.ts';
import { recordChangeDetails, recordChanges } from './tables.ts';

export type TellAsked = {
	contactId: string;
	/** The browser's own, once a press of the button. */
	key: string;
	officerId: string;
	typed: TypedChange;
	at: Instant;
	today: Day;
};

export type TellRefusal =
	| 'no-such-contact'
	| 'not-identified'
	/** Of a person alone, or of an organisation. */
	| 'not-of-them'
	/** More must be answered first. */
	| 'check-again'
	| 'card-number';

export type TellAnswer =
	| { ok: true; changeId: string }
	| { ok: false; because: TellRefusal }
	| { ok: false; because: 'unread'; problems: Readonly<Record<string, string>> };

export async function tellChange(tx: Transaction, asked: TellAsked): Promise<TellAnswer> {
	const still = await holdStill(tx, asked);
	if (!still.ok) {
		const { because } = still;
		return { ok: false, because: because === 'nobody-chosen' ? 'not-identified' : because };
	}
	const { held } = still;
	const known = await changeBy(tx, asked);
	if (known !== null) return { ok: true, changeId: known };
	const because = await whatStandsInTheWay(tx, { asked, held });
	if (because !== null) return { ok: false, because };
	const before = beforeOf(asked.typed.kind, held.person);
	const read = readChange(asked.typed, { today: asked.today, before });
	if (!read.ok) return { ok: false, because: 'unread', problems: read.problems };
	const { change } = read;
	if (change.kind === 'bank' && !canBeAnAccount(change.values))
		return { ok: false, because: 'unread', problems: NO_ACCOUNT };
	const changeId = await keep(tx, { asked, held, before, change });
	return { ok: true, changeId };
}

const NO_ACCOUNT = {
	accountNumber: 'No account at that sort code can have this number. Check both with them.'
};

async function whatStandsInTheWay(
	tx: Transaction,
	{ asked, held }: { asked: TellAsked; held: Held }
): Promise<TellRefusal | null> {
	const { typed } = asked;
	const contact = foldContact(held.events);
	const told = disclosedTo(contact, held.person, asked.today);
	// Whoever speaks for them may tell of a move like anybody, and changes nothing of the record.
	if (!told || told.actingBy) return 'not-identified';
	if (!changesFor(held.person.kind).includes(typed.kind)) return 'not-of-them';
	const texts = [...Object.values(typed.fields), typed.seen, typed.saidBy];
	if (texts.some(holdsCardNumber)) return 'card-number';
	return (await isChecked(tx, { asked, contact, person: held.person })) ? null : 'check-again';
}

/** By the answers in the log: what a screen says of it counts for nothing. */
async function isChecked(
	tx: Transaction,
	{ asked, contact, person }: { asked: TellAsked; contact: Contact; person: PersonRecord }
): Promise<boolean> {
	const { typed, today } = asked;
	const { R1, I1 } = await policyOn(tx, today);
	const need = needOf(typed.kind, R1.value);
	const { passed, check, again } = contact.person;
	if (need === null || passed === null) return need === null;
	const of = await heldRecord(tx, { customerId: person.customerId, today });
	if (!of) return false;
	const standing = againStanding(need, {
		first: check.answers,
		passedBy: passed.by,
		answers: again[typed.kind] ?? [],
		record: of.checked,
		wrongStops: I1.value.wrongStops
	});
	return standing.is === 'passed';
}

async function keep(
	tx: Transaction,
	given: { asked: TellAsked; held: Held; before: ChangeValues; change: ReadChange }
): Promise<string> {
	const { asked, held, before, change } = given;
	const { contactId, key, officerId, at } = asked;
	const { customerId } = held;
	const { kind, on, evidence, values: after, saidBy, seen } = change;
	const changeId = randomUUID();
	const factId = await addToldFact(tx, { customerId, kind, values: after, on });
	const who = { customerId, contactId, officerId, at };
	await tx
		.insert(recordChanges)
		.values({ id: changeId, key, ...who, kind, effectiveOn: on, evidence, factId });
	await tx.insert(recordChangeDetails).values({ changeId, before, after, saidBy, seen });
	const to = await systemsToTell(tx, { customerId, kind });
	await instructChange(tx, { customerId, contactId, changeId, because: kind, to, at });
	const told = { type: 'changeTold', changeId, kind } as const;
	await appendDecided(tx, { contactId, by: officerId, at, body: told });
	const detail = { kind, evidence, systems: to.length };
	await record(tx, { ...who, act: 'changes.tell', subjectId: changeId, detail });
	return changeId;
}
