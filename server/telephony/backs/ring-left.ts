/** Ringing somebody whom nobody took: claimed by whoever rings first, rung on the number they rang from, and given back on request. */
import { and, eq, sql } from 'drizzle-orm';
import { mayClaim, type LiveBack } from '../../../shared/calls/backs/claim.ts';
import type { Presentation } from '../../../shared/calls/events.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import { instant } from '../../../shared/time/day.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import {
	refusal,
	ringOut,
	type OutParts,
	type RingRefused,
	type RungOut,
	type ToRing
} from './ring-out.ts';
import { SPOKEN_SINCE } from './sql.ts';
import { leftCalls } from '../tables.ts';

type Asked = { contactId: string; officer: Officer };

export function ringLeft(asked: Asked, parts: OutParts): Promise<RungOut> {
	const { contactId, officer } = asked;
	const wasMine = { is: false };
	return ringOut(
		{
			officer,
			take: async (tx) => {
				const taken = await claim(tx, asked, parts);
				if (taken.ok) wasMine.is = taken.wasMine;
				return taken;
			},
			rung: () => Promise.resolve(),
			// What was in hand before stays so.
			givenBack: async (tx) => {
				if (!wasMine.is) await giveBack(tx, { contactId, officerId: officer.id });
			}
		},
		parts
	);
}

export async function releaseLeft(
	{ contactId, officer }: Asked,
	{ database }: Pick<OutParts, 'database'>
): Promise<{ ok: true } | RingRefused> {
	const isGiven = await inTransaction(database, (tx) =>
		giveBack(tx, { contactId, officerId: officer.id })
	);
	return isGiven ? { ok: true } : refusal('not-yours', 'You do not have that call.');
}

type LeftRow = LiveBack & {
	because: string;
	customerId: string | null;
	number: string | null;
	callerNumber: string | null;
	presentation: Presentation | null;
	isSpokenTo: boolean;
};

/** Two at once: the second waits here, and finds it claimed. */
async function claim(
	tx: Transaction,
	{ contactId, officer }: Asked,
	{ clock }: OutParts
): Promise<{ ok: true; call: ToRing; wasMine: boolean } | RingRefused> {
	await tx.execute(sql`select from left_calls where contact_id = ${contactId}::uuid for update`);
	const [row] = await tx.execute<LeftRow>(sql`
		select l.state, l.claimed_by as "claimedBy", l.due_at as "dueAt", l.expires_at as "expiresAt",
			l.because, coalesce(c.joined_to, l.customer_id) as "customerId", l.number,
			k.caller_number as "callerNumber", k.presentation, ${sql.raw(SPOKEN_SINCE)} as "isSpokenTo"
		from left_calls l join contacts k on k.id = l.contact_id
		left join customers c on c.id = l.customer_id where l.contact_id = ${contactId}::uuid`);
	const at = clock.now();
	const may = mayClaim(row && withInstants(row), { officerId: officer.id, at });
	if (!may.ok) return refusal(may.because, may.says);
	if (!row || row.isSpokenTo) return refusal('over', 'Somebody has spoken to them since.');
	if (row.presentation !== 'allowed' || row.number === null || row.callerNumber !== row.number)
		return refusal('withheld', 'They withheld their number, so it is never rung.');
	const wasMine = row.claimedBy === officer.id;
	await tx
		.update(leftCalls)
		.set({ state: 'claimed', claimedBy: officer.id, claimedAt: at })
		.where(eq(leftCalls.contactId, contactId));
	const { customerId, number } = row;
	const isAskedFor = row.because === 'agreed';
	const call = { rungFor: 'left', subjectId: contactId, customerId, number, isAskedFor } as const;
	return { ok: true, call, wasMine };
}

async function giveBack(
	tx: Transaction,
	{ contactId, officerId }: { contactId: string; officerId: string }
): Promise<boolean> {
	const given = await tx
		.update(leftCalls)
		.set({ state: 'due', claimedBy: null, claimedAt: null })
		.where(
			and(
				eq(leftCalls.contactId, contactId),
				eq(leftCalls.state, 'claimed'),
				eq(leftCalls.claimedBy, officerId)
			)
		)
		.returning({ contactId: leftCalls.contactId });
	return given.length > 0;
}

function withInstants(row: LeftRow): LeftRow {
	return {
		...row,
		dueAt: row.dueAt && instant(row.dueAt),
		expiresAt: row.expiresAt && instant(row.expiresAt)
	};
}
