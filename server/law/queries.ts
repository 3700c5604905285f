/** What the council has confirmed for itself, of the rules that the product only remembers, and all of its policy. */
import { asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Confirmation, ToConfirm } from '../../shared/law/confirming.ts';
import type { By, VersionSeen } from '../../shared/law/drafting.ts';
import type { PolicyRowId } from '../../shared/law/policy-values.ts';
import { versionId } from '../../shared/law/policy-versions.ts';
import { citationOf } from '../../shared/law/rule.ts';
import { POLICY_ROWS } from '../../shared/law/shapes/shapes.ts';
import { unconfirmedRules } from '../../shared/debts/unconfirmed.ts';
import { addDays, dayInLondon, type Day, type Instant } from '../../shared/time/day.ts';
import type { Orm } from '../db/client.ts';
import type { Transaction } from '../db/transaction.ts';
import { user } from '../officers/tables.ts';
import { confirmations, policyVersions } from './tables.ts';

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

export type RowSeen = { rowId: PolicyRowId; versions: readonly VersionSeen[] };

const [drafter, approver, withdrawer] = [
	alias(user, 'drafter'),
	alias(user, 'approver'),
	alias(user, 'withdrawer')
];

/** One row's, or every row's; the first drafted first. */
export async function rowsSeen(
	tx: Pick<Transaction | Orm, 'select'>,
	rowId?: PolicyRowId
): Promise<RowSeen[]> {
	const rows = await tx
		.select({
			row: policyVersions,
			draftedBy: drafter.name,
			approvedBy: approver.name,
			withdrawnBy: withdrawer.name
		})
		.from(policyVersions)
		.leftJoin(drafter, eq(drafter.id, policyVersions.draftedBy))
		.leftJoin(approver, eq(approver.id, policyVersions.approvedBy))
		.leftJoin(withdrawer, eq(withdrawer.id, policyVersions.withdrawnBy))
		.where(rowId ? eq(policyVersions.rowId, rowId) : undefined)
		.orderBy(asc(policyVersions.number));
	const ends = endsOf(rows.map(({ row }) => row));
	const seen = rows.map(({ row, ...names }) => ({
		rowId: row.rowId,
		version: {
			id: row.id,
			ruleId: versionId(row),
			number: row.number,
			value: row.value as Readonly<Record<string, unknown>>,
			plain: row.plain,
			why: row.why,
			fromOn: row.fromOn,
			toOn: ends.get(row.id) ?? null,
			drafted: by(row.draftedBy, names.draftedBy, row.draftedAt),
			approved: by(row.approvedBy, names.approvedBy, row.approvedAt),
			withdrawn: by(row.withdrawnBy, names.withdrawnBy, row.withdrawnAt)
		}
	}));
	return POLICY_ROWS.filter((row) => rowId === undefined || row === rowId).map((row) => ({
		rowId: row,
		versions: seen.filter((one) => one.rowId === row).map(({ version }) => version)
	}));
}

type Stored = typeof policyVersions.$inferSelect;

/** Each approved one ends the day before the next of its row begins. */
function endsOf(rows: readonly Stored[]): ReadonlyMap<string, Day> {
	const standing = rows.filter((row) => row.approvedAt !== null && row.withdrawnAt === null);
	const ends = new Map<string, Day>();
	for (const row of standing) {
		const after = standing
			.filter((other) => other.rowId === row.rowId && other.fromOn > row.fromOn)
			.map(({ fromOn }) => fromOn)
			.toSorted();
		if (after[0]) ends.set(row.id, addDays(after[0], -1));
	}
	return ends;
}

function by(id: string | null, ...[name, at]: [string | null, Instant | null]): By | null {
	return id === null || at === null ? null : { id, name: name ?? 'Somebody who has left', at };
}
