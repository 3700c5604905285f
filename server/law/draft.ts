/** A manager drafts a version of a row of council policy; another approves it, or either of them withdraws it in time. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import {
	approveRefusal,
	draftRefusal,
	versionOn,
	withdrawRefusal,
	type DecideRefusal,
	type Draft,
	type DraftRefusal,
	type VersionSeen
} from '../../shared/law/drafting.ts';
import { isPolicyRow, readValue } from '../../shared/law/shapes/shapes.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { rowsSeen } from './queries.ts';
import { policyVersions } from './tables.ts';

type Doing = { managerId: string; at: Instant; today: Day };

export type Drafted =
	| { ok: true; versionId: string }
	| { ok: false; because: 'unread'; problems: Readonly<Record<string, string>> }
	| { ok: false; because: Exclude<DraftRefusal, 'unread'> };

export type Decided = { ok: true } | { ok: false; because: DecideRefusal };

export async function draftVersion(
	tx: Transaction,
	asked: Doing & Draft & { rowId: string }
): Promise<Drafted> {
	const { rowId, managerId, at, today, fromOn } = asked;
	if (!isPolicyRow(rowId)) return { ok: false, because: 'no-such-row' };
	await lockRow(tx, rowId);
	const read = readValue(rowId, asked.value);
	if (!read.ok) return { ok: false, because: 'unread', problems: read.problems };
	const [seen] = await rowsSeen(tx, rowId);
	const versions = seen?.versions ?? [];
	const before = versionOn(versions, fromOn);
	const because = draftRefusal({ ...asked, value: read.value }, { before, today });
	if (because !== null && because !== 'unread') return { ok: false, because };
	const id = randomUUID();
	await tx.insert(policyVersions).values({
		id,
		rowId,
		number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
		value: read.value,
		plain: asked.plain.trim(),
		why: asked.why.trim(),
		fromOn,
		draftedBy: managerId,
		draftedAt: at
	});
	await note(tx, { ...asked, act: 'law.draftPolicy', id, rowId });
	return { ok: true, versionId: id };
}

export async function approveVersion(
	tx: Transaction,
	asked: Doing & { versionId: string }
): Promise<Decided> {
	const { managerId, at } = asked;
	const found = await versionWith(tx, asked.versionId);
	if (!found) return { ok: false, because: 'no-such-version' };
	const because = approveRefusal(found.version, { ...asked, others: found.others });
	if (because) return { ok: false, because };
	await tx
		.update(policyVersions)
		.set({ approvedBy: managerId, approvedAt: at })
		.where(eq(policyVersions.id, asked.versionId));
	await note(tx, { ...asked, act: 'law.approvePolicy', id: asked.versionId, rowId: found.rowId });
	return { ok: true };
}

export async function withdrawVersion(
	tx: Transaction,
	asked: Doing & { versionId: string }
): Promise<Decided> {
	const { managerId, at } = asked;
	const found = await versionWith(tx, asked.versionId);
	if (!found) return { ok: false, because: 'no-such-version' };
	const because = withdrawRefusal(found.version, asked.today);
	if (because) return { ok: false, because };
	await tx
		.update(policyVersions)
		.set({ withdrawnBy: managerId, withdrawnAt: at })
		.where(eq(policyVersions.id, asked.versionId));
	await note(tx, { ...asked, act: 'law.withdrawPolicy', id: asked.versionId, rowId: found.rowId });
	return { ok: true };
}

type Found = { rowId: string; version: VersionSeen; others: readonly VersionSeen[] };

async function versionWith(tx: Transaction, versionId: string): Promise<Found | null> {
	const [row] = await tx
		.select({ rowId: policyVersions.rowId })
		.from(policyVersions)
		.where(eq(policyVersions.id, versionId));
	if (!row || !isPolicyRow(row.rowId)) return null;
	await lockRow(tx, row.rowId);
	const [seen] = await rowsSeen(tx, row.rowId);
	const version = seen?.versions.find(({ id }) => id === versionId);
	if (!seen || !version) return null;
	const others = seen.versions.filter(({ id }) => id !== versionId);
	return { rowId: row.rowId, version, others };
}

/** Two managers at one row take turns; whoever drafts meanwhile gets the next number. */
async function lockRow(tx: Transaction, rowId: string): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`policy ${rowId}`}))`);
}

async function note(
	tx: Transaction,
	{ managerId, at, act, id, rowId }: Doing & { act: string; id: string; rowId: string }
): Promise<void> {
	await record(tx, { at, officerId: managerId, act, subjectId: id, detail: { rowId } });
}
