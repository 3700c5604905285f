/**
 * A change is taken back while no system has been told of it: by whoever recorded it, or a team leader. What it said is
 * kept, as a change that was undone. Once told, it stands until an extract shows it or somebody has seen it there.
 */
import { eq } from 'drizzle-orm';
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import { dayInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { appendDecided } from '../contacts/acts/append-decided.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import { lockAround } from '../contacts/acts/in-order.ts';
import { unsetDied } from '../customers/died.ts';
import { lift } from '../debts/lift.ts';
import { relinkNumber } from '../customers/reach/unlink-number.ts';
import { endToldFact } from '../customers/told-facts.ts';
import type { Transaction } from '../db/transaction.ts';
import { confirmChange, withdrawChange } from '../letters/change-told.ts';
import { aboutChange, changeInHand } from './queries.ts';
import { recordChanges } from './tables.ts';
import { numberOfChange } from './wrong-number.ts';

export type ChangeAsked = { changeId: string; officer: Officer; at: Instant; today: Day };

export type UndoRefusal = 'no-such-change' | 'not-yours' | 'sent';

export type Undone = { ok: true; contactId: string } | { ok: false; because: UndoRefusal };

export async function undoTold(tx: Transaction, asked: ChangeAsked): Promise<Undone> {
	const { changeId, officer, at, today } = asked;
	const about = await aboutChange(tx, changeId);
	if (about) await lockAround(tx, { ...about, customerIds: [about.customerId] });
	const inHand = await changeInHand(tx, changeId);
	if (!inHand || inHand.change.undoneAt !== null) return { ok: false, because: 'no-such-change' };
	const { change, told } = inHand;
	const { contactId, customerId, kind, factId } = change;
	const isTheirs = change.officerId === officer.id || hasAuthority(officer.role, 'leader');
	if (!isTheirs) return { ok: false, because: 'not-yours' };
	const isSent = told.some(({ fileId }) => fileId !== null);
	if (isSent || change.confirmedAt !== null) return { ok: false, because: 'sent' };
	await withdrawChange(tx, changeId);
	await endToldFact(tx, { kind, factId, today });
	if (kind === 'death') await aliveAgain(tx, change, at);
	const number = kind === 'wrong-number' ? await numberOfChange(tx, changeId) : null;
	await tx
		.update(recordChanges)
		.set({ undoneAt: at, undoneBy: officer.id })
		.where(eq(recordChanges.id, changeId));
	const said = { contactId, at, officerId: officer.id };
	if (number !== null) await relinkNumber(tx, { number, customerId, on: today, said });
	const body = { type: 'changeUndone', changeId } as const;
	await appendDecided(tx, { contactId, by: officer.id, at, body });
	const who = { contactId, customerId, officerId: officer.id, at };
	await record(tx, { ...who, act: 'changes.undo', subjectId: changeId, detail: { kind } });
	return { ok: true, contactId };
}

async function aliveAgain(
	tx: Transaction,
	{ id: reference, customerId, effectiveOn, at: told }: typeof recordChanges.$inferSelect,
	at: Instant
): Promise<void> {
	if (effectiveOn !== null) await unsetDied(tx, { customerId, on: effectiveOn });
	const fromOn = dayInLondon(told);
	const debtIds = await lift(tx, { customerId, kind: 'deceased', reference, fromOn, at });
	await figuresChanged(tx, { debtIds, at });
}

export type SeenRefusal = 'no-such-change' | 'not-told';

export type Seen = { ok: true; contactId: string } | { ok: false; because: SeenRefusal };

/** Where no extract shows it: somebody looked it up in the system. */
export async function confirmSeen(tx: Transaction, asked: ChangeAsked): Promise<Seen> {
	const { changeId, officer, at } = asked;
	const inHand = await changeInHand(tx, changeId);
	const isOpen = inHand && inHand.change.undoneAt === null && inHand.change.confirmedAt === null;
	if (!isOpen) return { ok: false, because: 'no-such-change' };
	const { change, told } = inHand;
	if (told.some(({ state }) => state === 'to-send')) return { ok: false, because: 'not-told' };
	await confirmChange(tx, { changeId, at });
	await tx
		.update(recordChanges)
		.set({ confirmedAt: at, confirmedBy: officer.id })
		.where(eq(recordChanges.id, changeId));
	const { contactId, customerId, kind } = change;
	const who = { contactId, customerId, officerId: officer.id, at };
	await record(tx, { ...who, act: 'changes.confirm', subjectId: changeId, detail: { kind } });
	return { ok: true, contactId };
}
