/**
 * Records that somebody is not jointly liable, or no longer: a student, a severely mentally impaired person. Whose
 * liability stands is worked out again for everybody on the debt, by the rule; a debt leaves the view of whom it leaves.
 */
import { eq } from 'drizzle-orm';
import { liableEver, type Liability } from '../../shared/debts/liability.ts';
import type { Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Transaction } from '../db/transaction.ts';
import { debts, liabilities } from './tables.ts';

export type Excepting = {
	debtId: string;
	customerId: string;
	/** Null ends one that was recorded by mistake. */
	exception: Liability['exception'];
	officerId: string;
	at: Instant;
};

/** Who is liable for it after that; a refusal where this person never was. */
export async function except(
	tx: Transaction,
	{ debtId, customerId, exception, officerId, at }: Excepting
): Promise<{ ok: true; liable: readonly string[] } | { ok: false; because: 'not-liable' }> {
	const [debt] = await tx.select().from(debts).where(eq(debts.id, debtId)).for('no key update');
	const rows = await tx.select().from(liabilities).where(eq(liabilities.debtId, debtId));
	const theirs = rows.filter((row) => row.customerId === customerId);
	if (!debt || theirs.length === 0) return { ok: false, because: 'not-liable' };
	for (const { id } of theirs)
		await tx
			.update(liabilities)
			.set({
				exception: exception?.why ?? null,
				exceptionFromOn: exception?.fromOn ?? null,
				exceptionToOn: exception?.toOn ?? null,
				exceptionSource: null
			})
			.where(eq(liabilities.id, id));
	const after = rows.map((row) =>
		row.customerId === customerId ? { ...asLiability(row), exception } : asLiability(row)
	);
	const liable = liableEver(after, { stream: debt.stream });
	for (const row of rows)
		await tx
			.update(liabilities)
			.set({ stands: liable.includes(row.customerId) })
			.where(eq(liabilities.id, row.id));
	await figuresChanged(tx, { debtIds: [debtId], at });
	await record(tx, {
		at,
		officerId,
		act: 'debts.except',
		customerId,
		subjectId: debtId,
		detail: { ends: exception === null }
	});
	return { ok: true, liable };
}

function asLiability(row: typeof liabilities.$inferSelect): Liability {
	const { customerId, ground, fromOn, toOn, exception, exceptionFromOn, exceptionToOn } = row;
	return {
		customerId,
		ground,
		fromOn,
		toOn,
		exception:
			exception && exceptionFromOn
				? { why: exception, fromOn: exceptionFromOn, toOn: exceptionToOn }
				: null
	};
}
