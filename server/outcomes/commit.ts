/**
 * Agree: everything staged in a contact, in one transaction. The read-back is made again from the log, the locked debts
 * and today's rules by the same functions as the screen's; a line that differs is refused with both texts side by side
 * and nothing is written. The same key again gives the same result; the same key with another body is a refusal.
 */
import { createHash, randomUUID } from 'node:crypto';
import { agreeingFrom } from '../../shared/contacts/agreeing.ts';
import { foldContact, type Contact } from '../../shared/contacts/state/fold.ts';
import { hasMovedOn } from '../../shared/contacts/state/whose.ts';
import { knownDebts } from '../../shared/contacts/shown/known-debts.ts';
import type { Known } from '../../shared/contacts/plan-request.ts';
import {
	disclosedTo,
	isBeyondThem,
	type PersonRecord
} from '../../shared/contacts/shown/disclosure.ts';
import { knownPerson } from '../../shared/contacts/shown/projection.ts';
import type { Policy } from '../../shared/law/policy-values.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import { agreeingRoleOf, covers, needsOf } from '../../shared/outcomes/approval.ts';
import type { Committed, CommitRefusal, CommitResult } from '../../shared/outcomes/committed.ts';
import { dispositionsOf } from '../../shared/outcomes/disposition.ts';
import { paymentsToMake } from '../../shared/outcomes/outcome.ts';
import {
	differences,
	givenHelp,
	readBack,
	type ReadBack,
	type ReadBackInput,
	type ReadBackLine
} from '../../shared/outcomes/read-back.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { keepStatement } from '../affordability/keep-statement.ts';
import { record } from '../audit/record.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import { keepHeard } from '../contacts/acts/keep-heard.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { queueLetters } from '../letters/queue.ts';
import { commitBy, holdStill, type Held } from './queries.ts';
import { settle, type Settling } from './settle.ts';
import { commits } from './tables.ts';

export type CommitAsked = {
	contactId: string;
	/** The browser's own, once a press of the button. */
	key: string;
	/** The read-back itself, line by line, as it was said. */
	shown: readonly ReadBackLine[];
	officer: Officer;
	/** As its letters name it. */
	council: string;
	at: Instant;
	today: Day;
};

/** What was committed, and the other contacts that must be shown again. */
export type CommitDone = { committed: Committed; changed: readonly string[] };

export async function commit(tx: Transaction, asked: CommitAsked): Promise<CommitDone> {
	const still = await holdStill(tx, asked);
	const before = await commitBy(tx, asked);
	if (before) return { committed: sameAgain(before, asked), changed: [] };
	if (!still.ok) return { committed: still, changed: [] };
	const { held } = still;
	const policy = await policyOn(tx, asked.today);
	const ready = readyToCommit(held, { ...asked, policy });
	if (!ready.ok) return { committed: ready.refusal, changed: [] };
	const result = await write(tx, { asked, held, ready });
	return {
		committed: { ok: true, ...result },
		changed: [asked.contactId, ...held.otherContactIds]
	};
}

type Ready = {
	ok: true;
	contact: Contact;
	input: ReadBackInput;
	said: Extract<ReadBack, { ok: true }>;
};

type Unready = { ok: false; refusal: Exclude<Committed, { ok: true }> };

/** Everything that may stand in the way, in the order in which it is told. */
function readyToCommit(held: Held, asked: CommitAsked & { policy: Policy }): Ready | Unready {
	const contact = foldContact(held.events);
	if (!held.officerIds.includes(asked.officer.id) || hasMovedOn(contact, asked.officer.id))
		return unready('not-yours');
	const told = disclosedTo(contact, held.person, asked.today);
	if (!told) return unready('not-identified');
	if (contact.outcomes.committed) return unready('already-committed');
	const input = inputOf(told, { contact, policy: asked.policy, today: asked.today });
	if (isBeyondThem(told, input)) return unready('only-told');
	const said = readBack(input);
	const lines = said.ok ? differences(asked.shown, said.lines) : [];
	if (lines.length > 0) return { ok: false, refusal: { ok: false, because: 'changed', lines } };
	if (!said.ok) return unready(said.because, 'words' in said ? said.words : undefined);
	if (paymentsToMake(input.staged).length > 0) return unready('not-paid');
	const own = agreeingRoleOf(asked.officer.role);
	if (own === null) return unready('not-yours');
	return covers(contact.outcomes.approval, needsOf(said, { own, input }))
		? { ok: true, contact, input, said }
		: unready('approval-needed');
}

function unready(because: CommitRefusal, words?: string): Unready {
	return { ok: false, refusal: { ok: false, because, ...(words ? { words } : {}) } };
}

/** Made as the screen makes it, from the debts as the person may know them. */
export function inputOf(
	{ person }: Pick<Held, 'person'>,
	{ contact, ...now }: { contact: Contact; policy: Policy; today: Day }
): ReadBackInput {
	return agreeingFrom(contact, knownOf(person, now));
}

export function knownOf(person: PersonRecord, now: Pick<Known, 'policy' | 'today'>): Known {
	const debts = knownDebts(person.debts ?? []);
	return { person: knownPerson(person, { isLeader: false }), debts, ...now };
}

type Writing = { asked: CommitAsked; held: Held; ready: Ready; commitId: string };

async function write(
	tx: Transaction,
	parts: { asked: CommitAsked; held: Held; ready: Ready }
): Promise<CommitResult> {
	const { asked, held, ready } = parts;
	const { contactId, key, officer, at, today } = asked;
	const { contact, input, said } = ready;
	const writing: Writing = { ...parts, commitId: randomUUID() };
	const { commitId } = writing;
	const about = { contactId, customerId: held.customerId, at };
	const agreed = await settle(tx, settlingFor(writing));
	const told = contact.statement;
	if (input.planned || told.finishedAt !== null)
		await keepStatement(tx, { ...about, told, means: input.means, policy: input.policy });
	const { person } = held;
	const letter = { agreed, input, person, lines: said.lines, council: asked.council, today };
	await queueLetters(tx, { ...about, ...letter });
	await keepHeard(tx, { contactId, today });
	await tell(tx, writing);
	const result = { commitId, at, agreement: agreed?.number ?? null };
	const bodyDigest = digestOf(asked);
	await tx
		.insert(commits)
		.values({ contactId, key, commitId, officerId: officer.id, bodyDigest, result, at });
	return result;
}

function settlingFor({ asked, held, ready, commitId }: Writing): Settling {
	const { contactId, officer, at } = asked;
	const { contact, input, said } = ready;
	const notes = contact.outcomes.staged.map(({ outcome, note }) => [outcome.id, note] as const);
	return {
		commitId,
		contactId,
		customerId: held.customerId,
		officerId: officer.id,
		teamId: officer.teamId,
		approvedBy: approverOf({ asked, ready }),
		input,
		weighed: said.weighed,
		why: whyOf(contact, approverOf({ asked, ready })),
		notes: Object.fromEntries(notes),
		at
	};
}

/** What was written of a term that was set, and to the leader who was asked. */
function whyOf({ offer, outcomes }: Contact, approvedBy: string | null): string {
	const { term } = offer;
	const ofTerm = term === null || term.why === '' ? '' : `${term.months} months: ${term.why}`;
	const asked = approvedBy === null ? '' : (outcomes.approval?.asked ?? '');
	return [...new Set([ofTerm, asked])].filter((words) => words !== '').join('\n');
}

/** Null where all of it is the officer's own to decide. */
function approverOf({ asked, ready }: Pick<Writing, 'asked' | 'ready'>): string | null {
	const own = agreeingRoleOf(asked.officer.role);
	if (own === null || needsOf(ready.said, { own, input: ready.input }).length === 0) return null;
	return ready.contact.outcomes.approval?.leader?.id ?? null;
}

/** The log of this contact, the record, and every other contact that shows these debts. */
async function tell(tx: Transaction, { asked, held, ready, commitId }: Writing): Promise<void> {
	const { contactId, officer, at } = asked;
	const { input, said } = ready;
	const plan = input.planned?.ok ? input.planned.plan : null;
	const collecting = (input.planned?.ok && input.planned.collecting) || [];
	const dispositions = dispositionsOf(plan, input.staged, { help: givenHelp(input), collecting });
	const kinds = dispositions.map(({ kind }) => kind);
	await appendDecided(tx, {
		contactId,
		by: officer.id,
		at,
		body: { type: 'committed', commitId, kinds },
		words: { lines: JSON.stringify(said.lines), dispositions: JSON.stringify(dispositions) }
	});
	for (const otherId of held.otherContactIds)
		await appendDecided(tx, { contactId: otherId, by: null, at, body: { type: 'figuresChanged' } });
	await record(tx, {
		contactId,
		customerId: held.customerId,
		at,
		officerId: officer.id,
		act: 'outcomes.commit',
		subjectId: commitId,
		detail: { kinds, approvedBy: approverOf({ asked, ready }), total: plan?.total ?? null }
	});
}

function sameAgain(
	before: { bodyDigest: string; result: CommitResult },
	asked: CommitAsked
): Committed {
	if (before.bodyDigest !== digestOf(asked)) return { ok: false, because: 'key-used' };
	return { ok: true, ...before.result };
}

function digestOf({ contactId, shown, officer }: CommitAsked): string {
	const body = JSON.stringify([contactId, officer.id, shown.map(({ id, text }) => [id, text])]);
	return createHash('sha256').update(body).digest('hex');
}
