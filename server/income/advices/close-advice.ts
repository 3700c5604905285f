/**
 * An advice is closed with what was done, by whom and when. Where nobody has died, what was held because of it is held
 * no longer; an instruction that the bank puts in force again ends what its end had asked for.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { didsFor, type Did } from '../../../shared/income/advices/advice-closing.ts';
import type { CloseRefusal } from '../../../shared/income/advices/advices.ts';
import type { ToDo } from '../../../shared/income/bank-codes.ts';
import { dayInLondon, type Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { lift } from '../../debts/lift.ts';
import { bankAdvices } from '../tables.ts';

export type Closing = { adviceId: string; did: Did; officerId: string; at: Instant };

export type CloseAnswer =
	{ ok: true; changed: readonly string[] } | { ok: false; because: CloseRefusal };

export async function closeAdvice(tx: Transaction, closing: Closing): Promise<CloseAnswer> {
	const { adviceId, did, officerId, at } = closing;
	const [advice] = await tx
		.select()
		.from(bankAdvices)
		.where(and(eq(bankAdvices.id, adviceId), isNull(bankAdvices.doneAt)))
		.for('update');
	if (!advice || advice.toDo === null) return { ok: false, because: 'gone' };
	if (!didsFor(advice.toDo).includes(did)) return { ok: false, because: 'not-one-of-these' };
	await tx
		.update(bankAdvices)
		.set({ did, doneAt: at, doneBy: officerId })
		.where(eq(bankAdvices.id, adviceId));
	const lifted = did === 'not-a-death' && advice.isHeld ? await nobodyDied(tx, { advice, at }) : [];
	await record(tx, {
		at,
		officerId,
		act: 'income.advice-closed',
		subjectId: adviceId,
		...(advice.customerId ? { customerId: advice.customerId } : {}),
		detail: { did, lifted: lifted.length }
	});
	return { ok: true, changed: await figuresChanged(tx, { debtIds: lifted, at }) };
}

type Advice = typeof bankAdvices.$inferSelect;

async function nobodyDied(
	tx: Transaction,
	{ advice, at }: { advice: Advice; at: Instant }
): Promise<readonly string[]> {
	const { customerId, kind, code } = advice;
	if (customerId === null) return [];
	const fromOn = dayInLondon(advice.at);
	return lift(tx, {
		customerId,
		kind: 'deceased',
		reference: holdReference(kind, code),
		fromOn,
		at
	});
}

/** What a hold that an advice placed is called by. */
export function holdReference(kind: Advice['kind'], code: string): string {
	return `${kind.toUpperCase()} code ${code}`;
}

const ENDED: readonly ToDo[] = ['direct-debit-lost', 'arrangement-at-risk', 'update-details'];

/** The bank says that an instruction is in force again. How many of its own advices that ends. */
export async function inForceAgain(
	tx: Transaction,
	{ debtId, reference, at }: { debtId: string; reference: string; at: Instant }
): Promise<number> {
	const ended = await tx
		.update(bankAdvices)
		.set({ did: 'in-force-again', doneAt: at })
		.where(
			and(
				eq(bankAdvices.debtId, debtId),
				eq(bankAdvices.reference, reference),
				inArray(bankAdvices.toDo, [...ENDED]),
				isNull(bankAdvices.doneAt)
			)
		)
		.returning({ id: bankAdvices.id });
	return ended.length;
}
