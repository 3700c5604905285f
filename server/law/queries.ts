/** What the council has confirmed for itself, of the rules that the product only remembers. */
import { eq, isNull } from 'drizzle-orm';
import type { Confirmation, ToConfirm } from '../../shared/law/confirming.ts';
import { citationOf } from '../../shared/law/rule.ts';
import { unconfirmedRules } from '../../shared/debts/unconfirmed.ts';
import { dayInLondon } from '../../shared/time/day.ts';
import type { Orm } from '../db/client.ts';
import type { Transaction } from '../db/transaction.ts';
import { user } from '../officers/tables.ts';
import { confirmations } from './tables.ts';

/** Every rule that may not be quoted by itself, with the council's word on it where it has given one. */
export async function rulesToConfirm(orm: Orm): Promise<ToConfirm[]> {
	const rows = await orm
		.select({ row: confirmations, recordedBy: user.name })
		.from(confirmations)
		.innerJoin(user, eq(user.id, confirmations.recordedBy))
		.where(isNull(confirmations.withdrawnAt));
	const known = new Map(rows.map(({ row, recordedBy }) => [row.ruleId, { row, recordedBy }]));
	return unconfirmedRules().map((rule) => {
		const found = known.get(rule.id);
		return {
			id: rule.id,
			plain: rule.plain,
			address: rule.address,
			citation: citationOf(rule),
			confirmation: found
				? {
						by: found.row.confirmedBy,
						on: found.row.confirmedOn,
						recordedBy: found.recordedBy,
						recordedOn: dayInLondon(found.row.recordedAt)
					}
				: null
		};
	});
}

/** By the rule's id: whose word it is, and since when. */
export async function confirmed(
	tx: Pick<Transaction | Orm, 'select'>
): Promise<ReadonlyMap<string, Confirmation>> {
	const rows = await tx.select().from(confirmations).where(isNull(confirmations.withdrawnAt));
	return new Map(
		rows.map(({ ruleId, confirmedBy, confirmedOn }) => [
			ruleId,
			{ by: confirmedBy, on: confirmedOn }
		])
	);
}
