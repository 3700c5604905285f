/**
 * The windows that stand open, where every process finds them. Of a code and of what it gives only the digest is kept:
 * whoever reads the table opens nothing.
 */
import { createHash } from 'node:crypto';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Instant } from '../../../shared/time/day.ts';
import type { Orm } from '../../db/client.ts';
import { contacts, customerWindows } from '../tables.ts';

/** One that stands open, without what opens it. */
export type WindowRow = {
	contactId: string;
	officerId: string;
	/** Their first name. */
	officer: string;
	isHidden: boolean;
};

export type Of = Pick<WindowRow, 'contactId' | 'officerId'>;

const ROW = {
	contactId: customerWindows.contactId,
	officerId: customerWindows.officerId,
	officer: customerWindows.officer,
	isHidden: customerWindows.isHidden
};

function digestOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** One for a contact: asked again it has another code, and what was given by the one before still opens it. */
export async function giveCode(
	orm: Orm,
	{ code, at, ...window }: Omit<WindowRow, 'isHidden'> & { code: string; at: Instant }
): Promise<void> {
	const closed = orm.select({ id: contacts.id }).from(contacts).where(isNotNull(contacts.closedAt));
	await orm.delete(customerWindows).where(inArray(customerWindows.contactId, closed));
	const { officerId, officer } = window;
	const codeDigest = digestOf(code);
	await orm
		.insert(customerWindows)
		.values({ ...window, codeDigest, openedAt: at })
		.onConflictDoUpdate({
			target: customerWindows.contactId,
			set: { officerId, officer, codeDigest }
		});
}

/** Once: whoever is second with it opens nothing. */
export async function useCode(
	orm: Orm,
	{ code, pass }: { code: string; pass: string }
): Promise<WindowRow | undefined> {
	const [row] = await orm
		.update(customerWindows)
		.set({ codeDigest: null, passDigest: digestOf(pass) })
		.where(eq(customerWindows.codeDigest, digestOf(code)))
		.returning(ROW);
	return row;
}

export async function openedBy(orm: Orm, pass: string): Promise<WindowRow | undefined> {
	const [row] = await orm
		.select(ROW)
		.from(customerWindows)
		.where(eq(customerWindows.passDigest, digestOf(pass)));
	return row;
}

export async function windowOf(orm: Orm, contactId: string): Promise<WindowRow | undefined> {
	const [row] = await orm
		.select(ROW)
		.from(customerWindows)
		.where(eq(customerWindows.contactId, contactId));
	return row;
}

/** False where it is not theirs, or not there. */
export async function setHidden(orm: Orm, of: Of & { isHidden: boolean }): Promise<boolean> {
	const { isHidden } = of;
	const set = await orm.update(customerWindows).set({ isHidden }).where(theirs(of)).returning(ROW);
	return set.length > 0;
}

export async function dropWindow(orm: Orm, of: Of): Promise<boolean> {
	return (await orm.delete(customerWindows).where(theirs(of)).returning(ROW)).length > 0;
}

function theirs({ contactId, officerId }: Of) {
	return and(eq(customerWindows.contactId, contactId), eq(customerWindows.officerId, officerId));
}
